from collections.abc import Iterator

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from heritage.archive.models import Recording
from heritage.editorial.readiness.registry import Lack, register_check

from ..models import StoryPage
from .walking import Placed, chosen_recordings


@register_check(
    "transcript",
    _("A transcript of every recording"),
    page_types=[StoryPage],
    field="recordings",
    asks_translations=True,
    applies=lambda page: any(recordings_of(page)),
)
def recordings_have_transcripts(page):
    """What is said, for those who cannot hear it. A sound without speech needs none."""
    placed = {one.value: one.field for one in recordings_of(page)}
    found = Recording.objects.in_bulk(placed)
    for key, field in placed.items():
        recording = found.get(key)
        silent = recording is None or recording.speech == Recording.Speech.NONE
        if not silent and not recording.transcript.strip():
            words = _("“%(title)s” has no transcript.") % {"title": recording.title}
            form = reverse("wagtailsnippets_archive_recording:edit", args=[quote(key)])
            yield Lack(words, field, f"{form}#id_transcript")


@register_check(
    "audio",
    _("Something to listen to"),
    page_types=[StoryPage],
    field="recordings",
    is_required=False,
)
def has_something_to_listen_to(page):
    """A neighbour's voice, a guide."""
    if not any(recordings_of(page)):
        yield Lack(_("A neighbour’s voice or a guide, with its transcript."))


def recordings_of(page) -> Iterator[Placed]:
    """The keys of all recordings that a page plays."""
    for number, row in enumerate(page.recordings.all()):
        if row.recording_id:
            yield Placed(row.recording_id, f"recordings-{number}.recording")
    yield from chosen_recordings(page)
