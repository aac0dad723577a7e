from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    get_rendition_storage,
    get_rendition_upload_to,
    get_upload_to,
)
from wagtail.search import index

from ..wording import in_script
from .picture_file import PictureFileField, RenditionFileField
from .provenance import Provenance


class Origin(models.TextChoices):
    """How a picture came to be; a reader must be able to tell a view from a drawing."""

    PHOTOGRAPH = "photograph", _("Photograph")
    SCAN = "scan", _("Scan of a print, map or paper")
    DRAWN = "drawn", _("Illustration, not a view")
    AI = "ai", _("Made by AI, not a view")
    RESTORED = "restored", _("Restored or coloured digitally")


class Picture(Provenance, AbstractImage):
    """A picture with its credit, rights, date, words for those who cannot see it, and origin."""

    file = PictureFileField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    alt_zh = models.CharField(
        _("what it shows (Chinese)"),
        max_length=255,
        blank=True,
        help_text=_("Read aloud to those who cannot see it. Say what is in it, not what it means."),
    )
    alt_en = models.CharField(_("what it shows (English)"), max_length=255, blank=True)
    origin = models.CharField(
        _("kind of picture"),
        max_length=12,
        choices=Origin.choices,
        default=Origin.PHOTOGRAPH,
        help_text=_("Drawn, AI-made and restored pictures are marked as such for the reader."),
    )

    admin_form_fields = (
        *(field for field in Image.admin_form_fields if field != "description"),
        "alt_zh",
        "alt_en",
        "origin",
        "credit",
        "rights",
        "licence_uri",
        "date_text",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("credit"),
        index.SearchField("alt_zh"),
        index.SearchField("alt_en"),
        index.FilterField("origin"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        # Wagtail asks for it under this name before a chooser offers a collection's items.
        permissions = [("choose_picture", "Can choose picture")]

    @property
    def default_alt_text(self) -> str:
        """The words for the active language in its script; the other's rather than none."""
        first, second = self.alt_zh, self.alt_en
        if get_language() == "en":
            first, second = second, first
        return in_script(first or second)

    @property
    def is_view(self) -> bool:
        """Whether it shows what stood there: neither drawn, nor AI-made, nor restored."""
        return self.origin in {Origin.PHOTOGRAPH, Origin.SCAN}

    def generate_rendition_file(self, filter, *, source=None):
        """Return the rendition from memory: Wagtail would leave a temporary file open."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)


class PictureRendition(AbstractRendition):
    """A picture in a size and format that a page asks for."""

    file = RenditionFileField(
        upload_to=get_rendition_upload_to,
        storage=get_rendition_storage,
        width_field="width",
        height_field="height",
    )
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_picture_rendition"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Under a name that changes with the picture's file, so that browsers may keep it."""
        return super().get_upload_to(f"{self.image.get_file_hash()[:8]}.{filename}")
