"""Which pages are neighbourhoods: the room that has their type says so, from `AppConfig.ready`."""

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page

from .models import Team

# Root, home page of a language, neighbourhood.
NEIGHBOURHOOD_DEPTH = 3
_kinds: list[type[Page]] = []


def register_neighbourhood(model: type[Page]) -> None:
    """Say that pages of this type are neighbourhoods, which may have a team."""
    if model not in _kinds:
        _kinds.append(model)


def is_neighbourhood(page: Page) -> bool:
    return page.depth == NEIGHBOURHOOD_DEPTH and issubclass(page.specific_class, tuple(_kinds))


def neighbourhoods(language: str = settings.LANGUAGE_CODE) -> QuerySet[Page]:
    """Neighbourhood pages in one language, by name."""
    pages = Page.objects.type(*_kinds).filter(depth=NEIGHBOURHOOD_DEPTH)
    return pages.filter(locale__language_code=language).order_by("title")


def without_team(language: str = settings.LANGUAGE_CODE) -> QuerySet[Page]:
    """Those of them that have no team yet."""
    teams = Team.objects.filter(neighbourhood_key=OuterRef("translation_key"))
    return neighbourhoods(language).filter(~Exists(teams))
