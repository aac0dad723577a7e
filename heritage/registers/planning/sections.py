"""Rows of a file that are no sites: headings that say a grade, totals, remarks below the list."""

import re

from ..columns import Mapping
from ..columns.folding import squeeze
from .grades import grade_of
from .reasons import Reason
from .wording import clean

MOST_SAID = 30
_NUMBERING = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：\s]?|[(（]?\d{1,2}[)）]?[、.．:：])\s*"
)
_COUNT = re.compile(r"\s*(?:[(（][^()（）]*[)）]|共?\d+[处个座项件])\s*[:：]?$|[:：]$")
_HEADING = re.compile(
    r"(?:第.{1,3}批)?(?:广东省|广州市|.{1,3}[区县市])?"
    r"(?:全国重点|国家级|省级|市级|[区县]级|市县级|县市区级|尚?未核定公布为|尚?未定级|未定级|一般)?的?"
    r"(?:(?:不可移动)?文物保护单位|文保单位|(?:的)?不可移动文物|文物|历史建筑|传统风貌建筑|历史文化街区|"
    r"工业遗产|革命文物)?(?:名单|名录|名册)?"
)
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|总数|(?:grand|sub)?\s?totals?)\s*[:：]?", re.I)
_NUMBERS = re.compile(r"[\d.,，、]+\s*(?:处|个|座|项|件|栋|幢|㎡|平方米|m2)?")
_REMARK = re.compile(
    r"(?:备注|注|说明|填表|制表|审核|填报|数据来源|资料来源|notes?|source)\s*[:：].*", re.I | re.S
)


class Sections:
    """Watches the rows of one file go by; `grade` is what the last heading said."""

    def __init__(self, mapping: Mapping) -> None:
        titles = mapping.of("title") or mapping.of("foreign_name")
        self._title = titles[0].index if titles else -1
        self.grade, self.row = "", 0
        self._notes: list[Reason] = []

    def takes(self, number: int, raw: tuple[str, ...]) -> bool:
        """Whether a row is none of the list's own, and is to be left out."""
        words = [clean(cell) for cell in raw]
        said = list(dict.fromkeys(filter(None, words)))
        if not said:
            return False
        if len(said) == 1 and (grade := _grade_in(said[0])):
            self.grade, self.row = grade, number
            self._say("section", said[0], number)
        elif _is_total(said) or (len(said) == 1 and self._is_remark(words, said[0])):
            self._say("no_site", said[0], number)
        else:
            return False
        return True

    @property
    def notes(self) -> list[Reason]:
        """What was left out, for the notes of the plan."""
        return self._notes[:MOST_SAID]

    def _is_remark(self, words: list[str], said: str) -> bool:
        is_named = 0 <= self._title < len(words) and words[self._title] == said != words[0]
        return not is_named and bool(_REMARK.fullmatch(said))

    def _say(self, code: str, words: str, number: int) -> None:
        self._notes.append(Reason(code, "", "", words, {"row": number, "words": words[:60]}))


def _is_total(said: list[str]) -> bool:
    """合计, and beside it nothing but numbers."""
    return bool(_TOTAL.fullmatch(said[0])) and all(map(_NUMBERS.fullmatch, said[1:]))


def _grade_in(words: str) -> str:
    """The words of a grade that a heading consists of, whole; "" for any other words."""
    bare = _COUNT.sub("", _NUMBERING.sub("", words)).strip()
    is_heading = len(squeeze(bare)) >= 3 and len(bare) <= 30 and _HEADING.fullmatch(bare)
    return bare if is_heading and grade_of(bare) else ""
