from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from ..caring import FIXTURE
from ..models import Inspection, Plaque

FORMAT, VERSION = "qilou-plaques", 1
# What is carried as it stands; keys, photographs and people need more than that.
PLAIN = ("code", "label", "status", "kind", "note", "part_kind", "condition")
FIXTURE_CARRIED = tuple(name for name in FIXTURE if name != "photo")


def register_take_out(
    *, keys: set[UUID] | None = None, photographs: dict[int, str] | None = None
) -> dict:
    """The register as JSON data: plaques by code, each with marker, events, inspections.

    The whole of it; with `keys` (translation keys), the plaques that point at one of these pages,
    or at none yet and stand in one of these neighbourhoods. `photographs` are names for pictures
    that are carried beside it, by their numbers; without it no photograph is named.
    """
    plaques = _plaques(keys).prefetch_related("events__by", "inspections__by", "marker")
    plaques = list(plaques.order_by("code"))
    pages = _pages(
        key for plaque in plaques for key in (plaque.target_key, plaque.neighbourhood_key)
    )
    return {
        "format": FORMAT,
        "version": VERSION,
        "plaques": [_plaque(plaque, pages, photographs) for plaque in plaques],
    }


def photographs_of(keys: set[UUID]) -> set[int]:
    """The pictures of the plaques that `register_take_out` gives: in their places, on rounds."""
    plaques = _plaques(keys)
    inspections = Inspection.objects.filter(plaque__in=plaques)
    numbers = [
        rows.order_by().values_list("photo_id", flat=True) for rows in (plaques, inspections)
    ]
    return {number for some in numbers for number in some if number}


def _plaques(keys: set[UUID] | None):
    if keys is None:
        return Plaque.objects.all()
    waiting = Q(target_key__isnull=True, neighbourhood_key__in=keys)
    return Plaque.objects.filter(Q(target_key__in=keys) | waiting)


def _pages(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    """The addresses of pages in the source language, by key."""
    rows = Page.objects.filter(
        translation_key__in={key for key in keys if key},
        locale__language_code=settings.LANGUAGE_CODE,
    )
    return dict(rows.order_by().values_list("translation_key", "url_path"))


def _plaque(plaque: Plaque, pages: dict[UUID, str], photographs: dict[int, str] | None) -> dict:
    marker = getattr(plaque, "marker", None)
    return {
        **{name: getattr(plaque, name) for name in PLAIN},
        **{name: _number(getattr(plaque, name)) for name in FIXTURE_CARRIED},
        "created_at": plaque.created_at.isoformat(),
        "target": _page(plaque.target_key, pages),
        "neighbourhood": _page(plaque.neighbourhood_key, pages),
        "part": _text(plaque.part_key),
        "marker": marker.statements() if marker else None,
        "events": [_event(event) for event in plaque.events.all()],
        "inspections": [
            {**_inspection(one), **_photograph(one, photographs)}
            for one in plaque.inspections.all()
        ],
        **_photograph(plaque, photographs),
    }


def _photograph(row: Plaque | Inspection, photographs: dict[int, str] | None) -> dict:
    return {} if photographs is None else {"photo": photographs.get(row.photo_id, "")}


def _page(key: UUID | None, pages: dict[UUID, str]) -> dict | None:
    return {"key": str(key), "path": pages.get(key, "")} if key else None


def _event(event) -> dict:
    keys = ("from_key", "to_key", "from_part", "to_part")
    return {
        "kind": event.kind,
        "at": event.at.isoformat(),
        "by": event.by.get_username() if event.by else "",
        "note": event.note,
        "title": event.title,
        **{name: _text(getattr(event, name)) for name in keys},
    }


def _inspection(one) -> dict:
    by = one.by.get_username() if one.by else ""
    return {"state": one.state, "at": one.at.isoformat(), "by": by, "note": one.note}


def _text(key: UUID | None) -> str:
    return str(key) if key else ""


def _number(value):
    """Decimals as text: JSON numbers would lose what they say exactly."""
    return value if value is None or isinstance(value, int | str) else str(value)
