"""Words that are kept once, in Simplified, shown to a reader of Traditional."""

from django.core.cache import cache
from django.utils.translation import get_language

from ..models import NameForm
from .convert import to_traditional
from .sync import TARGET

NAMES_KEY = "traditional-names"
_MINUTE = 60


def for_reader(text: str) -> str:
    """The text in Traditional where that is what the reader reads; as it is elsewhere."""
    if get_language() != TARGET:
        return text
    return to_traditional(text, cache.get_or_set(NAMES_KEY, _names, _MINUTE))


def _names() -> dict[str, str]:
    return dict(NameForm.objects.values_list("simplified", "traditional"))


def forget_names(**kwargs) -> None:
    """Signal receiver: a name's own form was written down, changed or deleted."""
    cache.delete(NAMES_KEY)
