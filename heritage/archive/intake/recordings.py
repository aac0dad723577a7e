"""Takes a recording in by what is in it, and reads how long it is where it says so."""

from dataclasses import dataclass

from django.core.files.base import File

from . import audio, refusals
from .boxes import blank_movie, boxes
from .refusals import BrokenFileError, refusal

LIMIT = 200 * 1024 * 1024
CAPTIONS_LIMIT = 1024 * 1024
_HEAD = 64 * 1024


@dataclass(frozen=True)
class Heard:
    """What a recording is: "audio" or "video", its true ending, its length if it says so."""

    kind: str
    ending: str
    seconds: int | None


def recording_admit(file: File) -> Heard:
    """Look a recording through and blank what a film says about its place, in the file itself.

    ValidationError with a plain sentence where it is not taken.
    """
    refusals.refuse_heavy(file.size, LIMIT)
    file.seek(0)
    head = file.read(_HEAD)
    try:
        heard = _mp4(file, head) or _webm(head) or _sound(file, head)
    except Exception as error:  # whatever the bytes make the readers trip over
        raise refusal(refusals.BROKEN, "broken") from error
    finally:
        file.seek(0)
    if heard is None:
        raise refusal(refusals.NOT_A_RECORDING, "not_a_recording")
    return heard


def captions_admit(file: File) -> None:
    """Raise ValidationError unless the file is WebVTT."""
    refusals.refuse_heavy(file.size, CAPTIONS_LIMIT)
    file.seek(0)
    head = file.read(10).removeprefix(b"\xef\xbb\xbf")
    file.seek(0)
    if not head.startswith(b"WEBVTT"):
        raise refusal(refusals.NOT_CAPTIONS, "not_captions")


def _sound(file: File, head: bytes) -> Heard | None:
    found = audio.tell(file, head)
    return Heard("audio", *found) if found else None


def _mp4(file: File, head: bytes) -> Heard | None:
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in {b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1"}:
        return None
    start, movie = _movie(file)
    is_film = b"vide" in movie
    ticks, length = _clock(movie)
    blank_movie(movie, 0, len(movie))
    file.seek(start)
    file.write(bytes(movie))
    seconds = round(length / ticks) if ticks and length else None
    return Heard("video", ".mp4", seconds) if is_film else Heard("audio", ".m4a", seconds)


def _movie(file: File) -> tuple[int, bytearray]:
    """Return where the `moov` body starts, and the body; the boxes before it are skipped."""
    at = 0
    while at + 8 <= file.size:
        file.seek(at)
        header = file.read(16)
        size, body = int.from_bytes(header[:4], "big"), 8
        if size == 1:
            size, body = int.from_bytes(header[8:16], "big"), 16
        if size < body or at + size > file.size:
            break
        if header[4:8] == b"moov":
            file.seek(at + body)
            return at + body, bytearray(file.read(size - body))
        at += size
    raise BrokenFileError("no moov")


def _clock(movie: bytearray) -> tuple[int, int]:
    """Ticks a second and ticks in all, from the movie's header."""
    for box in boxes(movie, 0, len(movie)):
        if box.kind == b"mvhd":
            wide = movie[box.body] == 1
            at = box.body + (20 if wide else 12)
            ticks = int.from_bytes(movie[at : at + 4], "big")
            return ticks, int.from_bytes(movie[at + 4 : at + (12 if wide else 8)], "big")
    raise BrokenFileError("no mvhd")


def _webm(head: bytes) -> Heard | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3") or b"webm" not in head[:64]:
        return None
    is_film = b"V_VP" in head or b"V_AV1" in head
    return Heard("video" if is_film else "audio", ".webm", None)
