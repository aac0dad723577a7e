"""Behind every entrance for a picture: the page of its own, chooser and multiple upload."""

from wagtail.images.forms import BaseImageForm

from ..fields import PictureUploadField
from ..models.picture import Origin
from ..tasks import picture_prepare_later

_CHANGES_SIZES = {"file", "focal_point_x", "focal_point_y", "focal_point_width"}


class PictureForm(BaseImageForm):
    """Checks the file by its content, notes the day it was taken, has its sizes made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureUploadField(
                label=given.label, required=given.required, widget=given.widget
            )
        if "origin" in self.fields:
            # The multiple upload sends a file and its title, and asks for the rest afterwards.
            self.fields["origin"].required = False

    def clean_origin(self):
        """A photograph, unless the editor says otherwise."""
        return self.cleaned_data["origin"] or Origin.PHOTOGRAPH

    def clean(self):
        """Fill in the day a photograph was taken where the editor gave none."""
        cleaned = super().clean()
        taken = getattr(cleaned.get("file"), "taken", "")
        is_photograph = cleaned.get("origin", Origin.PHOTOGRAPH) == Origin.PHOTOGRAPH
        if taken and is_photograph and not cleaned.get("date_text"):
            cleaned["date_text"] = taken
        return cleaned

    def save(self, commit=True):
        """Save; then have the sizes made that pages ask for, when the picture is stored."""
        needs_sizes = bool(_CHANGES_SIZES & set(self.changed_data))
        # The multiple upload saves the picture itself, later.
        self.instance.awaits_sizes = needs_sizes and not commit
        picture = super().save(commit=commit)
        if needs_sizes and commit:
            picture_prepare_later(picture)
        return picture
