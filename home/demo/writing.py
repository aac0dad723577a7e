"""Writes one page of the demo in Chinese and English; the Traditional page makes itself."""

import json
from collections.abc import Callable

from django.db import transaction
from wagtail.models import Locale, Page, Site

from heritage.storytelling.models import Source, Statement
from heritage.storytelling.traditional import sync_page
from home.models import SiteSettings

from .reading import LANGUAGES, body_blocks, paragraphs

Parts = Callable[[str, dict, str], tuple[type[Page], dict]]


@transaction.atomic
def write_page(parent: Page, slug: str, text: dict, parts: Parts) -> Page:
    """Make and publish a page below `parent`, and its English translation.

    `parts(slug, text, language)` gives the model and what only this kind of page has.
    """
    model, own = parts(slug, text, "zh-hans")
    page = model(slug=slug, live=False, **story(slug, text, "zh-hans"), **_columns(model, own))
    _rows(page, own, text, "zh-hans")
    parent.add_child(instance=page)
    page.save_revision().publish()
    _, own = parts(slug, text, "en")
    english = page.copy_for_translation(Locale.objects.get(language_code="en"))
    for name, value in {**story(slug, text, "en"), **_columns(model, own)}.items():
        setattr(english, name, value)
    english.draft_title = english.title
    _rows(english, own, text, "en")
    english.save_revision().publish()
    return page


def story(slug: str, text: dict, language: str) -> dict:
    """What every story has, from the words of one language."""
    words = text[LANGUAGES[language]]
    other = text["en" if language == "zh-hans" else "zh"]
    return {
        "title": words["title"],
        "foreign_name": other["title"],
        "alt_names": "\n".join(names_of(words.get("also", ""), but=other["title"])),
        "short_name": words.get("short", ""),
        "lede": words["lede"],
        "body": json.dumps(body_blocks(slug, words.get("body", []))),
    }


def names_of(text: str, *, but: str) -> list[str]:
    """Split `甲；乙` or `A; B` into names, without the one that already stands on the page."""
    names = [name.strip() for name in text.replace("；", ";").split(";")]
    return [name for name in names if name and name != but]


def _columns(model: type[Page], own: dict) -> dict:
    names = {field.name for field in model._meta.get_fields() if field.concrete}
    return {name: value for name, value in own.items() if name in names}


def _rows(page: Page, own: dict, text: dict, language: str) -> None:
    """Put the rows of children in place of those that are there."""
    short = LANGUAGES[language]
    page.sources = [
        Source(citation=source[short], kind=source["kind"], url=source.get("url", ""))
        for source in text.get("sources", [])
    ]
    page.statements = [
        Statement(
            claim=statement["claim"],
            text=statement[short],
            source_number=statement.get("source"),
            is_preferred=statement.get("preferred", False),
            note=statement.get(f"note_{short}", ""),
        )
        for statement in text.get("statements", [])
    ]
    for name, value in own.items():
        if isinstance(value, list):
            setattr(page, name, value)


def open_home(home: Page, text: dict, picture) -> None:
    """Write the home pages of Chinese and English, unless somebody has."""
    if home.slogan:
        return
    for page in (home, home.get_translation(Locale.objects.get(language_code="en")).specific):
        words = text[LANGUAGES[page.locale.language_code]]
        page.slogan = "/".join(words["slogan"])
        page.lede = words["intro"]
        page.search_hint = words["search_hint"]
        page.about = paragraphs(words["about"])
        page.picture = picture
        page.save_revision().publish()
    sync_page(home)
    _open_letter_box()


def _open_letter_box() -> None:
    """Pages that invite memories say where to: a sample, in a domain that nobody can own."""
    settings = SiteSettings.objects.first() or SiteSettings(
        site=Site.objects.get(is_default_site=True)
    )
    settings.contact_email = settings.contact_email or "stories@qilou.example"
    settings.save()
