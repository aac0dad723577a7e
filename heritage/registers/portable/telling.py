"""What is carried of an item of the archive beside its file, as JSON has it."""

from typing import Any

from django.db import models

from heritage.archive.models import Paper, Picture, Recording

_PROVENANCE = ("title", "credit", "rights", "licence_uri", "date_text")
PICTURE = (*_PROVENANCE, "alt_zh", "alt_en", "origin")
FOCUS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
RECORDING = (*_PROVENANCE, "speech", "speaker", "transcript", "seconds", "is_sample")
PAPER = _PROVENANCE
COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    Picture: (*PICTURE, *FOCUS),
    Recording: RECORDING,
    Paper: PAPER,
}
# The name of a reference, and where its kind stands in archive.json.
KINDS: dict[str, type[models.Model]] = {
    "picture": Picture,
    "recording": Recording,
    "paper": Paper,
}
HAVE_TAGS = (Picture, Paper)


def kind_of(model: type[models.Model]) -> str:
    """`picture`, `recording` or `paper`."""
    return next(name for name, kind in KINDS.items() if issubclass(model, kind))


def tell(item: models.Model) -> dict[str, Any]:
    """The item's own words and rights; its tags in order. Who uploaded it and when stays here."""
    told = {name: getattr(item, name) for name in COLUMNS[type(item)]}
    if isinstance(item, HAVE_TAGS):
        told["tags"] = sorted(tag.name for tag in item.tags.all())
    return told
