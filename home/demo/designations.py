"""What the fact sheet says of a site's protection, as designations."""

import re

from heritage.places.grades import GRADES, Grade
from heritage.places.models import Designation

GRADE_OF_LEVEL = {
    "全国重点文物保护单位": Grade.NATIONAL,
    "省级文物保护单位": Grade.PROVINCIAL,
    "市级文物保护单位": Grade.MUNICIPAL,
    "区级文物保护单位": Grade.COUNTY,
}
GRADE_OF_CLASS = {
    "历史建筑": Grade.HISTORIC_BUILDING,
    "传统风貌建筑": Grade.TRADITIONAL_BUILDING,
    "革命旧址": Grade.REVOLUTIONARY,
    "不可移动文物": Grade.UNGRADED,
}
BODIES = {
    Grade.NATIONAL: ("国务院", "State Council"),
    Grade.PROVINCIAL: ("广东省人民政府", "People's Government of Guangdong"),
    Grade.MUNICIPAL: ("广州市人民政府", "People's Government of Guangzhou"),
}
# The province's first list was announced before its government had that name.
COMMITTEE_1962 = ("广东省人民委员会", "People's Committee of Guangdong")
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip


def designations(row: dict[str, str], language: str) -> list[Designation]:
    """Return the site's designations in `zh-hans` or `en`; none for a row without a class."""
    grade = _grade(row)
    if grade is None:
        return []
    english = language == "en"
    announced, today = _categories(row["category"])
    body = COMMITTEE_1962 if row["announced"] == "1962-07" else BODIES.get(grade, ("", ""))
    return [
        Designation(
            track=GRADES[grade].track,
            grade=grade,
            batch=row["batch"],
            register_number="" if row["register_no"].startswith("(") else row["register_no"],
            announced_name=_part_of(row, english),
            category_announced=announced,
            category_today=today,
            announced_by=body[english],
            announced_on=_date_words(row["announced"], english),
            announced_on_edtf=row["announced"] if english else "",
            is_unverified="待核" in row["protection_level"] + row["heritage_class"],
            note=_note(row, english),
        )
    ]


def _grade(row: dict[str, str]) -> Grade | None:
    if row["protection_level"] in GRADE_OF_LEVEL:
        return GRADE_OF_LEVEL[row["protection_level"]]
    for word, grade in GRADE_OF_CLASS.items():
        if row["heritage_class"].startswith(word):
            return grade
    return None


def _categories(text: str) -> tuple[str, str]:
    """`革命遗址…(1961类名)/近现代…` names the class as announced and the class today."""
    first, slash, second = text.partition("/")
    return (re.sub(r"\(.*\)$", "", first), second) if slash else (text, "")


def _part_of(row: dict[str, str], english: bool) -> str:
    if row["register_no"] != "(中共三大会址组成部分)":
        return ""
    if english:
        return "part of the Site of the Third National Congress of the CPC"
    return "中国共产党第三次全国代表大会会址（组成部分）"


def _date_words(iso: str, english: bool) -> str:
    parts = [int(part) for part in iso.split("-") if part]
    if not parts:
        return ""
    if english:
        words = [str(parts[0])]
        words += [MONTHS[parts[1] - 1]] if len(parts) > 1 else []
        words += [str(parts[2])] if len(parts) > 2 else []
        return " ".join(reversed(words))
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def _note(row: dict[str, str], english: bool) -> str:
    unsure = re.search(r"listing day(?: and street)?: unsure", row["confidence"])
    if unsure:
        return "The day of the announcement is to be checked." if english else "公布日期待核。"
    if "may since have a higher level" in row["confidence"]:
        return (
            "May since have been raised to a higher grade."
            if english
            else "此后级别或已提高，待核。"
        )
    if "current level: unsure" in row["confidence"]:
        return "The grade today is to be checked." if english else "现级别待核。"
    return ""
