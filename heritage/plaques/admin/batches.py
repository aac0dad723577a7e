"""Many plaques at once: minted ahead, and back from the printer's."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..caring import plaques_printed
from ..codes import normalise
from ..models import Plaque
from .permissions import (
    editable_neighbourhoods,
    keys_of_teams,
    only_by_a_team,
    plaques_in_hand,
    policy,
)

MOST = 1000


class _RegisterPage(WagtailAdminTemplateMixin):
    """A page of the register for those with one permission."""

    header_icon = "plaque"
    permission = "change"

    def dispatch(self, request, *args, **kwargs):
        if not policy.user_has_permission(request.user, self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        register = {"url": reverse("plaques:index"), "label": _("Plaques")}
        return [*self.breadcrumbs_items, register, {"url": "", "label": self.page_title}]


class MintForm(forms.Form):
    """How many, and for which neighbourhood."""

    count = forms.IntegerField(
        min_value=1, max_value=MOST, initial=50, label=gettext_lazy("How many")
    )
    neighbourhood = forms.ModelChoiceField(
        None,
        required=False,
        label=gettext_lazy("Neighbourhood"),
        help_text=gettext_lazy("Whoever scans one before it has a page is led there."),
        empty_label=gettext_lazy("none yet"),
    )
    why = forms.CharField(
        max_length=255,
        required=False,
        label=gettext_lazy("What for"),
        help_text=gettext_lazy("Kept in the plaque's history, beside your name."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offered = editable_neighbourhoods(user)
        self.fields["neighbourhood"].queryset = offered
        # A team mints for itself; a box that is nobody's yet is minted by who keeps the register.
        self.fields["neighbourhood"].required = bool(keys_of_teams(user)) and only_by_a_team(user)
        if self.fields["neighbourhood"].required:
            self.initial["neighbourhood"] = offered.first()


class MintView(_RegisterPage, FormView):
    """`/admin/plaques/mint/`: codes that point nowhere yet."""

    template_name = "plaques/admin/mint.html"
    page_title = gettext_lazy("Mint plaques ahead")
    form_class = MintForm
    permission = "add"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        said = form.cleaned_data
        place = said["neighbourhood"]
        plaques = Plaque.objects.mint(
            said["count"],
            neighbourhood_key=place and place.translation_key,
            by=self.request.user,
            note=said["why"],
        )
        keys = [plaque.pk for plaque in plaques]
        url = reverse("plaques:minted", args=[min(keys), max(keys)])
        return HttpResponseRedirect(url)


class MintedView(_RegisterPage, TemplateView):
    """`/admin/plaques/minted/<first>/<last>/`: a batch's codes, one a line (`?txt`: as a file)."""

    template_name = "plaques/admin/minted.html"
    page_title = gettext_lazy("Minted plaques")
    permission = "add"

    def get(self, request, first, last):
        codes = Plaque.objects.filter(
            pk__range=(first, last), events__kind="minted", events__by=request.user
        )
        self.codes = list(codes.order_by("code").values_list("code", flat=True)[:MOST])
        if "txt" in request.GET:
            headers = {"Content-Disposition": 'attachment; filename="plaques.txt"'}
            lines = "\n".join(self.codes) + "\n"
            return HttpResponse(lines, "text/plain; charset=utf-8", headers=headers)
        return super().get(request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            codes=self.codes,
            box="{first}-{last}".format(**self.kwargs),
            may_change=policy.user_has_permission(self.request.user, "change"),
        )


class PrintedForm(forms.Form):
    """Codes, one a line, as they came from the printer's."""

    codes = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 12}),
        label=gettext_lazy("Codes, one a line"),
        max_length=20_000,
    )
    why = forms.CharField(max_length=255, required=False, label=gettext_lazy("Printed where"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_codes(self) -> list[Plaque]:
        asked = [normalise(line) for line in self.cleaned_data["codes"].splitlines()]
        asked = [code for code in dict.fromkeys(asked) if code]
        if len(asked) > MOST:
            raise forms.ValidationError(_("At most %(most)s at once.") % {"most": MOST})
        theirs = plaques_in_hand(self.user).filter(code__in=asked)
        found = {plaque.code: plaque for plaque in theirs}
        unknown = [code[:12] for code in asked if code not in found]
        if unknown:
            raise forms.ValidationError(
                _("Not in the register: %(codes)s") % {"codes": ", ".join(unknown[:20])}
            )
        return list(found.values())


class PrintedView(_RegisterPage, FormView):
    """`/admin/plaques/printed/`: the box is back from the printer's."""

    template_name = "plaques/admin/printed.html"
    page_title = gettext_lazy("Mark as printed")
    form_class = PrintedForm
    success_url = reverse_lazy("plaques:index")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        said = form.cleaned_data
        many = plaques_printed(plaques=said["codes"], by=self.request.user, note=said["why"])
        words = ngettext("%(n)s plaque is printed.", "%(n)s plaques are printed.", many)
        messages.success(self.request, words % {"n": many})
        return super().form_valid(form)
