from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Page

from heritage.delivery.freshness import renew_after_commit

from ..models import Inspection, Plaque, PlaqueEvent, StatutoryMarker
from .reading import Carried, ElsewhereError, RegisterError, read_register

BATCH = 500


@dataclass
class Report:
    """What was, or on a dry run would be, brought in."""

    new: int = 0
    known: int = 0
    events: int = 0
    inspections: int = 0
    homeless: list[str] = field(default_factory=list)  # codes whose page is not here


@transaction.atomic
def register_bring_in(
    data: object, *, is_dry_run: bool = False, photographs: dict[str, int] | None = None
) -> Report:
    """Add a register that `register_take_out` gave; RegisterError in words, and nothing changed.

    Safe to run twice. A code that is here and points elsewhere is a conflict: all are listed.
    `photographs` are the pictures that came beside it, by name; without it none is looked for.
    """
    carried = read_register(data)
    numbers = _numbers(carried, photographs)
    pages = PagesHere(carried)
    here = {plaque.code: plaque for plaque in _chunked(Plaque, [one.code for one in carried])}
    _refuse_conflicts(carried, here, pages)
    report = Report(homeless=[one.code for one in carried if pages.is_missing(one)])
    fresh = [one for one in carried if one.code not in here]
    report.new, report.known = len(fresh), len(carried) - len(fresh)
    made = Plaque.objects.bulk_create(
        [_plaque(one, pages, numbers) for one in fresh], batch_size=BATCH
    )
    here |= {plaque.code: plaque for plaque in made}
    StatutoryMarker.objects.bulk_create(
        [StatutoryMarker(plaque=here[one.code], **one.marker) for one in fresh if one.marker],
        batch_size=BATCH,
    )
    people = dict(get_user_model().objects.values_list(get_user_model().USERNAME_FIELD, "pk"))
    report.events = _add_rows(PlaqueEvent, "kind", "events", carried, here, people)
    for inspection in (row for one in carried for row in one.inspections):
        inspection["photo_id"] = numbers.get(inspection.pop("photo"))
    report.inspections = _add_rows(Inspection, "state", "inspections", carried, here, people)
    # Rows in bulk send no signal, and pages name their plaques.
    renew_after_commit()
    if is_dry_run:
        transaction.set_rollback(True)
    return report


class PagesHere:
    """Which page of this installation a carried page is: by its key, else by its address."""

    def __init__(self, carried: list[Carried]):
        named = [page for one in carried for page in (one.target, one.neighbourhood) if page]
        self._keys = set(_values("translation_key", {page.key for page in named}))
        paths = {page.path for page in named if page.path and page.key not in self._keys}
        self._by_path = {row[1]: row[0] for row in _rows(paths)}

    def key_of(self, page):
        """The key to keep: the carried one where no page is found, so that it may still come."""
        if page is None or page.key in self._keys:
            return page and page.key
        return self._by_path.get(page.path, page.key)

    def is_missing(self, one: Carried) -> bool:
        page = one.target
        return bool(page and page.key not in self._keys and page.path not in self._by_path)


def _values(column: str, keys: set) -> Iterable:
    for part in _parts(keys):
        yield from Page.objects.filter(translation_key__in=part).values_list(column, flat=True)


def _rows(paths: set[str]) -> Iterable:
    for part in _parts(paths):
        yield from Page.objects.filter(
            url_path__in=part, locale__language_code=settings.LANGUAGE_CODE
        ).values_list("translation_key", "url_path")


def _chunked(model, codes: list[str]) -> Iterable[Plaque]:
    for part in _parts(codes):
        yield from model.objects.filter(code__in=part)


def _parts(items) -> Iterable[list]:
    items = sorted(items)
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def _refuse_conflicts(carried: list[Carried], here: dict[str, Plaque], pages: PagesHere) -> None:
    conflicts = [
        one
        for one in carried
        if one.code in here
        and (here[one.code].target_key, here[one.code].part_key)
        != (pages.key_of(one.target), one.part)
    ]
    if conflicts:
        told = (
            f"{one.code} ({here[one.code].label or '–'} ≠ {one.label or '–'})" for one in conflicts
        )
        raise ElsewhereError(
            "Nothing was brought in: these codes point elsewhere here: " + ", ".join(told),
            [one.code for one in conflicts],
        )


def _numbers(carried: list[Carried], photographs: dict[str, int] | None) -> dict[str, int]:
    """The pictures that plaques name; RegisterError for one that did not come with them."""
    if photographs is None:
        return {}
    named = {row["photo"] for one in carried for row in ({"photo": one.photo}, *one.inspections)}
    if missing := sorted(named - {""} - photographs.keys()):
        raise RegisterError(f"Photographs of plaques that did not come with them: {missing[0]}")
    return photographs


def _plaque(one: Carried, pages: PagesHere, photographs: dict[str, int]) -> Plaque:
    return Plaque(
        **one.plain,
        photo_id=photographs.get(one.photo),
        target_key=pages.key_of(one.target),
        neighbourhood_key=pages.key_of(one.neighbourhood),
        part_key=one.part,
    )


def _add_rows(model, what: str, name: str, carried, here, people) -> int:
    """Add the rows that are not here yet: another plaque, another kind or another moment."""
    keys = [here[one.code].pk for one in carried if getattr(one, name)]
    known = set()
    for part in _parts(keys):
        rows = model.objects.filter(plaque__in=part)
        known |= set(rows.values_list("plaque_id", what, "at"))
    fresh = []
    for one in carried:
        plaque = here[one.code]
        for row in getattr(one, name):
            if (plaque.pk, row[what], row["at"]) not in known:
                fresh.append(model(plaque=plaque, **_signed(row, people)))
    # The newest first in the file; the oldest first here, so that equal moments keep their order.
    return len(model.objects.bulk_create(fresh[::-1], batch_size=BATCH))


def _signed(row: dict, people: dict[str, int]) -> dict:
    """Who did it, where they have an account here; else their name beside the reason."""
    row = dict(row)
    name = row.pop("by")
    if name in people:
        return {**row, "by_id": people[name]}
    return {**row, "note": " — ".join(filter(None, [row["note"], name]))[:255]}
