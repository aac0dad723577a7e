"""What the register of plaques asks of a page before it counts as ready."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check
from heritage.editorial.readiness.together import asked_together

from .models import Plaque

# What stands at a wall or a kerb; named upwards, for this room knows no page type.
ON_THE_SPOT = ["places.LandmarkPage", "places.MuralPage", "places.CorridorPage"]


@register_check("plaque", _("A plaque on the spot"), page_types=ON_THE_SPOT, is_required=False)
def has_a_plaque_fixed(page):
    """A wall without its code is decoration."""
    states = states_of_plaques(page)
    if states & {Plaque.Status.FIXED, Plaque.Status.ATTENTION}:
        return
    url = reverse("plaques:of_page", args=[page.pk]) if page.pk else ""
    if states:
        yield Lack(_("Its plaque is made, and hangs nowhere yet."), url=url)
    else:
        yield Lack(_("It has no plaque yet."), url=url)


@asked_together
def states_of_plaques(pages) -> dict[int | None, set[str]]:
    """How the plaques stand that point at a page, in whichever language."""
    states = defaultdict(set)
    keys = {page.translation_key for page in pages}
    found = Plaque.objects.filter(target_key__in=keys).in_service()
    for key, status in found.values_list("target_key", "status"):
        states[key].add(status)
    return {page.pk: states[page.translation_key] for page in pages}
