"""Text fields that say under themselves what was understood, while one types and after saving."""

from collections.abc import Callable

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.html import format_html

from .understanding import Understanding, understand_date, understand_edtf

FIELD = (
    '<div class="reading-field">{}'
    '<output class="reading" data-state="{}" aria-live="polite">{}</output></div>'
)
LINK = '{} <a href="{}" target="_blank" rel="noreferrer">{}</a>'


class ReadingInput(forms.TextInput):
    """A text field with a line under it that says what its value is understood as.

    `understand(value)` gives that line, `view_name` the admin view that gives it as JSON while one
    types; `beside` names a field of the same form that has a say in it. Without JavaScript the
    line says what was understood when the form was last saved.
    """

    def __init__(
        self, understand: Callable[[str], Understanding], *, view_name: str, beside="", attrs=None
    ):
        self.understand, self.view_name, self.beside = understand, view_name, beside
        super().__init__(attrs)

    @property
    def media(self):
        return forms.Media(js=[Script("storytelling/editing/readings.js", type="module")])

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs["data-reads"] = reverse(self.view_name)
        if self.beside:
            attrs["data-reads-beside"] = self.beside
        return attrs

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        understood = self.understand(str(value or ""))
        line = understood.words
        if understood.link:
            line = format_html(LINK, line, understood.link, understood.link_words)
        return format_html(FIELD, field, understood.state, line)


class DateInput(ReadingInput):
    """For the words of a date."""

    def __init__(self, attrs=None):
        super().__init__(understand_date, view_name="story_date", attrs=attrs)


class EdtfInput(ReadingInput):
    """For an EDTF value typed over the words."""

    def __init__(self, attrs=None):
        super().__init__(understand_edtf, view_name="story_edtf", attrs=attrs)
