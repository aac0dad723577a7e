from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import CODE_LENGTH, mint
from .fixture import Condition, Fixture
from .permanent import PermanentModel, PermanentQuerySet
from .plaque_event import PlaqueEvent

BATCH = 500
TRIES = 5


class PartKind(models.TextChoices):
    """What a part of a page is; a part's id in its page begins so: `panel-…`."""

    PANEL = "panel", _("Panel")
    STOP = "stop", _("Stop")
    SPOT = "spot", _("Spot on the wall")


class PlaqueQuerySet(PermanentQuerySet):
    """Reads that sentences are made of: `Plaque.objects.bound().in_service()`."""

    def bound(self):
        return self.filter(target_key__isnull=False)

    def unbound(self):
        return self.filter(target_key__isnull=True)

    def in_service(self):
        return self.exclude(status=Plaque.Status.RETIRED)

    def on_the_wall(self):
        """Fixed, or fixed once and now in want of something."""
        return self.filter(status__in=[Plaque.Status.FIXED, Plaque.Status.ATTENTION])

    def missing(self):
        """Found missing by whoever looked last."""
        return self.in_service().filter(condition=Condition.MISSING)

    def of_page(self, page):
        """Plaques that point at a page, in whichever language."""
        return self.filter(target_key=page.translation_key)

    def mint(self, count: int = 1, *, neighbourhood_key=None, by=None, note="") -> list["Plaque"]:
        """Add `count` plaques that point nowhere yet, all of them or none, and return them."""
        for tries_left in reversed(range(TRIES)):
            try:
                with transaction.atomic():
                    return self._mint(count, neighbourhood_key, by, note)
            except IntegrityError:
                # Somebody minted one of the same codes at the same moment.
                if not tries_left:
                    raise
        return []

    def _mint(self, count: int, neighbourhood_key, by, note: str) -> list["Plaque"]:
        codes = sorted(self._unused_codes(count))
        plaques = self.bulk_create(
            [self.model(code=code, neighbourhood_key=neighbourhood_key) for code in codes],
            batch_size=BATCH,
        )
        kind = PlaqueEvent.Kind.MINTED
        PlaqueEvent.objects.bulk_create(
            [PlaqueEvent(plaque=plaque, kind=kind, by=by, note=note) for plaque in plaques],
            batch_size=BATCH,
        )
        return plaques

    def _unused_codes(self, count: int) -> set[str]:
        """New codes that no plaque has, and different among themselves."""
        codes: set[str] = set()
        while len(codes) < count:
            fresh = {mint() for _ in range(min(BATCH, count - len(codes)))}
            taken = self.model.objects.filter(code__in=fresh).values_list("code", flat=True)
            codes |= fresh - set(taken)
        return codes


class Plaque(Fixture, PermanentModel):
    """A code on a wall. It points at a page across languages and is never deleted.

    It keeps the page's translation key, not a row of the page table: a translation, a move, a
    rename or a deletion leaves the code where it is.
    """

    class Status(models.TextChoices):
        MINTED = "minted", _("Minted")
        PRINTED = "printed", _("Printed")
        FIXED = "fixed", _("Fixed")
        ATTENTION = "attention", _("Needs attention")
        RETIRED = "retired", _("Retired")

    class Kind(models.TextChoices):
        STORY = "story", _("Story plaque")
        STATUTORY = "statutory", _("Statutory marker")

    code = models.CharField(
        _("code"), max_length=CODE_LENGTH, unique=True, default=mint, editable=False
    )
    target_key = models.UUIDField(
        _("page"),
        null=True,
        blank=True,
        db_index=True,
        editable=False,
        help_text=_("Empty: waiting for a story."),
    )
    part_key = models.UUIDField(_("part of the page"), null=True, blank=True, editable=False)
    part_kind = models.CharField(max_length=5, choices=PartKind.choices, blank=True, editable=False)
    neighbourhood_key = models.UUIDField(
        _("neighbourhood"),
        null=True,
        blank=True,
        db_index=True,
        editable=False,
        help_text=_("Where a visitor is sent when the page is withdrawn."),
    )
    label = models.CharField(
        _("name on the plaque"),
        max_length=160,
        blank=True,
        help_text=_("The words printed above the code. Usually the name of the page."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.MINTED
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices, default=Kind.STORY)
    note = models.CharField(
        _("note"),
        max_length=255,
        blank=True,
        help_text=_("For your colleagues only: where it hangs, who looks after it."),
    )
    created_at = models.DateTimeField(_("minted on"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("changed on"), auto_now=True)

    objects = PlaqueQuerySet.as_manager()

    class Meta:
        verbose_name = _("plaque")
        verbose_name_plural = _("plaques")
        ordering = ["-created_at", "code"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return f"{self.code} {self.label}".strip()

    @property
    def is_bound(self) -> bool:
        return self.target_key is not None

    @property
    def anchor(self) -> str:
        """The id that a scan jumps to on the page: its part, or the line “you are here”."""
        return f"{self.part_kind}-{self.part_key}" if self.part_key else f"q-{self.code}"
