from django.contrib import messages
from django.utils.translation import gettext as _
from wagtail.admin.views import generic

from ..registries import parts_of
from .one import OneOfTheirs


class _AsksForThePart:
    """After a page with parts was chosen, back to the form: which part is only known now."""

    def get_success_url(self):
        form = getattr(self, "form", None)
        page = form and form.cleaned_data.get("page")
        chosen_now = page and "page" in form.changed_data and not form.cleaned_data.get("part")
        if not chosen_now or not parts_of(page):
            return super().get_success_url()
        messages.info(
            self.request,
            _("“%(page)s” has parts: choose one below, or leave the whole page.")
            % {"page": page.title},
        )
        return self.get_edit_url()


class PlaqueCreateView(_AsksForThePart, generic.CreateView):
    """A new plaque."""


class PlaqueEditView(OneOfTheirs, _AsksForThePart, generic.EditView):
    """What a plaque points at and what stands on it."""
