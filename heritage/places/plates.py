"""What stands on the plates of places and other stories, told to the room that prints them."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.utils.translation import override
from wagtail.models import Page

from heritage.plaques.printing.facts import CHINESE, ENGLISH, PlateFacts, Statement

from .grades import Track
from .models import CorridorPanel, Designation


def plate_facts(keys: set[UUID]) -> dict[UUID, PlateFacts]:
    """Facts for the pages and corridor panels with these keys. A few queries for each page type."""
    versions: dict[UUID, dict[str, Page]] = defaultdict(dict)
    pages = Page.objects.filter(translation_key__in=keys).order_by().select_related("locale")
    for page in pages.specific():
        versions[page.translation_key][page.locale.language_code] = page
    statements = _statements(pages)
    known = {key: _of_page(said, statements) for key, said in versions.items()}
    return known | _of_panels(keys)


def _of_page(said: dict[str, Page], statements: dict[int, Statement]) -> PlateFacts:
    chinese = said.get(CHINESE) or said.get(settings.LANGUAGE_CODE)
    english = said.get(ENGLISH)
    return PlateFacts(
        name_zh=chinese.title if chinese else "",
        name_en=english.title if english else getattr(chinese, "foreign_name", ""),
        line_zh=getattr(chinese, "lede", ""),
        line_en=getattr(english, "lede", ""),
        statement=statements.get(chinese.pk) if chinese else None,
    )


def _statements(pages: Iterable[Page]) -> dict[int, Statement]:
    """What the latest designation as 文物 says, by page. Not who puts a marker up."""
    relics = Designation.objects.filter(
        page__in=[page.pk for page in pages], track=Track.RELIC
    ).select_related("page")
    with override(CHINESE):
        return {
            row.page_id: Statement(
                grade=str(row.get_grade_display()),
                name=row.announced_name or row.page.title,
                announced_by=row.announced_by,
                announced_on=row.announced_on,
            )
            for row in sorted(relics, key=lambda row: row.announced_on_latest or 0)
        }


def _of_panels(keys: set[UUID]) -> dict[UUID, PlateFacts]:
    """Panels have a number, a title and the first line of their text; keys span languages."""
    found: dict[UUID, PlateFacts] = {}
    panels = CorridorPanel.objects.filter(key__in=keys).select_related("page__locale")
    for panel in panels:
        language = panel.page.locale.language_code
        if language not in (CHINESE, ENGLISH):
            continue
        end = "zh" if language == CHINESE else "en"
        line = panel.text.strip().split("\n")[0]
        facts = PlateFacts(
            **{f"name_{end}": panel.title, f"line_{end}": line},
            number=str((panel.sort_order or 0) + 1),
        )
        found[panel.key] = facts.over(found.get(panel.key, PlateFacts()))
    return found
