"""The sizes pictures are made in, and what a page asks for under a short name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """A set of renditions: `specs` in the order of preference, `sizes` as the browser wants it.

    WebP and JPEG are for older browsers; one width will do for them.
    """

    specs: tuple[str, ...]
    sizes: str


def _specs(small: str, large: str) -> tuple[str, ...]:
    sizes = [f"{small}|format-avif", f"{large}|format-avif"]
    return (*sizes, f"{small}|format-webp", f"{small}|format-jpeg")


_WIDE = _specs("width-800", "width-1600")
_CARD = _specs("fill-400x250", "fill-800x500")

SIZES = {
    "lead": Size(_WIDE, "(min-width: 78rem) 712px, (min-width: 60rem) 58vw, 100vw"),
    "figure": Size(_WIDE, "(min-width: 48rem) 684px, 100vw"),
    "wall": Size(_WIDE, "(min-width: 78rem) 1152px, 100vw"),
    "card": Size(_CARD, "(min-width: 78rem) 276px, (min-width: 60rem) 30vw, 90vw"),
    "thumb": Size(_CARD, "120px"),
}
ALL_SPECS = tuple({spec: None for size in SIZES.values() for spec in size.specs})
