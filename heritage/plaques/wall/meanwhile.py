"""What others, or the same thumb a second time, have done with a plaque in the meantime."""

from django.utils import timezone

from ..models import Plaque, PlaqueEvent

Kind = PlaqueEvent.Kind
# What somebody in front of the plaque must know of; being printed is not among it.
AT_THE_WALL = (Kind.BOUND, Kind.RETARGETED, Kind.UNBOUND, Kind.FIXED, Kind.RETIRED)


def last_step(plaque: Plaque) -> int:
    """The number of what was last done with it at a wall; 0: nothing yet."""
    return _steps(plaque).values_list("pk", flat=True).first() or 0


def news_since(seen: int | None, plaque: Plaque) -> PlaqueEvent | None:
    """What was last done with it, where that is not what the phone had `seen`."""
    if seen is None:
        return None
    last = _steps(plaque).select_related("by").first()
    return last if last and last.pk != seen else None


def standing(user, plaque: Plaque) -> dict[str, int]:
    """How far the box is: plaques that `user` fixed today, and those of the lane still in it."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    fixed = PlaqueEvent.objects.filter(kind=Kind.FIXED, by=user, at__gte=midnight)
    left = Plaque.objects.unbound().filter(
        neighbourhood_key=plaque.neighbourhood_key,
        status__in=[Plaque.Status.MINTED, Plaque.Status.PRINTED],
    )
    return {
        "fixed_today": fixed.order_by().values("plaque").distinct().count(),
        "left": left.count(),
    }


def _steps(plaque: Plaque):
    return plaque.events.filter(kind__in=AT_THE_WALL)
