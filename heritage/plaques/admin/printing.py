from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..models import Plaque
from ..printing import extras
from ..printing.layouts import LAYOUTS, LayoutName, PrintingError
from ..printing.services import plaques_mark_printed, plaques_to_print, plates_print
from ..standing import neighbourhoods
from .permissions import plaques_in_hand, policy

TYPES = {"pdf": "application/pdf", "zip": "application/zip"}


class PrintForm(forms.Form):
    """Which plaques to print, and how."""

    neighbourhood = forms.ModelChoiceField(
        neighbourhoods(),
        required=False,
        label=gettext_lazy("Neighbourhood"),
        empty_label=gettext_lazy("all"),
    )
    status = forms.ChoiceField(
        required=False,
        initial=Plaque.Status.MINTED,
        label=gettext_lazy("Status"),
        choices=[("", gettext_lazy("all in service")), *Plaque.Status.choices],
    )
    layout = forms.ChoiceField(
        label=gettext_lazy("Layout"),
        initial=LayoutName.STICKERS,
        choices=[(name.value, layout.title) for name, layout in LAYOUTS.items()],
        widget=forms.RadioSelect,
    )
    metres = forms.FloatField(
        required=False,
        min_value=0.05,
        max_value=100,
        label=gettext_lazy("Reading distance (metres)"),
        help_text=gettext_lazy(
            "How far off visitors stand. The symbol is made a tenth as wide, and never under "
            "25 mm. Empty: what the layout is meant for."
        ),
    )
    erected_by = forms.CharField(
        required=False,
        max_length=60,
        label=gettext_lazy("Put up by"),
        help_text=gettext_lazy("For statutory markers, in Chinese as it is to be cut."),
    )
    erected_on = forms.CharField(
        required=False,
        max_length=40,
        label=gettext_lazy("Put up on"),
        help_text=gettext_lazy("For statutory markers: 二〇二六年五月一日."),
    )
    form = forms.ChoiceField(
        label=gettext_lazy("File"),
        initial="pdf",
        choices=[
            ("pdf", gettext_lazy("PDF: sheets to print and cut")),
            ("svg", gettext_lazy("SVG: each plate alone, for the sign-maker (ZIP)")),
            ("png", gettext_lazy("PNG: each plate alone (ZIP)")),
        ],
        widget=forms.RadioSelect,
    )
    mark_printed = forms.BooleanField(
        required=False,
        label=gettext_lazy("Set minted plaques to printed"),
        help_text=gettext_lazy("Kept in each plaque's history, with your name."),
    )

    # A box that was just minted, by its first and last number; empty: no matter which box.
    minted = forms.RegexField(r"^\d{1,15}-\d{1,15}$", required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        theirs = plaques_in_hand(user).order_by().values("neighbourhood_key")
        places = self.fields["neighbourhood"]
        places.queryset = places.queryset.filter(translation_key__in=theirs)


class PrintPlaquesView(WagtailAdminTemplateMixin, FormView):
    """`/admin/plaques/print/`: choose, and get a file. For those who may change plaques."""

    template_name = "plaques/admin/print.html"
    page_title = gettext_lazy("Print plaques")
    header_icon = "plaque"
    form_class = PrintForm
    success_url = reverse_lazy("plaques:print")

    def dispatch(self, request, *args, **kwargs):
        if not policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_initial(self):
        return super().get_initial() | {"minted": self.request.GET.get("minted", "")}

    def form_valid(self, form):
        try:
            printed = self._print(form.cleaned_data)
        except PrintingError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        layout = form.cleaned_data["layout"]
        if form.cleaned_data["mark_printed"]:
            plaques_mark_printed(plaques=printed.plaques, by=self.request.user, note=layout)
        name = f"plaques-{layout}.{printed.ending}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(printed.content, TYPES[printed.ending], headers=headers)

    def _print(self, said: dict):
        plaques = plaques_asked_for(said, self.request.user)
        names = ("layout", "form", "metres", "erected_by", "erected_on")
        return plates_print(plaques=plaques, **{name: said[name] for name in names})

    def get_breadcrumbs_items(self):
        register = {"url": reverse("plaques:index"), "label": _("Plaques")}
        return [*self.breadcrumbs_items, register, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, is_ready=extras.are_installed())


def plaques_asked_for(said: dict, user):
    """The plaques that a form names, of those that are somebody's to print."""
    place = said["neighbourhood"]
    plaques = plaques_to_print(
        neighbourhood_key=place and place.translation_key, status=said["status"]
    )
    plaques = plaques.filter(pk__in=plaques_in_hand(user).order_by().values("pk"))
    if said["minted"]:
        plaques = plaques.filter(pk__range=said["minted"].split("-"))
    return plaques
