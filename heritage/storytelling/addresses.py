"""The last part of a page's address, made from its name."""

import rjieba
from django.utils.text import slugify
from pypinyin import lazy_pinyin

LONGEST = 60


def slug_of(title: str) -> str:
    """Spell a name in Latin letters, word by word: 詹天佑故居 → zhantianyou-guju.

    Names without letters, digits or Chinese characters give "story".
    """
    words = ("".join(lazy_pinyin(word, errors="default")) for word in rjieba.cut(title))
    return slugify(" ".join(words))[:LONGEST].strip("-") or "story"
