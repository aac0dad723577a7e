"""Pictures in templates: `{% show picture "lead" %}` and how to come by one."""

from django import template
from wagtail.images.models import Picture as ResponsivePicture
from wagtail.images.shortcuts import get_renditions_or_not_found

from ..sizes import SIZES

register = template.Library()


@register.simple_tag
def show(picture, size: str, first: bool = False):
    """The picture in AVIF, WebP and JPEG, in the sizes of its place.

    `first` is for the one the reader waits for; the others load when they come near.
    """
    chosen = SIZES[size]
    renditions = get_renditions_or_not_found(picture, chosen.specs)
    attributes = {"alt": picture.default_alt_text, "sizes": chosen.sizes}
    attributes |= {"fetchpriority": "high"} if first else {"loading": "lazy", "decoding": "async"}
    return ResponsivePicture(renditions, attributes)


@register.simple_tag
def picture_of(row, desk):
    """The picture of a row that has one, taken from the page's desk."""
    return desk.picture(row.picture_id)


@register.simple_tag
def poster_of(recording, desk):
    """The still picture of a film, as a plain rendition; None where it has none."""
    picture = desk.picture(recording.poster_id) if desk else recording.poster
    if picture is None:
        return None
    return get_renditions_or_not_found(picture, [POSTER])[POSTER]


@register.simple_tag
def spot_at(spot, picture) -> str:
    """Where a spot stands on its picture, as an SVG transform in the picture's own pixels."""
    x, y = float(spot.x) * picture.width, float(spot.y) * picture.height
    scale = picture.width / 1000
    return f"translate({x:.0f} {y:.0f}) scale({scale:.2f})"


POSTER = SIZES["figure"].specs[-1]
