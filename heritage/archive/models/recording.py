import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionMember
from wagtail.search import index

from .provenance import Provenance


def unguessable_path(recording: "Recording", name: str) -> str:
    """`recordings/Ub3…/name`. The media folder asks nobody who they are: who was not given
    the address, by a page they may read, cannot guess it. A download keeps its readable name."""
    return f"recordings/{secrets.token_urlsafe(12)}/{name}"


class Recording(Provenance, CollectionMember, index.Indexed, models.Model):
    """A voice, a sound or a film, never without its transcript when a page plays it."""

    class Kind(models.TextChoices):
        AUDIO = "audio", _("Sound")
        VIDEO = "video", _("Film")

    class Speech(models.TextChoices):
        MANDARIN = "cmn", _("Mandarin")
        CANTONESE = "yue", _("Cantonese")
        ENGLISH = "eng", _("English")
        NONE = "zxx", _("No speech")

    title = models.CharField(_("title"), max_length=255)
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices, default=Kind.AUDIO)
    file = models.FileField(
        _("file"),
        upload_to=unguessable_path,
        help_text=_("MP3, M4A, OGG, Opus or WAV for sound; MP4 or WebM for film. Up to 200 MB."),
    )
    poster = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("still picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Shown before a film is played."),
    )
    captions = models.FileField(
        _("captions (WebVTT)"),
        upload_to=unguessable_path,
        blank=True,
        help_text=_("For a film."),
    )
    seconds = models.PositiveIntegerField(
        _("length in seconds"),
        null=True,
        blank=True,
        help_text=_("Leave it empty where the file itself says it: most do."),
    )
    speech = models.CharField(
        _("language spoken"), max_length=3, choices=Speech.choices, default=Speech.MANDARIN
    )
    speaker = models.CharField(_("who speaks"), max_length=120, blank=True)
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("What is said, word for word. Needed before a page with it is published."),
    )
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Made for demonstration; the page says so.")
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title", boost=4),
        index.AutocompleteField("title"),
        index.SearchField("transcript"),
        index.SearchField("speaker"),
        index.FilterField("id"),
        index.FilterField("kind"),
        index.FilterField("speech"),
    ]

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["-created_at"]
        # As pictures have: which collections' items somebody may put on a page.
        permissions = [("choose_recording", "Can choose recording")]

    def __str__(self) -> str:
        return self.title
