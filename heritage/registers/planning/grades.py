"""The grade of protection, however a list words it."""

import re
from functools import lru_cache

from heritage.places.grades import Grade

from ..columns.folding import squeeze

_RELIC = r"(?:文物保护单位|文保单位|文物单位|重点文物|文保|文物|级|保护单位)?"
# Read on Simplified characters without spaces and punctuation, the first that is found. Words of
# other countries' lists are not among them: a Grade II or a 国宝 is no grade of Chinese law.
_PATTERNS = tuple(
    (re.compile(pattern), grade)
    for pattern, grade in (
        (
            r"尚?未(?:核定|定级|核定公布).*文物|未定级|一般不可移动文物|^不可移动文物|登记不可移动文物|"
            r"三普登记|四普登记|普查登记|文物点$|文物线索",
            Grade.UNGRADED,
        ),
        (
            r"全国重点文物|全国重点文保|全国文物保护|^国保|国家级" + _RELIC + r"$|^全国$|^国家$|"
            r"国家重点文物|^国级",
            Grade.NATIONAL,
        ),
        (
            r"(?:省|自治区)级?(?:重点)?文物保护|(?:省|自治区)级?文保|^省保|^省级|"
            r"^[^市县区]{0,4}省$",
            Grade.PROVINCIAL,
        ),
        (r"市级?(?:重点)?文物保护|市级?文保|^市保|^[^区县]{0,6}市级|^市$", Grade.MUNICIPAL),
        (
            r"(?:区|县)级?(?:重点)?文物保护|(?:区|县)级?文保|^[区县]保|(?:区|县)级|^[区县]$|"
            r"县市区级|市县级",
            Grade.COUNTY,
        ),
        (r"历史文化街区|历史文化风貌区|历史街区|历史地段", Grade.HISTORIC_BLOCK),
        (r"历史建筑", Grade.HISTORIC_BUILDING),
        (r"传统风貌建筑|优秀传统建筑|风貌建筑", Grade.TRADITIONAL_BUILDING),
        (r"历史文化名(?:城|镇|村)|传统村落|历史文化名镇名村", Grade.HISTORIC_TOWN),
        (r"工业遗产", Grade.INDUSTRIAL),
        (r"革命文物|革命旧址|红色革命遗址|红色史迹|革命遗址", Grade.REVOLUTIONARY),
        (r"地名(?:保护|文化遗产)|历史地名|老地名", Grade.PLACE_NAME),
    )
)
_ENGLISH = {
    "majorhistoricalandculturalsiteprotectedatthenationallevel": Grade.NATIONAL,
    "nationalkeyculturalrelicsprotectionunit": Grade.NATIONAL,
    "nationalpriorityprotectedsite": Grade.NATIONAL,
    "majorsitestatelevel": Grade.NATIONAL,
    "provincialprotectedsite": Grade.PROVINCIAL,
    "provincialculturalrelicprotectionunit": Grade.PROVINCIAL,
    "municipalprotectedsite": Grade.MUNICIPAL,
    "municipalculturalrelicprotectionunit": Grade.MUNICIPAL,
    "districtorcountyprotectedsite": Grade.COUNTY,
    "immovableculturalrelic": Grade.UNGRADED,
    "historicandculturalblock": Grade.HISTORIC_BLOCK,
}
# Says that it is a protected relic, not of which grade.
GENERIC = {"文物保护单位", "文保单位", "文物", "重点文物保护单位"}
_FOREIGN = re.compile(r"指定|登録|国宝|重要文化財|古蹟|古迹|[一二三]级历史建筑|[가-힣]")
_BATCH = re.compile(r"第([0-9一二三四五六七八九十]+)批")
_DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")}
_NOT_SURE = re.compile(r"待核|待定|待查|存疑|未核")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@lru_cache(maxsize=2048)
def grade_of(words: str) -> Grade | None:
    """The grade that words name; None where they name none that is known here."""
    value = words.strip().lower()
    if value in set(Grade):
        return Grade(value)
    word = squeeze(_BRACKETS.sub("", words)) or squeeze(words)
    if _FOREIGN.search(words) or _FOREIGN.search(word):
        return None
    if word in _ENGLISH:
        return _ENGLISH[word]
    return next((grade for pattern, grade in _PATTERNS if pattern.search(word)), None)


def grades_of(words: str) -> list[Grade] | None:
    """Several grades in a cell (省级；历史建筑), each of them known; None where one is not."""
    parts = [part for part in re.split(r"[;；、,，/+＋\n]|及|和", words) if part.strip()]
    found = [grade_of(part) for part in parts]
    if len(parts) > 1 and all(found) and len(set(found)) == len(found):
        return found
    grade = grade_of(words)
    return [grade] if grade else None


def is_unsure(words: str) -> bool:
    """Whether a cell says of itself that it is to be checked: 待核."""
    return bool(_NOT_SURE.search(words))


def batch_in(words: str) -> str:
    """The batch that is named within a grade: 第七批全国重点文物保护单位 → 7."""
    match = _BATCH.search(words)
    return str(_figure(match[1])) if match else ""


def batch_of(words: str) -> str:
    """A batch as its number: 第七批, 第7批次, 七, 7.0 → 7; other words stay."""
    word = squeeze(words.strip().removesuffix(".0"))
    match = re.fullmatch(r"第?([0-9]+|[一二三四五六七八九十]+)(?:批次?|batch)?", word)
    if match and (figure := _figure(match[1])):
        return str(figure)
    return words.strip()


def _figure(text: str) -> int:
    """三 → 3, 十二 → 12, 二十 → 20."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(ones, 0) if len(ones) == 1 else 0
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
