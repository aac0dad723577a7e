"""The steps before anything is written: the file, its columns, the check."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from ..columns import MappingError
from ..mapped import mapping_save, register_map
from ..models import ImportedRow, RegisterImport
from ..reading import ReadError
from ..writing.beginning import hash_of
from ..writing.door import State
from .forms import ColumnsForm, SavedForm, ScopeForm, UploadForm
from .jobs import check, opened, write
from .rows import FILTERS, shown_rows
from .screens import RecordScreen, RegisterScreen
from .uploads import forget_old_ones, upload_forget, upload_keep

PER_PAGE = 50


class UploadView(RegisterScreen, FormView):
    """`/admin/registers/new/`: choose a file."""

    template_name = "registers/admin/upload.html"
    page_title = gettext_lazy("Bring a register in")
    form_class = UploadForm

    def form_valid(self, form):
        forget_old_ones()
        file = form.cleaned_data["file"]
        record = RegisterImport.objects.create(
            by=self.request.user, file_name=file.name[:255], file_hash=hash_of(file)
        )
        upload_keep(record, file)
        return HttpResponseRedirect(reverse("registers:columns", args=[record.pk]))


class ColumnsView(RecordScreen, FormView):
    """`/admin/registers/<pk>/columns/`: which header is which column; then the check begins."""

    template_name = "registers/admin/columns.html"
    page_title = gettext_lazy("Which column is which")
    form_class = ColumnsForm
    states = (State.UPLOADED, State.PLANNED)

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except (ReadError, LookupError, MappingError) as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(reverse("registers:new"))

    @cached_property
    def register(self):
        said = self.request.POST if self.request.method == "POST" else self.record.options
        for name in ("encoding", "sheet"):
            if name in said:
                self.record.options[name] = said[name]
        with opened(self.record) as register:  # its headers and samples stay
            return register

    def get_form_kwargs(self):
        saved = self.request.GET.get("saved", "")
        wishes = {} if saved else self._wishes_that_fit()
        mapping = register_map(self.register, wishes=wishes, saved=saved)
        found = super().get_form_kwargs() | {"register": self.register, "mapping": mapping}
        return found | {"initial": dict(self.record.options)}

    def _wishes_that_fit(self) -> dict:
        """What was chosen before, unless another sheet has been opened since."""
        wishes = self.record.mapping
        return wishes if len(wishes) == len(self.register.headers) else {}

    def form_valid(self, form):
        self.record.options, self.record.mapping = form.options(), form.words()
        if "reread" in self.request.POST:
            self.record.mapping = {}
        self.record.state, self.record.trouble = State.UPLOADED, ""
        self.record.save()
        if "reread" in self.request.POST:
            return HttpResponseRedirect(self.request.path)
        if form.cleaned_data["save_as"]:
            mapping = register_map(self.register, wishes=form.words())
            mapping_save(form.cleaned_data["save_as"], mapping, by=self.request.user)
        return self.have_done(check)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs, register=self.register, saved_form=SavedForm(self.request.GET or None)
        )


class CheckedView(RecordScreen, TemplateView):
    """`/admin/registers/<pk>/check/`: what would become of each row; then it is written."""

    template_name = "registers/admin/checked.html"
    page_title = gettext_lazy("What would become of it")
    states = (State.PLANNED,)

    def post(self, request, pk):
        form = ScopeForm(request.POST)
        if not form.is_valid():
            return self.lead_on()
        self.record.scope = form.cleaned_data["scope"]
        self.record.save()
        return self.have_done(write)

    def get_context_data(self, **kwargs):
        asked = self.request.GET.get("show", "")
        shown = asked if asked in FILTERS else ""
        rows = shown_rows(self.record, shown)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            **kwargs,
            counts=self.record.counts,
            notes=self.record.notes,
            shown=shown,
            filters=[(name, words, self._count(name)) for name, words in FILTERS.items()],
            page_obj=page,
            writable=sum(self.record.counts.get(name, 0) for name in ("create", "change")),
        )

    def _count(self, name: str) -> int:
        if name == "noted":
            return shown_rows(self.record, name).count()
        return self.record.counts.get(name, 0)


class DiscardView(RecordScreen, TemplateView):
    """`/admin/registers/<pk>/discard/`: not this file after all. Nothing of it was written."""

    template_name = "registers/admin/discard.html"
    page_title = gettext_lazy("Throw the file away")
    states = (State.UPLOADED, State.PLANNED)

    def post(self, request, pk):
        upload_forget(self.record)
        if self.record.rows.exclude(fate=ImportedRow.Fate.WAITING).exists():
            return self.lead_on()
        self.record.delete()
        messages.success(request, _("The file has been thrown away. Nothing of it was written."))
        return HttpResponseRedirect(reverse("registers:index"))
