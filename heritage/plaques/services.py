"""What is done to plaques, each step with a row of history. All or nothing."""

from django.db import transaction
from wagtail.models import Page

from .models import Plaque, PlaqueEvent
from .registries import Part
from .standing import neighbourhood_key_of, source_page

TITLE_LENGTH = PlaqueEvent._meta.get_field("title").max_length
LABEL_LENGTH = Plaque._meta.get_field("label").max_length
Kind = PlaqueEvent.Kind


@transaction.atomic
def plaque_retarget(
    *, plaque: Plaque, page: Page | None, part: Part | None = None, by=None, note: str = ""
) -> Plaque:
    """Point a plaque at a page, or a part of it (None: take it off its page), and remember both.

    The neighbourhood and the name on the plaque follow the page. Nothing happens, and nothing is
    remembered, where the plaque points there already.
    """
    before, part_before = plaque.target_key, plaque.part_key
    after, part_after = page and page.translation_key, part and part.key
    if (before, part_before) == (after, part_after):
        return plaque
    title = ""
    plaque.target_key, plaque.part_key = after, part_after
    plaque.part_kind = part.kind if part else ""
    if page is not None:
        source = source_page(page)
        title = f"{source.title} · {part.label}" if part else source.title
        plaque.label = (part.label if part else title)[:LABEL_LENGTH]
        plaque.neighbourhood_key = neighbourhood_key_of(source)
    plaque.save()
    remember(
        plaque,
        Kind.UNBOUND if after is None else Kind.RETARGETED if before else Kind.BOUND,
        by=by,
        note=note,
        from_key=before,
        to_key=after,
        from_part=part_before,
        to_part=part_after,
        title=title[:TITLE_LENGTH],
    )
    return plaque


@transaction.atomic
def plaque_move_on(*, plaque: Plaque, status: str, by=None, note: str = "") -> Plaque:
    """Set a plaque's status (printed, fixed, …) and remember who did, and why."""
    if plaque.status == status:
        return plaque
    plaque.status = Plaque.Status(status)
    plaque.save()
    remember(plaque, Kind(status), by=by, note=note)
    return plaque


def plaque_retire(*, plaque: Plaque, by=None, note: str = "") -> Plaque:
    """Take a plaque out of service. Its code goes on opening the page it pointed at."""
    return plaque_move_on(plaque=plaque, status=Plaque.Status.RETIRED, by=by, note=note)


@transaction.atomic
def plaque_for(*, page: Page, by=None, note: str = "") -> Plaque:
    """The plaque of a page; minted and bound where it has none in service yet."""
    plaque = Plaque.objects.in_service().of_page(page).order_by("created_at", "pk").first()
    if plaque is not None:
        return plaque
    [plaque] = Plaque.objects.mint(1, by=by, note=note)
    return plaque_retarget(plaque=plaque, page=page, by=by, note=note)


def plaques_follow(page: Page) -> int:
    """After a page was moved: give plaques at it or below it their new neighbourhood.

    Only the source language decides. Returns how many plaques were changed.
    """
    if source_page(page).pk != page.pk:
        return 0
    keys = Page.objects.descendant_of(page, inclusive=True).values("translation_key")
    key = neighbourhood_key_of(page)
    return (
        Plaque.objects.filter(target_key__in=keys)
        .exclude(neighbourhood_key=key)
        .update(neighbourhood_key=key)
    )


def remember(plaque: Plaque, kind: str, *, by, note: str, **where) -> None:
    """Add a row to a plaque's history."""
    PlaqueEvent.objects.create(plaque=plaque, kind=kind, by=by, note=note, **where)
