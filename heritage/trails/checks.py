"""What is asked of a walk."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from heritage.editorial.readiness.registry import Lack, register_check

from .models import TrailPage

FEWEST = 2


@register_check("stops", _("At least two stops"), page_types=[TrailPage], field="stops")
def has_stops(page):
    """A walk leads from somewhere to somewhere."""
    if len(page.stops.all()) < FEWEST:
        yield Lack(_("Add the places that the walk passes, in order."))


@register_check(
    "stops-live",
    _("Every stop is published"),
    page_types=[TrailPage],
    field="stops",
    is_required=False,
    applies=lambda page: bool(page.stops.all()),
)
def stops_are_published(page):
    """A stop that is not public is passed over on the walk."""
    stops = [stop.page_id for stop in page.stops.all()]
    drafts = Page.objects.filter(pk__in=stops, live=False).values_list("pk", "title")
    for key, title in drafts:
        yield Lack(
            _("“%(stop)s” is not published.") % {"stop": title},
            f"stops-{stops.index(key)}",
        )
