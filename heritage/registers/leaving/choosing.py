"""Which pages a register is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page

from ..planning.kinds import KINDS, NEIGHBOURHOOD
from ..planning.present import Present, present_values, public_values

CHUNK = 500
# Neighbourhoods are a register of their own: what stands in them names them.
USUAL_KINDS = tuple(kind for kind in KINDS if kind != NEIGHBOURHOOD)


class Status(StrEnum):
    """`live`: published pages as visitors read them; `draft`: what is not published, in its newest
    version; `all`: everything in its newest version."""

    LIVE = "live"
    DRAFT = "draft"
    ALL = "all"


@dataclass(frozen=True)
class Choice:
    """What to take out. `paths`: the parts of the tree that somebody may see; None for all."""

    neighbourhood: Page | None = None
    kinds: tuple[str, ...] = USUAL_KINDS
    status: Status = Status.ALL
    language: str = field(default_factory=lambda: settings.LANGUAGE_CODE)
    paths: tuple[str, ...] | None = None

    @property
    def is_source(self) -> bool:
        """Whether it is in the language that registers are brought in in."""
        return self.language == settings.LANGUAGE_CODE

    def pages(self) -> QuerySet[Page]:
        """The pages, in the tree's order."""
        pages = Page.objects.filter(
            locale__language_code=self.language, content_type__in=_types(self.kinds)
        )
        if self.neighbourhood is not None:
            roots = Page.objects.filter(
                translation_key=self.neighbourhood.translation_key,
                locale__language_code=self.language,
            )
            pages = pages.filter(_below(roots.values_list("path", flat=True)))
        if self.paths is not None:
            pages = pages.filter(_below(self.paths))
        if self.status != Status.ALL:
            pages = pages.filter(live=self.status == Status.LIVE)
        return pages.order_by("path")

    def chunks(self) -> Iterator[tuple[list[tuple], Present]]:
        """Some pages at a time as (pk, kind, key, slug, path), with what they say. The number of
        queries for a chunk does not grow with its pages."""
        kinds = {content_type.pk: kind for content_type, kind in _types(self.kinds).items()}
        rows = self.pages().values_list("pk", "content_type", "translation_key", "slug", "path")
        chunk: list[tuple] = []
        for pk, content_type, *rest in rows.iterator(chunk_size=CHUNK):
            chunk.append((pk, kinds[content_type], *rest))
            if len(chunk) == CHUNK:
                yield chunk, self._present(chunk)
                chunk = []
        if chunk:
            yield chunk, self._present(chunk)

    def _present(self, chunk: list[tuple]) -> Present:
        read = public_values if self.status == Status.LIVE else present_values
        return read((pk, kind) for pk, kind, *_rest in chunk)


def _types(kinds: tuple[str, ...]) -> dict[ContentType, str]:
    return {ContentType.objects.get_for_model(KINDS[kind]): kind for kind in kinds}


def _below(paths) -> Q:
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(path__startswith=path)
    return found
