"""Pictures read in bulk: those of a whole page, with their renditions, in one query."""

from collections.abc import Iterable

from .models import Picture, PictureRendition
from .sizes import ALL_SPECS


def album(ids: Iterable[int | None]) -> dict[int, Picture]:
    """Pictures by id, each with the renditions that pages use at hand.

    One query where each has a rendition already; a second for those that were never shown.
    """
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    renditions = PictureRendition.objects.filter(
        image_id__in=wanted, filter_spec__in=ALL_SPECS
    ).select_related("image")
    found: dict[int, Picture] = {}
    for rendition in renditions:
        picture = found.setdefault(rendition.image_id, rendition.image)
        rendition.image = picture
        picture.__dict__.setdefault("prefetched_renditions", []).append(rendition)
    for picture in (
        Picture.objects.filter(pk__in=wanted - found.keys()) if wanted - found.keys() else ()
    ):
        picture.prefetched_renditions = []
        found[picture.pk] = picture
    return found
