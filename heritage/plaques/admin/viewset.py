from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Plaque
from ..scans.admin.views import ScansView
from ..wall.round import RoundPlaqueView, RoundView
from .batches import MintedView, MintView, PrintedView
from .downloads import download_png, download_svg
from .exporting import COLUMNS as EXPORTED
from .forms import STATEMENTS, PlaqueForm
from .inspect import PlaqueInspectView
from .listing import COLUMNS, PlaqueFilterSet, PlaqueIndexView
from .one import PlaqueHistoryView, PlaqueUsageView
from .page_plaques import PagePlaquesView
from .permissions import policy
from .printing import PrintPlaquesView
from .saving import PlaqueCreateView, PlaqueEditView
from .steps import StepView


class PlaqueViewSet(ModelViewSet):
    """`/admin/plaques/`: the register, without a way to delete."""

    model = Plaque
    name = "plaques"
    icon = "plaque"
    menu_label = _("Plaques")
    menu_order = 250
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_template_name = "plaques/admin/index.html"
    edit_template_name = "plaques/admin/edit.html"
    inspect_template_name = "plaques/admin/inspect.html"
    inspect_view_class = PlaqueInspectView
    add_view_class = PlaqueCreateView
    edit_view_class = PlaqueEditView
    index_view_class = PlaqueIndexView
    history_view_class = PlaqueHistoryView
    usage_view_class = PlaqueUsageView
    filterset_class = PlaqueFilterSet
    list_display = COLUMNS
    list_per_page = 50
    search_fields = ["code", "label"]
    export_filename = "plaques"
    list_export = EXPORTED
    permission_policy = policy
    edit_handler = ObjectList(
        [
            HelpPanel(template="plaques/admin/edit_help.html", heading=_("The plaque")),
            FieldPanel("page"),
            FieldPanel("part"),
            FieldPanel("label"),
            FieldPanel("kind"),
            MultiFieldPanel(
                [
                    HelpPanel(template="plaques/admin/marker_help.html"),
                    *[FieldPanel(name) for name in STATEMENTS],
                ],
                heading=_("What a statutory marker states"),
                classname="collapsed",
            ),
            FieldPanel("why"),
            MultiFieldPanel([FieldPanel("note")], heading=_("Among colleagues")),
        ],
        base_form_class=PlaqueForm,
    )

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("of/<int:page_id>/", PagePlaquesView.as_view(), name="of_page"),
            path("mint/", MintView.as_view(), name="mint"),
            path("minted/<int:first>/<int:last>/", MintedView.as_view(), name="minted"),
            path("printed/", PrintedView.as_view(), name="printed"),
            path("<int:pk>/step/<str:step>/", StepView.as_view(), name="step"),
            path("round/", RoundView.as_view(), name="round"),
            path("round/<str:code>/", RoundPlaqueView.as_view(), name="round_plaque"),
            path("scans/", ScansView.as_view(), name="scans"),
            path("scans/results/", ScansView.as_view(results_only=True), name="scans_results"),
            path("print/", PrintPlaquesView.as_view(), name="print"),
            path("<str:code>/qr.svg", download_svg, name="qr_svg"),
            path("<str:code>/qr.png", download_png, name="qr_png"),
        ]


plaque_viewset = PlaqueViewSet()
