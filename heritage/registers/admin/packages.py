from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.log_actions import log

from heritage.places.models import NeighbourhoodPage

from ..packages import PackageError, package_bring_in, package_take_out
from ..packages.counting import COUNTED
from .access import neighbourhoods_read_by
from .kept_packages import (
    GoneError,
    package_keep,
    package_kept,
    packages_forget,
    packages_forget_old,
)
from .screens import RegisterScreen


class PackageOutForm(forms.Form):
    """Which neighbourhood, and how much of it."""

    neighbourhood = forms.ModelChoiceField(
        NeighbourhoodPage.objects.none(), label=gettext_lazy("Neighbourhood")
    )
    is_published_only = forms.BooleanField(
        required=False,
        initial=True,
        label=gettext_lazy("Only what visitors see"),
        help_text=gettext_lazy("Without drafts and changes that are not published yet."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood"].queryset = neighbourhoods_read_by(user)


class PackageOutView(RegisterScreen, FormView):
    """`/admin/registers/package-out/`: a neighbourhood with everything in it as one file."""

    template_name = "registers/admin/package_out.html"
    page_title = gettext_lazy("Take a neighbourhood out")
    header_icon = "download"
    form_class = PackageOutForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_initial(self):
        return super().get_initial() | {"neighbourhood": self.request.GET.get("neighbourhood")}

    def form_valid(self, form):
        page = form.cleaned_data["neighbourhood"]
        taken = package_take_out(
            neighbourhood=page, is_published_only=form.cleaned_data["is_published_only"]
        )
        log(instance=page, action="registers.take_out", user=self.request.user, data=taken.counts)
        answer = StreamingHttpResponse(taken.stream(), content_type="application/zip")
        name = f"{page.slug}-{timezone.localdate().isoformat()}.zip"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


class PackageInForm(forms.Form):
    """A package, and what to do with it."""

    file = forms.FileField(
        label=gettext_lazy("Package"),
        help_text=gettext_lazy("A ZIP that another installation of Qilou has made."),
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )
    has_plaques = forms.BooleanField(
        required=False,
        label=gettext_lazy("Bring its plaques too"),
        help_text=gettext_lazy(
            "Only if the walls are yours now, for example after a move to another server."
        ),
    )


class PackageInView(RegisterScreen, FormView):
    """`/admin/registers/package-in/`: another city's neighbourhood comes as drafts.

    First a look at it; the file is kept until it is brought in, thrown away, or a day old.
    """

    template_name = "registers/admin/package_in.html"
    page_title = gettext_lazy("Bring a neighbourhood in")
    header_icon = "upload"
    form_class = PackageInForm
    success_url = reverse_lazy("registers:package_in")

    def get(self, request, *args, **kwargs):
        packages_forget_old()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if "throw_away" in request.POST:
            packages_forget(request.user)
            messages.success(request, _("The file has been thrown away. Nothing of it was kept."))
            return HttpResponseRedirect(self.success_url)
        if "kept" in request.POST:
            return self.bring_in(request.POST["kept"], "has_plaques" in request.POST)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        """Only look: everything is done and taken back."""
        user, said = self.request.user, form.cleaned_data
        packages_forget_old()
        try:
            report = package_bring_in(
                said["file"], by=user, is_dry_run=True, has_plaques=said["has_plaques"]
            )
        except PackageError as error:
            form.add_error("file", _("Nothing was brought in. %(why)s") % {"why": error})
            return self.form_invalid(form)
        context = {"kept": package_keep(user, said["file"]), "has_plaques": said["has_plaques"]}
        return self.render_to_response(self.get_context_data(**context, **_said(report)))

    def bring_in(self, key: str, has_plaques: bool) -> HttpResponse:
        user = self.request.user
        try:
            with package_kept(user, key) as file:
                report = package_bring_in(file, by=user, has_plaques=has_plaques)
        except (GoneError, PackageError) as error:
            messages.error(self.request, _("Nothing was brought in. %(why)s") % {"why": error})
            return HttpResponseRedirect(self.success_url)
        log(
            instance=report.page,
            action="registers.package_in",
            user=user,
            data={"site": report.site, "made_at": report.made_at},
        )
        return self.render_to_response(self.get_context_data(**_said(report)))


def _said(report) -> dict:
    """A report as the screen shows it."""
    page = report.page
    return {
        "report": report,
        "counts": [(COUNTED[kind], number) for kind, number in report.counts.items()],
        "explore": page and reverse("wagtailadmin_explore", args=[page.pk]),
    }
