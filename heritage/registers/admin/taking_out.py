import tempfile

from django import forms
from django.conf import settings
from django.http import FileResponse, StreamingHttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.models import Page

from heritage.places.models import NeighbourhoodPage

from ..leaving import Choice, ExportError, Leaving, Status, register_leave
from ..leaving.choosing import USUAL_KINDS
from ..planning.kinds import KINDS
from .access import may_take_out, neighbourhoods_read_by, reads_everything
from .permissions import may_see_imports
from .screens import RegisterScreen

IN_MEMORY = 4 * 1024 * 1024


class TakeOutForm(forms.Form):
    """Which pages, and in which form."""

    neighbourhood = forms.ModelChoiceField(
        NeighbourhoodPage.objects.none(),
        required=False,
        label=_("Neighbourhood"),
        empty_label=_("all that I may see"),
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of page"),
        initial=USUAL_KINDS,
        choices=[(kind, model._meta.verbose_name_plural) for kind, model in KINDS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Neighbourhoods are best a register of their own: bring them in first."),
    )
    status = forms.ChoiceField(
        label=_("Which versions"),
        initial=Status.ALL.value,
        choices=[
            (Status.ALL.value, _("All pages, each in its newest version")),
            (Status.LIVE.value, _("Published pages, as visitors read them")),
            (Status.DRAFT.value, _("Only pages that are not published")),
        ],
        widget=forms.RadioSelect,
    )
    form = forms.ChoiceField(
        label=_("File"),
        initial="xlsx",
        choices=[
            ("xlsx", _("XLSX: for Excel or WPS, numbers and dates kept as text")),
            ("csv", _("CSV: for other programs")),
            ("geojson", _("GeoJSON: for maps, WGS-84")),
        ],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Language"),
        initial=settings.LANGUAGE_CODE,
        choices=settings.LANGUAGES,
        help_text=_("Only a register in the first language can be brought in again."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood"].queryset = neighbourhoods_read_by(user)


class TakeOutView(RegisterScreen, FormView):
    """`/admin/registers/take-out/`: choose, and get a file. Each gets what they may see."""

    template_name = "registers/admin/take_out.html"
    page_title = _("Take a register out")
    header_icon = "download"
    form_class = TakeOutForm
    is_for = staticmethod(may_take_out)
    success_url = reverse_lazy("registers:take_out")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_initial(self):
        return super().get_initial() | {"neighbourhood": self.request.GET.get("neighbourhood")}

    def get_breadcrumbs_items(self):
        first, *rest = items = super().get_breadcrumbs_items()
        if may_see_imports(self.request.user):
            return items
        # A team has no list of imports to go back to.
        return [first, *({**item, "url": ""} for item in rest)]

    def form_valid(self, form):
        said = form.cleaned_data
        choice = Choice(
            neighbourhood=said["neighbourhood"],
            kinds=tuple(said["kinds"]),
            status=Status(said["status"]),
            language=said["language"],
            paths=self._paths(said["language"]),
        )
        try:
            leaving = register_leave(choice=choice, form=said["form"])
            return _answer(leaving, is_checked_first=said["form"] == "xlsx")
        except ExportError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)

    def _paths(self, language: str) -> tuple[str, ...] | None:
        """The parts of the tree somebody may see, in the language asked for."""
        if reads_everything(self.request.user):
            return None
        keys = neighbourhoods_read_by(self.request.user).values("translation_key")
        pages = Page.objects.filter(translation_key__in=keys, locale__language_code=language)
        return tuple(pages.values_list("path", flat=True))


def _answer(leaving: Leaving, *, is_checked_first: bool):
    """The file. XLSX has a bound on its cells, which is found out before anything is sent."""
    if not is_checked_first:
        answer = StreamingHttpResponse(leaving.stream(), content_type=leaving.content_type)
        answer["Content-Disposition"] = f'attachment; filename="{leaving.file_name}"'
        return answer
    file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the response closes it
    for piece in leaving.stream():
        file.write(piece)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=leaving.file_name, content_type=leaving.content_type
    )
