from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

from .choosers import RecordingChooserBlock


class AudioBlock(StructBlock):
    """A recording to listen to, with its transcript."""

    recording = RecordingChooserBlock(label=_("Recording"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        group = _("Pictures and sound")
        icon = "media"
        label = _("Audio")
        template = "blocks/audio.html"
        description = _("A voice or a sound; the transcript stands below it")
        preview_value = {"caption": "街坊口述"}


class VideoBlock(StructBlock):
    """A film, with captions and transcript; never started by itself."""

    recording = RecordingChooserBlock(label=_("Film"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        group = _("Pictures and sound")
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
        description = _("A film from the archive, with captions and transcript")
        preview_value = {"caption": "修楼的一天"}
