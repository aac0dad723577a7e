from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from heritage.archive.fields import PictureUploadField

from ..models import Plaque, PlaqueEvent
from ..registries import Part, parts_of
from ..statutory import marker_refusals

NOTE_LENGTH = 255


class PhotoField(PictureUploadField):
    """A photograph that a phone takes on the spot; checked like every picture that comes in."""

    widget = forms.FileInput(attrs={"accept": "image/*", "capture": "environment"})

    def widget_attrs(self, widget):
        return {}


class PositionForm(forms.Form):
    """Where the phone stands: WGS-84 degrees and metres, or nothing at all."""

    lat = forms.FloatField(required=False, min_value=-90, max_value=90, widget=forms.HiddenInput)
    lng = forms.FloatField(required=False, min_value=-180, max_value=180, widget=forms.HiddenInput)
    accuracy = forms.FloatField(
        required=False, min_value=0, max_value=100_000, widget=forms.HiddenInput
    )

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude; None where none, or nonsense, was sent."""
        if not self.is_valid():
            return None
        lat, lng = self.cleaned_data.get("lat"), self.cleaned_data.get("lng")
        return None if lat is None or lng is None else (lat, lng)


class FixForm(PositionForm):
    """The second tap: this page, this spot, this photograph."""

    page = forms.ModelChoiceField(Page.objects.filter(depth__gt=1), widget=forms.HiddenInput)
    part = forms.ChoiceField(required=False, label=_("Which part of it?"), widget=forms.RadioSelect)
    photo = PhotoField(required=False, label=_("Photograph of the plaque in its place"))
    keep_position = forms.BooleanField(
        required=False, initial=True, label=_("This is where it hangs")
    )
    mount = forms.ChoiceField(
        choices=Plaque.Mount.choices,
        initial=Plaque.Mount.WALL,
        required=False,
        label=_("fixed to"),
        widget=forms.RadioSelect,
    )
    note = forms.CharField(max_length=NOTE_LENGTH, required=False, label=_("Note for colleagues"))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, page: Page, plaque: Plaque, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.plaque = page, plaque
        self.parts = {str(part.key): part for part in parts_of(page)}
        labels = [(key, part.label) for key, part in self.parts.items()]
        self.fields["part"].choices = [("", _("the whole page")), *labels]
        self.initial.setdefault("part", "")

    def clean(self):
        """A statutory marker hangs only where its statements hold."""
        said = super().clean()
        for rule in marker_refusals(self.plaque, self.page):
            self.add_error(None, rule)
        return said

    def tell_of(self, news: PlaqueEvent) -> None:
        """Say what was done with the plaque meanwhile; sent once more, the form goes through."""
        who = news.by and (news.by.get_full_name() or news.by.get_username())
        told = {"who": who or "?", "what": news.get_kind_display(), "name": news.plaque.label}
        words = gettext(
            "Somebody was quicker: %(what)s, “%(name)s”, by %(who)s. Leave it so, or tap once "
            "more to put your own choice in its place."
        )
        self.add_error(None, words % told)
        self.data = self.data.copy()
        self.data["seen"] = str(news.pk)

    @property
    def chosen_part(self) -> Part | None:
        return self.parts.get(self.cleaned_data["part"])

    def fixture(self) -> dict:
        """What `plaque_fix` is told; the position only where it was accepted."""
        said = self.cleaned_data
        told = {"mount": said["mount"] or Plaque.Mount.WALL}
        if self.point and said["keep_position"]:
            lat, lng = self.point
            accuracy = said["accuracy"]
            told |= {
                "lat": round(lat, 6),
                "lng": round(lng, 6),
                "accuracy_m": None if accuracy is None else round(accuracy),
            }
        return told


class InspectionForm(forms.Form):
    """How a plaque was found."""

    photo = PhotoField(required=False, label=_("Photograph"))
    note = forms.CharField(max_length=NOTE_LENGTH, required=False, label=_("Note for colleagues"))
