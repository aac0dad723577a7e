"""Who may take out what. Packages go out and come in by whoever brings registers in."""

from django.db.models import QuerySet

from heritage.places.models import NeighbourhoodPage

from ..planning.neighbourhoods import home_page


def neighbourhoods_read_by(user) -> QuerySet[NeighbourhoodPage]:
    """The neighbourhoods whose pages somebody may see, drafts included, in the source language."""
    home = home_page()
    pages = NeighbourhoodPage.objects.child_of(home) if home else NeighbourhoodPage.objects.none()
    readable = [page.pk for page in pages if page.permissions_for_user(user).can_read()]
    return pages.filter(pk__in=readable).order_by("path")


def reads_everything(user) -> bool:
    """Whether somebody may see the pages of the whole city, also those under no neighbourhood."""
    home = home_page()
    return (
        home is not None
        and home.permissions_for_user(user).can_read()
        and all(
            page.permissions_for_user(user).can_read()
            for page in NeighbourhoodPage.objects.child_of(home)
        )
    )


def may_take_out(user) -> bool:
    return user.is_active and neighbourhoods_read_by(user).exists()
