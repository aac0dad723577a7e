"""What the wizard's screens have in common."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..models import RegisterImport
from ..writing.door import BusyError, State, settle
from .jobs import begin
from .permissions import may_bring_in

# Which screen shows a record in which state.
SCREENS = {
    State.UPLOADED: "columns",
    State.CHECKING: "progress",
    State.PLANNED: "checked",
    State.WRITING: "progress",
    State.ASKING: "progress",
    State.DONE: "result",
    State.INTERRUPTED: "result",
    State.UNDOING: "progress",
    State.UNDONE: "result",
}


class RegisterScreen(WagtailAdminTemplateMixin):
    """A screen of the section; for those who bring registers in, unless it says otherwise."""

    header_icon = "register"
    is_for = staticmethod(may_bring_in)

    def dispatch(self, request, *args, **kwargs):
        if not self.is_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("registers:index"), "label": _("Registers")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]


class RecordScreen(RegisterScreen):
    """A screen of one import. Where the import has moved on, it leads to where that is shown.

    `states`: those in which there is something to do or see here. A second click, a tab from
    yesterday and the browser's back button end at the right screen so.
    """

    states: tuple[str, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        if self.is_for(request.user):
            settle()
            if self.record.state not in self.states:
                return self.lead_on()
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def record(self) -> RegisterImport:
        return get_object_or_404(RegisterImport.objects.select_related("by"), pk=self.kwargs["pk"])

    def lead_on(self) -> HttpResponseRedirect:
        self.record.refresh_from_db()
        screen = SCREENS[self.record.state]
        return HttpResponseRedirect(reverse(f"registers:{screen}", args=[self.record.pk]))

    def have_done(self, work) -> HttpResponseRedirect:
        """Begin a long work and lead to where it is shown; or say why it cannot begin."""
        try:
            begin(work, self.record, self.request.user)
        except BusyError as error:
            messages.error(self.request, str(error))
        return self.lead_on()

    def get_page_subtitle(self):
        return self.record.file_name

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, record=self.record)
