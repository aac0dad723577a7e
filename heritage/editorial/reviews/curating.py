"""Where somebody makes first reviews: below the neighbourhoods whose curator they are."""

from wagtail.models import Page

from heritage.editorial.teams.asking import teams_of
from heritage.editorial.teams.roles import TeamRole

_KEPT_AS = "_qilou_curated_paths"


def curated_paths(user) -> tuple[str, ...]:
    """Tree paths of the neighbourhoods a person curates, in every language; read once a request."""
    if not hasattr(user, _KEPT_AS):
        setattr(user, _KEPT_AS, _read(user))
    return getattr(user, _KEPT_AS)


def _read(user) -> tuple[str, ...]:
    from heritage.editorial.teams.asking import standing_of

    curated = {team for team, role in standing_of(user).teams if role == TeamRole.CURATOR}
    if not curated:
        return ()
    keys = teams_of(user).filter(pk__in=curated).values("neighbourhood_key")
    pages = Page.objects.filter(translation_key__in=keys)
    return tuple(pages.order_by("path").values_list("path", flat=True))


def curates(user, page: Page) -> bool:
    """Whether a page stands below a neighbourhood somebody curates. No query after the first."""
    return bool(page.path) and page.path.startswith(curated_paths(user) or ("-",))
