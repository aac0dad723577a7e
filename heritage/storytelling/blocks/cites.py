from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

NUMBER_MARKS = str.maketrans({"、": ",", "，": ",", ";": ",", "；": ",", " ": ","})


class CitesBlock(CharBlock):
    """Which of the page's numbered sources back a block: `1, 3`."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Sources"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault(
            "help_text", _("The numbers of the sources below that say this, e.g. 1, 3.")
        )
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        try:
            numbers(value)
        except ValueError as error:
            raise ValidationError(_("Only numbers and commas: 1, 3.")) from error
        return value


def numbers(value: str) -> list[int]:
    """Read `1、3` or `1, 3` as [1, 3]; ValueError for anything that is no number."""
    return [int(part) for part in (value or "").translate(NUMBER_MARKS).split(",") if part]
