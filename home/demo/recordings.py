"""Brings the demo's sample voices into the archive: synthetic, and saying so."""

import tomllib
from functools import cache

from django.core.files.base import ContentFile

from heritage.archive.models import Recording
from heritage.storytelling.models import StoryRecording

from .pictures import LICENCE, collection
from .reading import HERE

FOLDER = HERE / "recordings"
TITLES = {
    "cmn": "示例录音（合成语音，普通话）",
    "yue": "示例录音（合成语音，粤语）",
    "eng": "Sample recording (synthetic voice)",
}


@cache
def _manifest() -> dict:
    return tomllib.loads((FOLDER / "recordings.toml").read_text(encoding="utf-8"))


def recordings(page: str, language: str) -> list[StoryRecording]:
    """Return rows for what a page offers to listen to, in the languages its reader may speak."""
    spoken = {"eng"} if language == "en" else {"cmn", "yue"}
    return [
        StoryRecording(recording=_recording(name, facts))
        for name, facts in _manifest().items()
        if facts["page"] == page and facts["speech"] in spoken
    ]


def _recording(name: str, facts: dict) -> Recording:
    stored = f"demo-{name}.mp3"
    existing = Recording.objects.filter(file__endswith=stored).first()
    if existing is not None:
        return existing
    return Recording.objects.create(
        title=TITLES[facts["speech"]],
        collection=collection(),
        file=ContentFile((FOLDER / f"{name}.mp3").read_bytes(), name=stored),
        seconds=facts["seconds"],
        speech=facts["speech"],
        transcript=facts["transcript"],
        credit="骑楼项目合成 | Synthesised for the Qilou project",
        rights=LICENCE,
        is_sample=True,
    )
