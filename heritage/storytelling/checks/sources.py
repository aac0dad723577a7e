from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check

from ..blocks.cited import CitedBlock
from ..blocks.cites import numbers
from ..models import StoryPage
from .walking import top_blocks


@register_check(
    "sources",
    _("At least one source"),
    page_types=[StoryPage],
    field="sources",
    asks_translations=True,
)
def has_a_source(page):
    """Somebody must be able to check what is told."""
    if not page.sources.all():
        yield Lack(_("Name the book, register, document or neighbour that says so."))


@register_check(
    "red-sources",
    _("Revolutionary history: a source for each block"),
    page_types=[StoryPage],
    field="body",
    applies=lambda page: page.is_red_history,
)
def each_block_of_red_history_names_its_source(page):
    """Every block that states facts names a source that is in the list."""
    known = range(1, len(page.sources.all()) + 1)
    for words, cites, field in factual_parts(page):
        if not set(_read(cites)) & set(known):
            yield Lack(_("No source is named for “%(words)s”.") % {"words": words}, field)


@register_check(
    "cites",
    _("Source numbers lead to sources that are listed"),
    page_types=[StoryPage],
    field="sources",
    is_required=False,
    applies=lambda page: any(cites for _words, cites, _field in factual_parts(page)),
)
def cited_numbers_are_listed(page):
    """A number beside a paragraph leads somewhere."""
    count = len(page.sources.all())
    for words, cites, field in factual_parts(page):
        if lost := [str(number) for number in _read(cites) if not 1 <= number <= count]:
            values = {"words": words, "numbers": ", ".join(lost)}
            yield Lack(
                _("“%(words)s” names source %(numbers)s, which is not listed.") % values, field
            )


def factual_parts(page) -> Iterator[tuple[str, str, str]]:
    """What states facts on a page: how it begins, the source numbers it names, its field."""
    for placed in top_blocks(page):
        child = placed.value
        if isinstance(child.block, CitedBlock):
            yield _beginning(child), child.value.get("cites") or "", f"{placed.field}.cites"
    yield from page.factual_rows()


def _beginning(child) -> str:
    words = " ".join(child.block.get_searchable_content(child.value)).strip()
    return shortened(words) or str(child.block.label)


def shortened(words: str, length: int = 24) -> str:
    """The first characters of a sentence."""
    return words if len(words) <= length else f"{words[:length].rstrip()}…"


def _read(cites: str) -> list[int]:
    try:
        return numbers(cites)
    except ValueError:
        return []
