"""Which pages to offer somebody who stands in front of a plaque."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import F
from wagtail.models import Page

from ..admin.permissions import editable_pages, may_edit
from ..models import Plaque
from ..registries import Position, nearby
from ..standing import NEIGHBOURHOOD_DEPTH

MOST = 30


@dataclass(frozen=True)
class Offer:
    """A page to tap: how far away it is, and the codes of plaques that it has already."""

    page: Page
    metres: int | None
    codes: list[str]

    @property
    def kind(self) -> str:
        """What sort of page it is, in the reader's language."""
        model = self.page.cached_content_type.model_class()
        return str((model or Page)._meta.verbose_name)


def offers(*, user, plaque: Plaque, point: Position | None = None, words: str = "") -> list[Offer]:
    """Pages `user` may edit: those with `words` in a title, else the nearest, else the lane's."""
    if words:
        found = [(page, None) for page in _named(user, words)]
    elif point:
        found = [(page, away) for page, away in nearby(point, user) if may_edit(user, page)]
    else:
        found = [(page, None) for page in _in_neighbourhood(user, plaque)]
    codes = _codes([page for page, _away in found])
    return [
        Offer(page, None if away is None else round(away), codes.get(page.translation_key, []))
        for page, away in found
    ]


def _editable(user):
    return editable_pages(user).filter(
        depth__gte=NEIGHBOURHOOD_DEPTH, locale__language_code=settings.LANGUAGE_CODE
    )


def _named(user, words: str):
    """By a title in any language; the shortest first, which is the likeliest."""
    keys = Page.objects.filter(title__icontains=words.strip()).values("translation_key")
    found = _editable(user).filter(translation_key__in=keys)
    return sorted(found[: MOST * 4], key=lambda page: len(page.title))[:MOST]


def _in_neighbourhood(user, plaque: Plaque):
    pages = _editable(user)
    home = pages.filter(translation_key=plaque.neighbourhood_key).first()
    if plaque.neighbourhood_key and home:
        pages = pages.filter(path__startswith=home.path)
    return pages.order_by(F("depth").desc(), "title")[:MOST]


def _codes(pages: list[Page]) -> dict:
    keys = [page.translation_key for page in pages]
    rows = Plaque.objects.in_service().filter(target_key__in=keys).order_by("code")
    found: dict = {}
    for key, code in rows.values_list("target_key", "code"):
        found.setdefault(key, []).append(code)
    return found
