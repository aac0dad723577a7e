"""What is done to plaques on the wall: printed, fixed, looked at, put back. With a history."""

from collections.abc import Iterable

from django.db import transaction

from .models import Condition, Inspection, Plaque, PlaqueEvent
from .services import Kind, plaque_move_on, remember

Status = Plaque.Status
FIXTURE = (
    "lat",
    "lng",
    "accuracy_m",
    "mount",
    "material",
    "size_mm",
    "reading_m",
    "photo",
    "in_care_of",
)
_WANTS_HANDS = {Condition.DAMAGED, Condition.MISSING}


@transaction.atomic
def plaques_printed(*, plaques: Iterable[Plaque], by=None, note: str = "") -> int:
    """Set minted plaques to printed; those further on stay as they are. Returns how many were."""
    keys = [plaque.pk for plaque in plaques]
    minted = list(Plaque.objects.filter(pk__in=keys, status=Status.MINTED).select_for_update())
    for plaque in minted:
        plaque.status = Status.PRINTED
    Plaque.objects.bulk_update(minted, ["status"], batch_size=500)
    PlaqueEvent.objects.bulk_create(
        [PlaqueEvent(plaque=plaque, kind=Kind.PRINTED, by=by, note=note) for plaque in minted],
        batch_size=500,
    )
    return len(minted)


@transaction.atomic
def plaque_fix(*, plaque: Plaque, by=None, note: str = "", **fixture) -> Plaque:
    """Note that a plaque hangs, and how: any of FIXTURE (`lat`, `lng` in WGS-84 degrees, …).

    What is not named keeps its value. A plaque that hung before is noted as fixed anew.
    """
    unknown = fixture.keys() - set(FIXTURE)
    if unknown:
        raise TypeError(f"not about where a plaque hangs: {', '.join(sorted(unknown))}")
    for name, value in fixture.items():
        setattr(plaque, name, value)
    plaque.status, plaque.condition = Status.FIXED, Condition.SOUND
    plaque.save()
    remember(plaque, Kind.FIXED, by=by, note=note)
    return plaque


@transaction.atomic
def plaque_inspect(
    *, plaque: Plaque, state: str, by=None, note: str = "", photo=None
) -> Inspection:
    """Keep how a plaque was found. Damaged or missing: it needs attention. Sound: it hangs again.

    A dirty one stays what it was; a retired one stays retired.
    """
    inspection = Inspection.objects.create(
        plaque=plaque, state=Condition(state), note=note, photo=photo, by=by
    )
    plaque.condition = inspection.state
    plaque.save()
    if plaque.status == Status.RETIRED:
        return inspection
    why = " · ".join(filter(None, [str(inspection.get_state_display()), note]))[:255]
    if inspection.state in _WANTS_HANDS:
        plaque_move_on(plaque=plaque, status=Status.ATTENTION, by=by, note=why)
    elif inspection.state == Condition.SOUND:
        plaque_move_on(plaque=plaque, status=Status.FIXED, by=by, note=why)
    return inspection


def plaque_restore(*, plaque: Plaque, by=None, note: str = "") -> Plaque:
    """Put a retired plaque back in service: fixed where it once was, else printed."""
    if plaque.status != Status.RETIRED:
        return plaque
    hung = plaque.events.filter(kind=Kind.FIXED).exists()
    status = Status.FIXED if hung else Status.PRINTED
    return plaque_move_on(plaque=plaque, status=status, by=by, note=note)
