"""What is printed on a plate beside its code: told by the rooms that know the pages.

The register knows no page type. A room above that does (places, home) gives a function of
translation keys to `register_plate_facts`; what it says goes over what the page table alone says.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

CHINESE, ENGLISH = "zh-hans", "en"


@dataclass(frozen=True)
class Statement:
    """The six statements of a 文物保护单位 marker (文物保护法实施条例 art. 10), in Chinese."""

    grade: str = ""
    name: str = ""
    announced_by: str = ""
    announced_on: str = ""
    erected_by: str = ""
    erected_on: str = ""

    @property
    def missing(self) -> list[str]:
        """The names of the fields that say nothing."""
        return [item.name for item in fields(self) if not getattr(self, item.name).strip()]


@dataclass(frozen=True)
class PlateFacts:
    """The words on a plate, in both languages it is printed in; empty where there are none."""

    name_zh: str = ""
    name_en: str = ""
    line_zh: str = ""
    line_en: str = ""
    neighbourhood_zh: str = ""
    neighbourhood_en: str = ""
    number: str = ""  # of a panel in its corridor, of a stop on its trail
    text_zh: str = ""  # what the back of a statutory marker tells
    text_en: str = ""
    statement: Statement | None = field(default=None)

    def over(self, other: "PlateFacts") -> "PlateFacts":
        """These facts, with the other's where these say nothing."""
        said = {item.name: getattr(self, item.name) for item in fields(self)}
        return replace(other, **{name: value for name, value in said.items() if value})


FactsFunction = Callable[[set[UUID]], dict[UUID, PlateFacts]]
_functions: list[FactsFunction] = []


def register_plate_facts(function: FactsFunction) -> FactsFunction:
    """Let `function` tell what stands on plates; usable as a decorator, from an app's ready().

    It is given the keys of all plates of a batch at once (targets and neighbourhoods: translation
    keys of pages, keys of panels) and answers for those it knows. The later registered goes first.
    """
    if function not in _functions:
        _functions.append(function)
    return function


def plate_facts(keys: Iterable[UUID]) -> dict[UUID, PlateFacts]:
    """What is known of the things with these keys, for as many of them as anything is known of."""
    wanted = {key for key in keys if key}
    known = _names_of_pages(wanted)
    for function in _functions:
        for key, facts in function(wanted).items():
            known[key] = facts.over(known.get(key, PlateFacts()))
    return known


def _names_of_pages(keys: set[UUID]) -> dict[UUID, PlateFacts]:
    """Titles as the page table has them: Chinese (or the source language's) and English."""
    rows = Page.objects.filter(translation_key__in=keys).order_by()
    titles: dict[UUID, dict[str, str]] = {}
    for key, language, title in rows.values_list(
        "translation_key", "locale__language_code", "title"
    ):
        titles.setdefault(key, {})[language] = title
    return {
        key: PlateFacts(
            name_zh=said.get(CHINESE) or said.get(settings.LANGUAGE_CODE, ""),
            name_en=said.get(ENGLISH, ""),
        )
        for key, said in titles.items()
    }
