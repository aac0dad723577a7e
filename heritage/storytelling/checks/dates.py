from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check

from ..dating import says_unknown
from ..fields import HistoricalDateField
from ..models import StoryPage


@register_check(
    "date",
    _("Dates that are understood, or marked as unknown"),
    page_types=[StoryPage],
    field="date",
    applies=lambda page: any(dates_of(page)),
)
def dates_are_understood(page):
    """A date can be sorted, or says that nobody knows."""
    for owner, name, field, is_wanted in dates_of(page):
        words = getattr(owner, name).strip()
        if not words and not getattr(owner, f"{name}_edtf"):
            if is_wanted:
                yield Lack(_("Write when it was; where no source says, write 不详."), field)
        elif not getattr(owner, f"{name}_reading").known and not says_unknown(words):
            values = {"words": words}
            yield Lack(
                _("“%(words)s” is not understood as a date. Add the year in brackets, or 不详.")
                % values,
                field,
            )


def dates_of(page) -> Iterator[tuple[object, str, str, bool]]:
    """The dates of a page: what carries one, its name, its field, and whether it must be given.

    A date that need not be given counts only where somebody wrote one.
    """
    for owner, prefix, wanted in page.dated_parts():
        for field in owner._meta.get_fields():
            if not isinstance(field, HistoricalDateField):
                continue
            is_wanted = field.name in wanted
            if is_wanted or getattr(owner, field.name) or getattr(owner, f"{field.name}_edtf"):
                yield owner, field.name, f"{prefix}{field.name}", is_wanted
