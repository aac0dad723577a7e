"""What is asked of what stands on the map."""

from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check
from heritage.editorial.readiness.together import asked_together

from .boundaries import is_inside
from .geodesy import within_box
from .models import CorridorPage, LandmarkPage, MuralPage, NeighbourhoodPage

IN_A_NEIGHBOURHOOD = [LandmarkPage, MuralPage, CorridorPage]


@register_check(
    "location",
    _("It stands in its neighbourhood, or a note says why not"),
    page_types=IN_A_NEIGHBOURHOOD,
    field="point_entered",
)
def stands_in_its_neighbourhood(page):
    """A point inside the boundary, or near the middle where no boundary is drawn."""
    if page.location_note.strip():
        return
    if page.point is None:
        yield Lack(_("Say where it stands. Where nobody knows any more, say so in the note."))
    elif not within_box(page.point):
        yield Lack(_("Its point lies outside the city. Mend it, or say why in the note."))
    elif is_inside_neighbourhood(page) is False:
        yield Lack(_("Its point lies outside its neighbourhood. Mend it, or say why in the note."))


@register_check(
    "middle", _("Where the neighbourhood is"), page_types=[NeighbourhoodPage], field="point_entered"
)
def neighbourhood_has_a_point(page):
    """A point in the city; the map and the measure of its places hang on it."""
    if page.point is None:
        yield Lack(_("Paste the coordinates of its middle."))
    elif not within_box(page.point) and not page.location_note.strip():
        yield Lack(_("Its point lies outside the city. Mend it, or say why in the note."))


def is_inside_neighbourhood(page) -> bool | None:
    """Whether it lies in the neighbourhood above it; None where that cannot be told."""
    neighbourhood = neighbourhood_of(page)
    return is_inside(neighbourhood, page.point) if neighbourhood else None


@asked_together
def neighbourhood_of(pages) -> dict[int | None, NeighbourhoodPage]:
    """The neighbourhood that a page stands in; None for one that has no place in the tree yet."""
    above = {page.pk: page.path[: -page.steplen] for page in pages if page.path}
    found = NeighbourhoodPage.objects.filter(path__in=set(above.values())).only(*_MEASURES)
    by_path = {place.path: place for place in found}
    return {key: by_path[path] for key, path in above.items() if path in by_path}


_MEASURES = ("lat", "lng", "boundary", "title", "path")
