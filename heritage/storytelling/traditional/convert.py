"""Words from Simplified to Traditional, as Hong Kong and Guangzhou write it."""

import re
from functools import lru_cache

import opencc

# OpenCC's Hong Kong table follows the school list; signs in Guangzhou have the forms on the right.
HOUSE_FORMS = str.maketrans({"羣": "群", "峯": "峰", "裏": "裡"})
# 涌 (a tidal creek, Cantonese chung1) is a word of its own here, not the simplified form of 湧.
CREEKS = (
    "河涌",
    "东濠涌",
    "西濠涌",
    "荔枝湾涌",
    "荔湾涌",
    "驷马涌",
    "沙涌",
    "东涌",
    "石涌",
    "涌边",
)
BUILT_IN = {name: name.translate(str.maketrans("东驷马湾", "東駟馬灣")) for name in CREEKS} | {
    # Where the table's phrases take the characters apart wrongly: 单一出处, 多半只是.
    "出处": "出處",
    "只是": "只是",
}
# A lane is a 里, never the 裡 of "inside": 长兴里3号.
LANE = r"里(?=\d+[号號])"
# An address that a link leads to is written as it is: …/wiki/永庆坊.
LINK = r'href="[^"]*"'


@lru_cache(maxsize=1)
def _table() -> opencc.OpenCC:
    return opencc.OpenCC("s2hk")


def to_traditional(text: str, names: dict[str, str] | None = None) -> str:
    """Convert a text; `names` maps proper names to the form their owners write."""
    if not text:
        return text
    fixed = BUILT_IN | (names or {})
    names_first = (re.escape(name) for name in sorted(fixed, key=len, reverse=True))
    parts = re.split(f"({'|'.join([LINK, *names_first, LANE])})", text)
    kept = fixed | {"里": "里"} | {part: part for part in parts if part.startswith('href="')}
    return "".join(kept[part] if part in kept else _plain(part) for part in parts)


def _plain(text: str) -> str:
    return _table().convert(text).translate(HOUSE_FORMS)
