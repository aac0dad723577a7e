"""Brings the demo city in, page by page; what is there already is left alone."""

from collections.abc import Callable

from django.core.management import call_command
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from heritage.archive.models import Picture
from heritage.archive.models.picture import Origin
from heritage.archive.preparing import pictures_prepare
from heritage.editorial.readiness.keeping import readiness_postponed
from heritage.places.models import NeighbourhoodPage
from heritage.plaques.services import plaque_for
from home.models import HomePage

from . import builders
from .pictures import picture
from .reading import read_neighbourhood_order, read_text, slugs
from .writing import open_home, write_page

WITH_PLAQUES = {"landmarks", "murals", "trails"}
Progress = Callable[[str], None]


def load(say: Progress = lambda words: None) -> int:
    """Bring in what is missing of the demo city; return how many pages were made."""
    # Both are written once at the end instead of at each of the dozen saves of a page.
    with disable_reference_index_auto_update(), readiness_postponed():
        made = _load_all(say)
    say("pictures: making the sizes that pages ask for")
    pictures_prepare(pictures=list(Picture.objects.filter(origin=Origin.DRAWN)))
    if made:
        say("writing down what uses what")
        call_command("rebuild_references_index", verbosity=0)
    return made


def _load_all(say: Progress) -> int:
    home = HomePage.objects.get(locale__language_code="zh-hans", depth=2)
    open_home(home, read_text("home.toml"), picture("home-hero", "骑楼街"))
    made = 0
    for kind, parts in (
        ("neighbourhoods", builders.neighbourhood),
        ("landmarks", builders.landmark),
        ("murals", builders.mural),
        ("corridors", builders.corridor),
        ("trails", builders.trail),
        ("people", builders.person),
        ("histories", builders.history),
    ):
        count = sum(_load_one(kind, slug, parts, home) for slug in ordered(kind))
        made += count
        say(f"{kind}: {count} new" if count else f"{kind}: nothing new")
    return made


def ordered(kind: str) -> list[str]:
    """The slugs of one kind; neighbourhoods in the fact sheet's order, then the other streets."""
    found = slugs(kind)
    if kind != "neighbourhoods":
        return found
    first = read_neighbourhood_order()
    return [slug for slug in first if slug in found] + [s for s in found if s not in first]


def _load_one(kind: str, slug: str, parts: Callable, home: Page) -> bool:
    text = read_text(f"{kind}/{slug}.toml")
    parent = home
    if text.get("neighbourhood"):
        parent = NeighbourhoodPage.objects.get(
            slug=text["neighbourhood"], locale=Locale.get_default()
        )
    if parent.get_children().filter(slug=slug).exists():
        return False
    page = write_page(parent, slug, text, parts)
    if kind in WITH_PLAQUES:
        plaque_for(page=page, note="示范城市")
    return True
