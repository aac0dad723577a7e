"""Sounds told by their first bytes, and their length by what their frames say."""

import io
import wave
from struct import unpack_from

from django.core.files.base import File

from .refusals import BrokenFileError

_TAIL = 128 * 1024
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_KILOBITS = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)


def tell(file: File, head: bytes) -> tuple[str, int | None] | None:
    """Return the true ending and the seconds of a sound; None for anything else."""
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return ".wav", _wav_seconds(file)
    if head[:4] == b"OggS":
        return _ogg(file, head)
    if head[:2] in {b"\xff\xf1", b"\xff\xf9"}:
        return ".aac", None
    return _mp3(file, head)


def _wav_seconds(file: File) -> int | None:
    file.seek(0)
    try:
        with wave.open(io.BufferedReader(_Raw(file)), "rb") as sound:
            return round(sound.getnframes() / sound.getframerate())
    except wave.Error:
        return None  # float or many-channelled: it plays, only its length is not read


class _Raw(io.RawIOBase):
    """A view on an upload that does not close it."""

    def __init__(self, file):
        self.file = file

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, offset, whence=0):
        return self.file.seek(offset, whence)

    def tell(self):
        return self.file.tell()

    def readinto(self, buffer):
        data = self.file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _ogg(file: File, head: bytes) -> tuple[str, int | None] | None:
    begins = head[:512]
    if b"OpusHead" in begins:
        ending, rate = ".opus", 48000
    elif (at := begins.find(b"\x01vorbis")) >= 0:
        ending, rate = ".ogg", unpack_from("<I", begins, at + 12)[0]
    else:
        return None
    file.seek(max(0, file.size - _TAIL))
    tail = file.read()
    last = tail.rfind(b"OggS")
    if last < 0 or last + 14 > len(tail) or not rate:
        raise BrokenFileError("no last page")
    return ending, round(unpack_from("<q", tail, last + 6)[0] / rate)


def _mp3(file: File, head: bytes) -> tuple[str, int | None] | None:
    """MPEG layer 3 after an optional ID3 tag: two frames in a row, or it is none."""
    at = 0
    if head[:3] == b"ID3":
        size = 0
        for byte in head[6:10]:
            size = size << 7 | byte & 0x7F
        at = 10 + size
    file.seek(at)
    frames = file.read(8192)
    first = _frame(frames, 0)
    if first is None or _frame(frames, first[0]) is None:
        if head[:3] == b"ID3":
            raise BrokenFileError("no frames")
        return None
    length, kilobits, rate, samples = first
    for label in (b"Xing", b"Info"):
        mark = frames.find(label, 0, length)
        if mark >= 0 and frames[mark + 7] & 1:
            count = unpack_from(">I", frames, mark + 8)[0]
            return ".mp3", round(count * samples / rate)
    return ".mp3", round((file.size - at) * 8 / (kilobits * 1000))


def _frame(data: bytes, at: int) -> tuple[int, int, int, int] | None:
    """Bytes, kilobits a second, rate and samples of the frame at an offset."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version, bits, rates = data[at + 1] >> 3 & 3, data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or bits in {0, 15} or rates == 3:
        return None
    first = version == 3
    kilobits, rate = _KILOBITS[0 if first else 1][bits], _RATES[version][rates]
    padding = data[at + 2] >> 1 & 1
    return (
        (144 if first else 72) * kilobits * 1000 // rate + padding,
        kilobits,
        rate,
        (1152 if first else 576),
    )
