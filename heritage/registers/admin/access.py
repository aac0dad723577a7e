"""Who may take out what. Packages go out and come in by whoever brings registers in."""

from django.db.models import QuerySet
from wagtail.models import Page

from heritage.places.models import NeighbourhoodPage

from ..planning.neighbourhoods import home_page


def neighbourhoods_read_by(user) -> QuerySet[NeighbourhoodPage]:
    """The neighbourhoods whose pages somebody may see, drafts included, in the source language."""
    readable = [page.pk for page in _neighbourhoods(home_page()) if _may_read(user, page)]
    return NeighbourhoodPage.objects.filter(pk__in=readable).order_by("path")


def reads_everything(user) -> bool:
    """Whether somebody may see the pages of the whole city, also those under no neighbourhood."""
    home = home_page()
    return (
        home is not None
        and _may_read(user, home)
        and all(_may_read(user, page) for page in _neighbourhoods(home))
    )


def may_take_out(user) -> bool:
    """Asked by the menu on every page of the admin."""
    return user.is_active and any(_may_read(user, page) for page in _neighbourhoods(home_page()))


def _neighbourhoods(home: Page | None) -> QuerySet[Page]:
    """As plain pages, with the reviews they are in: the tester would ask for each by itself."""
    if home is None:
        return Page.objects.none()
    pages = Page.objects.child_of(home).type(NeighbourhoodPage)
    return pages.prefetch_workflow_states()


def _may_read(user, page: Page) -> bool:
    return page.permissions_for_user(user).can_read()
