"""Fill in the admin's forms as a browser does: what stands in them, and what a test says."""

from django.forms import BoundField, Form
from wagtail.admin.rich_text import DraftailRichTextArea

SEPARATE = {"body"}  # a stream is posted block by block; none here


def filled_in(form: Form, **said) -> dict:
    """Return what posting the form would send, with every list of rows left empty."""
    data = {field.html_name: sent(field) for field in form if field.name not in SEPARATE}
    for formset in getattr(form, "formsets", {}).values():
        data |= {f"{formset.prefix}-{key}_FORMS": 0 for key in ("TOTAL", "INITIAL", "MIN_NUM")}
    return data | {"body-count": 0} | said


def sent(field: BoundField):
    value, widget = field.value(), field.field.widget
    return widget.format_value(value) if isinstance(widget, DraftailRichTextArea) else value or ""
