"""What a page still lacks: every check asked, every answer in one place."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse
from wagtail.models import Page

from .registry import Check, Lack, checks_of


@dataclass(frozen=True)
class Door:
    """One thing that is missing, and the way to what mends it.

    `anchor` opens the field in the page's own editor (empty where there is none), `url` from
    anywhere; `is_elsewhere` where the mending is done outside that editor.
    """

    why: str
    anchor: str
    url: str
    is_elsewhere: bool


@dataclass(frozen=True)
class Item:
    """One line of the list: what is asked, whether it is there, and what is missing otherwise."""

    check: Check
    lacks: tuple[Lack, ...]
    edit_url: str = ""

    @property
    def code(self) -> str:
        return self.check.code

    @property
    def label(self) -> str:
        return str(self.check.label)

    @property
    def is_required(self) -> bool:
        return self.check.is_required

    @property
    def is_done(self) -> bool:
        return not self.lacks

    @property
    def why(self) -> str:
        """What is missing, in sentences; empty where nothing is."""
        return " ".join(str(lack.why) for lack in self.lacks)

    @property
    def field(self) -> str:
        """The content path of the first field that mends it."""
        return self.lacks[0].field if self.lacks else self.check.field

    @property
    def anchor(self) -> str:
        """The fragment that opens that field in the editor."""
        return anchor_of(self.field)

    @property
    def url(self) -> str:
        """What mends it: the editor of the page opened at that field, or a place elsewhere.

        A bare fragment for an unsaved page.
        """
        return self.doors[0].url if self.lacks else self.edit_url + self.anchor

    @property
    def doors(self) -> list[Door]:
        """Each thing that is missing, with the way to what mends it."""
        return [
            Door(
                str(lack.why),
                anchor_of(lack.field),
                lack.url or self.edit_url + anchor_of(lack.field),
                is_elsewhere=bool(lack.url),
            )
            for lack in self.lacks
        ]


@dataclass(frozen=True)
class Readiness:
    """All that is asked of a page, required things first."""

    items: tuple[Item, ...] = ()

    @cached_property
    def required(self) -> list[Item]:
        return [item for item in self.items if item.is_required]

    @cached_property
    def advised(self) -> list[Item]:
        return [item for item in self.items if not item.is_required]

    @cached_property
    def missing(self) -> list[Item]:
        """What is required and not there."""
        return [item for item in self.required if not item.is_done]

    @cached_property
    def wished(self) -> list[Item]:
        """What is advised and not there."""
        return [item for item in self.advised if not item.is_done]

    @property
    def is_ready(self) -> bool:
        return not self.missing

    @property
    def done(self) -> int:
        """How many things are there, required and advised."""
        return self.total - len(self.missing) - len(self.wished)

    @property
    def total(self) -> int:
        return len(self.items)

    @property
    def share(self) -> float:
        """How much of what is required is there, 0 to 1."""
        return 1 - len(self.missing) / len(self.required) if self.required else 1.0


def readiness_of(page: Page) -> Readiness:
    """Ask every check of a page as it stands in memory: a specific page, a revision, a form's
    instance. For the latest draft of a stored page there is `draft_readiness`.

    The number of queries hangs on the checks, never on how long the page is.
    """
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page.pk else ""
    return Readiness(tuple(_asked(check, page, edit_url) for check in checks_of(page)))


def draft_readiness(page: Page) -> Readiness:
    """Ask every check of the latest revision of a page, or of the page where it has none."""
    return readiness_of(page.get_latest_revision_as_object())


def anchor_of(field: str) -> str:
    """The fragment that Wagtail's own “usage” links use for a field: `#:w:contentpath=lede`."""
    return f"#:w:contentpath={field}" if field else ""


def _asked(check: Check, page: Page, edit_url: str) -> Item:
    lacks = tuple(
        lack if lack.field else replace(lack, field=check.field) for lack in check.find(page)
    )
    return Item(check, lacks, edit_url)
