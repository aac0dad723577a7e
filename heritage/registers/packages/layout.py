"""What a package is called inside, and how large it may be."""

import re
from uuid import UUID

from ..portable.inward import KEY, LANGUAGE

FORMAT, VERSION = "qilou-package", 1

MANIFEST, ARCHIVE, PLAQUES = "manifest.json", "archive.json", "plaques.json"
PAGE_NAME = re.compile(rf"pages/{KEY}/{LANGUAGE}\.json")
FILE_NAME = re.compile(r"files/([0-9a-f]{64})\.[a-z0-9]{1,5}")

# A neighbourhood of 500 pages in three languages with 600 pictures stays far below each.
MOST_ENTRIES = 20_000
MOST_PAGES = 6_000
LARGEST_FILE = 2 * 1024**3  # the package, and all that is in it once unpacked
LARGEST_JSON = 16 * 1024**2
LARGEST_JSON_TOGETHER = 192 * 1024**2
LARGEST_DIRECTORY = 4 * 1024**2  # the list of names at the end of a ZIP
DEEPEST = 40
MOST_VALUES = 400_000  # in one JSON file


def page_name(key: UUID, language: str) -> str:
    return f"pages/{key}/{language}.json"


def is_name(name: str) -> bool:
    """Whether a package may hold a file of this name; nothing is ever unpacked under it."""
    if name in {MANIFEST, ARCHIVE, PLAQUES}:
        return True
    return bool(PAGE_NAME.fullmatch(name) or FILE_NAME.fullmatch(name))
