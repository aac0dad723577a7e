"""Two model fields of ours: the story's blocks, and a date as a source words it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from . import dating
from .editing.inputs import DateInput, EdtfInput


class StoryField(StreamField):
    """A StreamField whose blocks stay out of migrations (docs/decisions/0003)."""

    def __init__(self, block_types=None, **kwargs):
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs


class EdtfField(models.CharField):
    """An EDTF value typed by hand; in a migration a plain text column."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"widget": EdtfInput, **kwargs})


class HistoricalDateField(models.CharField):
    """The words of a date, with what they mean kept beside them.

    For a field `date` the model also gets `date_edtf` (an EDTF value typed by hand where the words
    do not say enough; empty otherwise), `date_earliest` and `date_latest` (integers that sort, see
    `dating.Day.sort_key`; None where nothing is known) and the property `date_reading`
    (`dating.Reading`).
    """

    def __init__(self, *args, companions: bool = True, **kwargs):
        self.companions = companions
        kwargs.setdefault("max_length", 160)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        # In a migration the companions are columns in their own right.
        kwargs["companions"] = False
        return name, path, args, kwargs

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, f"{name}_reading", property(self.reading))
        if not self.companions:
            return
        # A subclass of an abstract model copies this field and the companions: add them once.
        self.companions = False
        edtf = EdtfField(
            format_lazy("{} (EDTF)", self.verbose_name),
            max_length=80,
            blank=True,
            validators=[validate_edtf],
        )
        cls.add_to_class(f"{name}_edtf", edtf)
        for bound in ("earliest", "latest"):
            column = models.BigIntegerField(null=True, editable=False, db_index=bound == "earliest")
            cls.add_to_class(f"{name}_{bound}", column)

    def reading(self, instance) -> "dating.Reading":
        """What the words, or the EDTF typed over them, mean."""
        edtf = getattr(instance, f"{self.name}_edtf")
        if edtf:
            try:
                return dating.read_edtf(edtf)
            except ValueError:
                pass
        return dating.read(getattr(instance, self.name) or "")

    def formfield(self, **kwargs):
        return super().formfield(**{"widget": DateInput, **kwargs})

    def pre_save(self, model_instance, add):
        reading = self.reading(model_instance)
        for bound in ("earliest", "latest"):
            day = getattr(reading, bound)
            setattr(model_instance, f"{self.name}_{bound}", day.sort_key if day else None)
        return super().pre_save(model_instance, add)


def validate_edtf(value: str) -> None:
    """Refuse what is no EDTF, in words."""
    try:
        dating.read_edtf(value)
    except ValueError as error:
        raise ValidationError(
            _("“%(value)s” is not a date in EDTF. Examples: 1888, 1888~, 193X, 1926-05/1926-09."),
            params={"value": value},
        ) from error
