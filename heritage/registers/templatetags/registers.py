from django import template

from ..admin.rows import RowInWords
from ..models import ImportedRow

register = template.Library()


@register.filter
def in_words(row: ImportedRow) -> RowInWords:
    """The reasons and changes of an imported row, for people."""
    return RowInWords(row)


@register.filter
def of_key(counts: dict, key: str) -> int:
    return counts.get(key, 0)
