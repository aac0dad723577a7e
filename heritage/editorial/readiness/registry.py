"""The checks that rooms register: what stands between a page and its readers.

A check is a function that looks at a page as it is being edited and yields a `Lack` for each thing
that is missing; one that yields nothing is content. Adding one:

    @register_check(
        "opening-hours", _("Opening hours"), page_types=["places.LandmarkPage"],
        field="opening", is_required=False,
    )
    def tells_opening_hours(page):
        if not page.opening:
            yield Lack(_("Nobody knows when to come."))

in a module that the room's `AppConfig.ready` imports.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise
from wagtail.models import Page

Words = str | Promise
PageType = type[Page] | str


@dataclass(frozen=True)
class Lack:
    """One thing that is missing: why, and which field mends it.

    `field` is a content path: `lede`, `body.<block id>`, `sources` (an inline panel), `panels-2`
    (its third form), `panels-2.picture`. Empty: the field of the check. `url` is for what is
    mended elsewhere in the admin: a picture's own form, the page in another language.
    """

    why: Words
    field: str = ""
    url: str = ""


CheckFunction = Callable[[Page], Iterable[Lack]]


@dataclass(frozen=True)
class Check:
    """A question asked of pages of some types, and where its answer is given."""

    code: str
    label: Words
    find: CheckFunction
    page_types: Sequence[PageType]
    field: str
    is_required: bool
    asks_translations: bool
    applies: Callable[[Page], bool] | None

    def concerns(self, page: Page, *, is_translation: bool) -> bool:
        """Whether the check has a question for this page."""
        if is_translation and not self.asks_translations:
            return False
        if not any(isinstance(page, _model(one)) for one in self.page_types):
            return False
        return self.applies is None or self.applies(page)


_checks: dict[str, Check] = {}
_exemptions: list[Callable[[Page], bool]] = []


def register_check(
    code: str,
    label: Words,
    *,
    page_types: Sequence[PageType],
    field: str = "",
    is_required: bool = True,
    asks_translations: bool = False,
    applies: Callable[[Page], bool] | None = None,
) -> Callable[[CheckFunction], CheckFunction]:
    """Make a function a check of pages; `code` is for ever, `label` is what an editor reads.

    `page_types` are models, abstract ones too, or "app.Model" for one of a room above. A page in
    another language than the site's own is only asked with `asks_translations`. `applies(page)`
    says whether there is anything to ask at all. Registering a code again replaces the check.
    """

    def register(function: CheckFunction) -> CheckFunction:
        _checks[code] = Check(
            code, label, function, page_types, field, is_required, asks_translations, applies
        )
        return function

    return register


def register_exemption(function: Callable[[Page], bool]) -> Callable[[Page], bool]:
    """Let `function(page)` tell pages that derive from another and are asked nothing."""
    if function not in _exemptions:
        _exemptions.append(function)
    return function


def unregister_check(code: str) -> None:
    """Forget a check; for an installation that does without it, and for tests."""
    _checks.pop(code, None)


def all_checks() -> list[Check]:
    """Every check, the required first, each kind in the order of registering."""
    return sorted(_checks.values(), key=lambda check: not check.is_required)


def checks_of(page: Page) -> Iterator[Check]:
    """The checks that concern a page."""
    if any(function(page) for function in _exemptions):
        return
    translation = is_translation(page)
    for check in all_checks():
        if check.concerns(page, is_translation=translation):
            yield check


def is_translation(page: Page) -> bool:
    """Whether a page is in another language than the site's own."""
    return bool(page.locale_id) and page.locale.language_code != settings.LANGUAGE_CODE


def _model(page_type: PageType) -> type:
    return apps.get_model(page_type) if isinstance(page_type, str) else page_type
