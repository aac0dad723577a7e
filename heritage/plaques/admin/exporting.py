"""The register as a spreadsheet, whose cells cannot start a formula."""

from django.utils.translation import gettext_lazy as _

COLUMNS = [
    "code",
    "label",
    "get_kind_display",
    "get_status_display",
    "get_condition_display",
    "target_title",
    "neighbourhood_title",
    "lat",
    "lng",
    "accuracy_m",
    "get_mount_display",
    "material",
    "size_mm",
    "reading_m",
    "in_care_of",
    "note",
    "created_at",
    "updated_at",
]
HEADINGS = {
    "get_kind_display": _("Kind"),
    "get_status_display": _("Status"),
    "get_condition_display": _("Condition"),
    "target_title": _("Page"),
    "neighbourhood_title": _("Neighbourhood"),
    "get_mount_display": _("Fixed to"),
}
# A cell that begins so is a formula to a spreadsheet; numbers are not text and stay.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class FormulaSafe:
    """For a view with Wagtail's spreadsheet export."""

    export_headings = HEADINGS

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        if isinstance(value, str) and value.startswith(STARTS_A_FORMULA):
            return f"'{value}"
        return value
