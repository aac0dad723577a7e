"""The tabs of a page's form, with what the page still lacks above them."""

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.panels import TabbedInterface

from .judging import Readiness, readiness_of
from .words.finding import words_in

NEW_PAGE = ("content_type_app_name", "content_type_model_name", "parent_page_id")


class ReadinessTabs(TabbedInterface):
    """Wagtail's tabs under the meter of the page: what it lacks, each line a door to its field."""

    class BoundPanel(TabbedInterface.BoundPanel):
        template_name = "readiness/tabs.html"

        @property
        def media(self):
            return super().media + forms.Media(js=[Script("readiness/meter.js", type="module")])

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            readiness = readiness_of(self.instance)
            return context | meter_context(self.instance, readiness, self.ask_url())

        def ask_url(self) -> str:
            """Where the form is sent to be looked at while one types; empty where nowhere."""
            if self.instance.pk:
                return reverse("readiness:ask", args=[self.instance.pk])
            match = self.request and self.request.resolver_match
            if not match or not all(name in match.kwargs for name in NEW_PAGE):
                return ""
            return reverse("readiness:ask_new", args=[match.kwargs[name] for name in NEW_PAGE])


def meter_context(page, readiness: Readiness, ask_url: str) -> dict:
    """What the meter's template shows of a page."""
    return {
        "readiness": readiness,
        "ask_url": ask_url,
        "watched": [found.as_dict() for found in words_in(page)],
    }
