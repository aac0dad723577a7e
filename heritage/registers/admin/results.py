"""What came of imports: the list of them, how far one is, its rows, and taking it back."""

import io

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from ..mending import mending_write
from ..models import ImportedRow, RegisterImport
from ..writing.door import State, settle
from ..writing.keeping import reasons_of
from .jobs import undo, write
from .permissions import may_bring_in, may_see_imports
from .rows import FILTERS, shown_rows
from .screens import RecordScreen, RegisterScreen
from .uploads import is_kept

PER_PAGE = 50
ASKED_AGAIN_AFTER = 2  # seconds
WRITTEN = (State.DONE, State.INTERRUPTED, State.UNDONE)


class ImportsView(RegisterScreen, TemplateView):
    """`/admin/registers/`: what was brought in, the newest first."""

    template_name = "registers/admin/index.html"
    page_title = gettext_lazy("Registers brought in")
    is_for = staticmethod(may_see_imports)

    def get_context_data(self, **kwargs):
        settle()
        records = RegisterImport.objects.select_related("by")
        page = Paginator(records, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            **kwargs, page_obj=page, may_bring_in=may_bring_in(self.request.user)
        )


class ProgressView(RecordScreen, TemplateView):
    """`/admin/registers/<pk>/progress/`: how far the work is. Asks again by itself."""

    template_name = "registers/admin/progress.html"
    states = RegisterImport.AT_WORK
    is_for = staticmethod(may_see_imports)

    def get_page_title(self):
        return self.record.get_state_display()

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        answer["Refresh"] = str(ASKED_AGAIN_AFTER)
        return answer


class ResultView(RecordScreen, TemplateView):
    """`/admin/registers/<pk>/`: each row with its draft; go on, or take it all back."""

    template_name = "registers/admin/result.html"
    states = WRITTEN
    is_for = staticmethod(may_see_imports)

    def get_page_title(self):
        return self.record.get_state_display()

    def post(self, request, pk):
        """Go on with an import that stopped half-way."""
        if may_bring_in(request.user) and self.record.state == State.INTERRUPTED:
            return self.have_done(write)
        return self.lead_on()

    def get_context_data(self, **kwargs):
        asked = self.request.GET.get("show", "")
        shown = asked if asked in (*FILTERS, "left") else ""
        page = Paginator(shown_rows(self.record, shown), PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        return super().get_context_data(
            **kwargs,
            counts=self.record.counts,
            shown=shown,
            filters=[(name, words, self.counted(name)) for name, words in self.filters.items()],
            page_obj=page,
            may_bring_in=may_bring_in(self.request.user),
            is_kept=is_kept(self.record),
            stopped_undoing=self.stopped_undoing,
            still_there=self.record.rows.filter(fate=ImportedRow.Fate.WRITTEN).count(),
        )

    @property
    def stopped_undoing(self) -> bool:
        """Whether it was being taken back when its process died."""
        fates = (ImportedRow.Fate.UNDONE, ImportedRow.Fate.LEFT)
        stopped = self.record.state == State.INTERRUPTED
        return stopped and self.record.rows.filter(fate__in=fates).exists()

    @cached_property
    def filters(self) -> dict:
        left = {"left": _("Left")} if self.record.state == State.UNDONE else {}
        return left | FILTERS

    def counted(self, name: str) -> int:
        return shown_rows(self.record, name).count()


class UndoView(RecordScreen, TemplateView):
    """`/admin/registers/<pk>/undo/`: says what will go, then takes it back."""

    template_name = "registers/admin/undo.html"
    page_title = gettext_lazy("Take it back")
    states = (State.DONE, State.INTERRUPTED)

    def post(self, request, pk):
        return self.have_done(undo)

    def lead_on(self):
        self.record.refresh_from_db()
        if self.request.method == "POST" and self.record.state == State.UNDONE:
            left = self.record.counts.get("fate_left", 0)
            if left:
                messages.warning(self.request, _("Taken back; some pages were left, see below."))
            else:
                messages.success(self.request, _("Taken back, all of it."))
        return super().lead_on()

    def get_context_data(self, **kwargs):
        written = self.record.rows.filter(fate=ImportedRow.Fate.WRITTEN)
        return super().get_context_data(
            **kwargs,
            made=written.filter(verdict="create").count(),
            changed=written.filter(verdict="change").count(),
        )


class RefusedView(RecordScreen, TemplateView):
    """`/admin/registers/<pk>/refused.csv`: the refused rows, to be corrected and brought in."""

    states = (State.PLANNED, *WRITTEN)
    is_for = staticmethod(may_see_imports)

    def get(self, request, pk):
        rows = self.record.rows.filter(verdict="refuse")
        told = (
            (row.number, row.raw, [one for one in reasons_of(row) if one.is_refusal])
            for row in rows
        )
        file = io.StringIO(newline="")
        mending_write(file, self.record.headers, told)
        name = content_disposition_header(True, f"{self.record.file_name}-refused.csv")
        headers = {"Content-Disposition": name}
        return HttpResponse(file.getvalue(), "text/csv; charset=utf-8", headers=headers)
