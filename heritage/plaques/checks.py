"""What the register of plaques asks of a page before it counts as ready."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check

from .models import Plaque

# What stands at a wall or a kerb; named upwards, for this room knows no page type.
ON_THE_SPOT = ["places.LandmarkPage", "places.MuralPage", "places.CorridorPage"]


@register_check("plaque", _("A plaque on the spot"), page_types=ON_THE_SPOT, is_required=False)
def has_a_plaque_fixed(page):
    """A wall without its code is decoration."""
    states = set(Plaque.objects.of_page(page).in_service().values_list("status", flat=True))
    if states & {Plaque.Status.FIXED, Plaque.Status.ATTENTION}:
        return
    url = reverse("plaques:of_page", args=[page.pk]) if page.pk else ""
    if states:
        yield Lack(_("Its plaque is made, and hangs nowhere yet."), url=url)
    else:
        yield Lack(_("It has no plaque yet."), url=url)
