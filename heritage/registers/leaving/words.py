"""Values in words: what a column's cell says for a value, in the active language."""

from decimal import Decimal

from django.db import models
from django.utils.translation import get_language

from ..columns import Shape
from ..planning.kinds import KINDS

_YES_NO = {"zh-hans": ("是", "否"), "zh-hant": ("是", "否")}
DATUMS = {"wgs84": "WGS-84", "gcj02": "GCJ-02", "bd09": "BD-09"}


def cell_of(shape: Shape, value: object, field: models.Field | None, *, is_worded: bool) -> str:
    """One value as text. `is_worded`: choices in words; otherwise as they are stored."""
    if value is None or value == "":
        return ""
    if shape is Shape.YES_NO:
        yes, no = _YES_NO.get(get_language() or "", ("yes", "no"))
        return yes if value else no
    if shape is Shape.CHOICE and field is not None and is_worded:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def kind_words(kind: str, *, is_worded: bool) -> str:
    return str(KINDS[kind]._meta.verbose_name) if is_worded else kind
