"""The file of a picture: whichever way it comes, it passes the archive's door."""

from django.core.files.base import File
from PIL import Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from ..intake import AdmittedPicture, picture_admit
from ..intake.words import exif_of

_ON_ITS_SIDE = range(5, 9)


class MeasuredFieldFile(WagtailImageFieldFile):
    """Reads width and height from the header: Wagtail decodes the whole picture for them."""

    def get_image_dimensions(self):
        """Width and height as the picture is shown, turned; decodes nothing."""
        was_closed = self.closed
        try:
            self.open()
            opened = Image.open(self)
            width, height = opened.size
            turned = exif_of(opened).get(0x0112) in _ON_ITS_SIDE
            return (height, width) if turned else (width, height)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class PictureFieldFile(MeasuredFieldFile):
    """Stores only what was admitted."""

    def save(self, name, content, save=True):
        """Store the picture; ValidationError where the archive does not take it.

        A form has admitted its file already; an import or a command has not.
        """
        if not isinstance(content, AdmittedPicture):
            content = picture_admit(File(content, name))
        super().save(content.name, content, save)


class PictureFileField(WagtailImageField):
    """A model field whose files pass the archive's door."""

    attr_class = PictureFieldFile


class RenditionFileField(WagtailImageField):
    """A model field for what was made from an admitted picture."""

    attr_class = MeasuredFieldFile
