from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from ..models import StatutoryMarker
from ..qr import plaque_url, smallest_mm
from ..registries import parts_of
from ..standing import neighbourhoods, page_of
from ..statutory import failures
from .one import OneOfTheirs
from .permissions import ANY, may_point
from .steps import steps_of

# Reading distances in metres that a sign-maker asks about.
DISTANCES = (0.25, 0.5, 1, 2, 3)
MOST_INSPECTIONS = 20


class PlaqueInspectView(OneOfTheirs, generic.InspectView):
    """Everything about one plaque: its symbol, how to print it, where it leads, what happened."""

    page_title = _("Plaque")
    needs = ANY

    def get_header_buttons(self):
        edit = HeaderButton(_("Edit"), url=self.get_edit_url(), icon_name="edit")
        return [edit] if self.get_edit_url() else []

    def get_context_data(self, **kwargs):
        plaque = self.object
        page = page_of(plaque)
        is_marker = plaque.kind == plaque.Kind.STATUTORY
        marker = StatutoryMarker.objects.filter(plaque=plaque).first() if is_marker else None
        return super().get_context_data(
            **kwargs,
            plaque=plaque,
            page=page,
            neighbourhood=neighbourhoods().filter(translation_key=plaque.neighbourhood_key).first(),
            url=plaque_url(plaque.code),
            door=reverse("plaque_door", args=[plaque.code]),
            sizes=[(metres, smallest_mm(metres)) for metres in DISTANCES],
            part=next((one for one in parts_of(page) if one.key == plaque.part_key), None),
            marker=marker,
            failures=failures(marker.statements(), page) if marker else [],
            steps=steps_of(plaque) if may_point(self.request.user, plaque) else [],
            inspections=plaque.inspections.select_related("by", "photo")[:MOST_INSPECTIONS],
            events=plaque.events.select_related("by"),
        )
