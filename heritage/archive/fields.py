"""The form fields through which files come in."""

from django.forms.fields import FileField
from wagtail.images.fields import WagtailImageField

from .intake import picture_admit


class PictureUploadField(WagtailImageField):
    """Takes a picture by its content and gives it on with its private parts gone."""

    def to_python(self, data):
        """Return an AdmittedPicture, or None; ValidationError with a plain sentence."""
        sent = FileField.to_python(self, data)
        return picture_admit(sent) if sent is not None else None
