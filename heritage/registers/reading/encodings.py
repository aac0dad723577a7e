"""Which encoding a text file is in.

UTF-8 and UTF-16 are told for certain. Of the older ones GB18030 reads nearly anything, so that a
Big5 or Japanese file would turn into rare Chinese characters without a word: the headers that are
known decide first, then how ordinary the characters are.
"""

import codecs
from collections.abc import Callable
from typing import BinaryIO

from .refusing import ReadError

HEAD = 64 * 1024
BLOCK = 1024 * 1024
_OLDER = ("gb18030", "big5hkscs", "cp932", "cp949", "cp1252")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(file: BinaryIO, known: Callable[[str], int]) -> str:
    """Give the encoding of a whole file; leaves it rewound.

    `known(text)` says how many headers are recognised in the first lines of a text.
    """
    head = file.read(HEAD)
    file.seek(0)
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    if (wide := _wide(head)) is not None:
        return wide
    if _is_utf8(file):
        return "utf-8"
    if _is_mostly_utf8(head):
        # A few broken bytes in a UTF-8 file: read as GB18030 every other character would be wrong.
        return "utf-8"
    return _older(head, known)


def checked(encoding: str) -> str:
    """The encoding somebody asked for, by its own name; ReadError for one that is not there."""
    try:
        name = codecs.lookup(encoding.strip()).name
        "".encode(name)
        b"".decode(name)
    except (LookupError, ValueError, TypeError) as error:
        raise ReadError("unknown_encoding", encoding=encoding) from error
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf-8": "utf-8-sig"}
    wider |= {"shift_jis": "cp932", "euc_kr": "cp949", "iso8859-1": "cp1252"}
    return wider.get(name, name)


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: nearly every other byte of ASCII text is zero."""
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.3 and even < half * 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.3 and odd < half * 0.02 else None


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True


def _is_mostly_utf8(head: bytes) -> bool:
    text = head.decode("utf-8", errors="replace")
    good = sum(ord(character) > 127 for character in text) - text.count("\ufffd")
    return good > 20 * max(1, text.count("\ufffd"))


def _older(head: bytes, known: Callable[[str], int]) -> str:
    # A few broken bytes do not make a UTF-8 file another: its headers are still known.
    best, best_score = "gb18030", (0, -1.0)
    text = head.decode("utf-8", errors="replace")
    if headers := known(text):
        best, best_score = "utf-8", (headers, _unbroken(text))
    for encoding in _OLDER:
        text = _decoded(head, encoding)
        if text is None:
            continue
        score = (known(text), round(_ordinary(text, encoding), 2))
        if score > best_score:
            best, best_score = encoding, score
    return best


def _unbroken(text: str) -> float:
    """Which share of the characters beyond ASCII came through."""
    beyond = sum(ord(character) > 127 for character in text)
    return 1 - text.count("\ufffd") / beyond if beyond else 0.0


def _decoded(head: bytes, encoding: str) -> str | None:
    """The text, the character that the head's end may have cut left out; None for bad bytes."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return None


def _ordinary(text: str, encoding: str) -> float:
    """Which share of the characters beyond ASCII are everyday ones of that encoding's readers."""
    beyond = [character for character in text if ord(character) > 127]
    if not beyond:
        return 1.0
    return sum(_is_everyday(character, encoding) for character in beyond) / len(beyond)


def _is_everyday(character: str, encoding: str) -> bool:
    if encoding == "cp949":
        return "가" <= character <= "힣"
    if encoding == "cp1252":
        return character.isalpha() and character < "\u0180"
    narrow = {"gb18030": "gb2312", "big5hkscs": "big5", "cp932": "cp932"}[encoding]
    try:
        code = character.encode(narrow)
    except UnicodeEncodeError:
        return False
    # The first level of each standard, and its punctuation and kana.
    last = {"gb2312": 0xD7, "big5": 0xC6, "cp932": 0x97}[narrow]
    return len(code) == 2 and code[0] <= last
