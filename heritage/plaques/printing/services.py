"""What an operator prints: which plaques, in which layout, as which file; and that it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..models import Plaque
from ..services import plaque_move_on
from . import signmaker
from .layouts import LayoutName, PrintingError
from .plates import plates_for
from .typeset import pdf_of

MOST = 2000
FORMS = ("pdf", *signmaker.FORMS)


@dataclass(frozen=True)
class Printed:
    """A file to hand to the printer: its bytes, its kind, and the plaques on it."""

    content: bytes
    form: str  # pdf, svg or png, as asked for
    plaques: list[Plaque]

    @property
    def ending(self) -> str:
        return "pdf" if self.form == "pdf" else "zip"


def plaques_to_print(*, neighbourhood_key: UUID | None = None, status: str = "") -> QuerySet:
    """The plaques of a neighbourhood (None: all), in one state (empty: any but retired)."""
    plaques = Plaque.objects.in_service()
    if status:
        plaques = Plaque.objects.filter(status=status)
    if neighbourhood_key:
        plaques = plaques.filter(neighbourhood_key=neighbourhood_key)
    return plaques


def plates_print(
    *,
    plaques: QuerySet | Sequence[Plaque],
    layout: LayoutName | str,
    form: str = "pdf",
    metres: float | None = None,
    erected_by: str = "",
    erected_on: str = "",
) -> Printed:
    """Print plaques: sheets as PDF, or each plate alone as SVG or PNG in a ZIP with a list.

    `metres` is the distance they are to be read from; `erected_by` and `erected_on` complete what
    statutory markers state. Raises PrintingError, in words: nothing to
    print, more than MOST at once, too small for its distance, a statement lacking.
    """
    plaques = list(plaques)
    if len(plaques) > MOST:
        raise PrintingError(
            _("%(count)s plaques? At most %(most)s can be printed at once: choose a neighbourhood.")
            % {"count": len(plaques), "most": MOST}
        )
    if not plaques:
        raise PrintingError(_("There is no plaque to print."))
    plates = plates_for(plaques, erected_by=erected_by, erected_on=erected_on)
    if form == "pdf":
        return Printed(pdf_of(plates, layout, metres=metres), form, plaques)
    return Printed(signmaker.zip_of(plates, layout, form, metres=metres), form, plaques)


@transaction.atomic
def plaques_mark_printed(*, plaques: Sequence[Plaque], by=None, note: str = "") -> int:
    """Set those that were only minted to printed, with a row of history each; says how many."""
    minted = [plaque for plaque in plaques if plaque.status == Plaque.Status.MINTED]
    for plaque in minted:
        plaque_move_on(plaque=plaque, status=Plaque.Status.PRINTED, by=by, note=note)
    return len(minted)
