"""One view for each step of a plaque's life: what is said, by whom, why."""

from decimal import Decimal

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..caring import FIXTURE, plaque_fix, plaque_restore, plaques_printed
from ..models import Plaque
from ..qr import smallest_mm
from ..services import plaque_move_on, plaque_retire
from .permissions import may_point

Status = Plaque.Status
TITLES = {
    "printed": gettext_lazy("Mark as printed"),
    "fixed": gettext_lazy("Where and how it hangs"),
    "attention": gettext_lazy("It needs attention"),
    "retired": gettext_lazy("Take out of service"),
    "restored": gettext_lazy("Put back in service"),
}
_IN_SERVICE = ("fixed", "attention", "retired")
# What may come after what.
ONWARD = {
    Status.MINTED: ("printed", *_IN_SERVICE),
    Status.PRINTED: _IN_SERVICE,
    Status.FIXED: _IN_SERVICE,
    Status.ATTENTION: ("fixed", "retired"),
    Status.RETIRED: ("restored",),
}


class WhyForm(forms.Form):
    """Any step: why."""

    why = forms.CharField(
        max_length=255,
        required=False,
        label=gettext_lazy("Why this change"),
        help_text=gettext_lazy("Kept in the plaque's history, beside your name."),
    )


class FixtureForm(WagtailAdminModelForm):
    """Where and how a plaque hangs."""

    why = WhyForm.base_fields["why"]

    class Meta:
        model = Plaque
        fields = FIXTURE

    def clean_reading_m(self) -> Decimal | None:
        metres = self.cleaned_data["reading_m"]
        if metres is not None and not 0 < metres <= 50:
            raise forms.ValidationError(_("Between 0 and 50 metres."))
        return metres

    def clean(self):
        said = super().clean()
        if (said.get("lat") is None) != (said.get("lng") is None):
            self.add_error("lng", _("A position has a latitude and a longitude, or neither."))
        least = smallest_mm(float(said.get("reading_m") or 0))
        if said.get("size_mm") is not None and said["size_mm"] < least:
            self.add_error(
                "size_mm",
                _("Too small to be read from there: it must be at least %(mm)s mm wide.")
                % {"mm": least},
            )
        return said


class StepView(WagtailAdminTemplateMixin, FormView):
    """`/admin/plaques/<pk>/step/<step>/`."""

    template_name = "plaques/admin/step.html"
    header_icon = "plaque"

    def dispatch(self, request, *args, **kwargs):
        if not may_point(request.user, self.plaque):
            raise PermissionDenied
        if self.step not in ONWARD[self.plaque.status]:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def plaque(self) -> Plaque:
        return get_object_or_404(Plaque, pk=self.kwargs["pk"])

    @property
    def step(self) -> str:
        return self.kwargs["step"]

    @property
    def inspect_url(self) -> str:
        return reverse("plaques:inspect", args=[self.plaque.pk])

    def get_page_title(self):
        return TITLES[self.step]

    def get_page_subtitle(self):
        return str(self.plaque)

    def get_form_class(self):
        return FixtureForm if self.step == "fixed" else WhyForm

    def get_form_kwargs(self):
        more = {"instance": self.plaque} if self.step == "fixed" else {}
        return super().get_form_kwargs() | more

    def form_valid(self, form):
        said = form.cleaned_data
        history = {"by": self.request.user, "note": said.pop("why")}
        if self.step == "printed":
            plaques_printed(plaques=[self.plaque], **history)
        elif self.step == "fixed":
            plaque_fix(plaque=self.plaque, **said, **history)
        elif self.step == "retired":
            plaque_retire(plaque=self.plaque, **history)
        elif self.step == "restored":
            plaque_restore(plaque=self.plaque, **history)
        else:
            plaque_move_on(plaque=self.plaque, status=Status.ATTENTION, **history)
        messages.success(
            self.request, _("Kept in the history of %(code)s.") % {"code": self.plaque.code}
        )
        return HttpResponseRedirect(self.inspect_url)

    def get_breadcrumbs_items(self):
        register = {"url": reverse("plaques:index"), "label": _("Plaques")}
        sheet = {"url": self.inspect_url, "label": str(self.plaque)}
        return [*self.breadcrumbs_items, register, sheet, {"url": "", "label": TITLES[self.step]}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, plaque=self.plaque, step=self.step)


def steps_of(plaque: Plaque) -> list[tuple[str, str]]:
    """The steps a plaque may take now, each with its words."""
    return [(step, TITLES[step]) for step in ONWARD[plaque.status]]
