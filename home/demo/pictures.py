"""Brings the demo's drawings into the archive, each marked as what it is."""

import tomllib
from functools import cache

from django.core.files.base import ContentFile
from wagtail.models import Collection

from heritage.archive.models import Picture
from heritage.archive.models.picture import Origin

from .reading import HERE

CREDIT = "骑楼项目绘制 | drawn for the Qilou project"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
COLLECTION = "示范城市 · Demo city"


@cache
def _manifest() -> dict:
    return tomllib.loads((HERE / "pictures" / "pictures.toml").read_text(encoding="utf-8"))


def picture(name: str, title: str = "") -> Picture | None:
    """Return the drawing of that name, brought in where it is missing; None if none was drawn."""
    path = HERE / "pictures" / f"{name}.webp"
    facts = _manifest().get(name)
    if facts is None or not path.exists():
        return None
    stored = f"demo-{name}.webp"
    existing = Picture.objects.filter(file__endswith=stored).first()
    if existing is not None:
        return existing
    drawn = Picture(
        title=title or name,
        collection=collection(),
        alt_zh=facts["alt"]["zh"],
        alt_en=facts["alt"]["en"],
        credit=CREDIT,
        rights=LICENCE,
        origin=Origin.DRAWN,
        file=ContentFile(path.read_bytes(), name=stored),
    )
    _focus(drawn, *facts.get("focal", (0.5, 0.5)))
    drawn.save()
    return drawn


def _focus(drawn: Picture, x: float, y: float) -> None:
    drawn.focal_point_x, drawn.focal_point_y = round(x * drawn.width), round(y * drawn.height)
    drawn.focal_point_width = drawn.focal_point_height = round(drawn.width * 0.3)


def collection() -> Collection:
    existing = Collection.objects.filter(name=COLLECTION).first()
    if existing is not None:
        return existing
    return Collection.get_first_root_node().add_child(name=COLLECTION)
