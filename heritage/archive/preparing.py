"""Makes the sizes that pages ask for ahead of the first visitor."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.files.base import File
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

from .models import Picture, PictureRendition
from .sizes import ALL_SPECS


def picture_prepare(*, picture: Picture) -> int:
    """Make the sizes of one picture that are missing; return how many were made."""
    return pictures_prepare(pictures=[picture])


def pictures_prepare(
    *, pictures: Iterable[Picture], on_done: Callable[[Picture], None] | None = None
) -> int:
    """Make the missing sizes of many pictures on every core; return how many were made.

    The pictures are worked on in threads (Pillow lets go of the interpreter while it works), the
    rows written here, so this may run inside a transaction. `on_done` is told of each picture;
    one whose file cannot be read is left for the page to say so.
    """
    asked = [_Missing.of(picture) for picture in pictures]
    made = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for missing, files in zip(asked, pool.map(_develop, asked), strict=True):
            made += sum(_store(missing.picture, one, file) for one, file in files)
            if on_done:
                on_done(missing.picture)
    return made


@dataclass(frozen=True)
class _Missing:
    """A picture, and the renditions it has not."""

    picture: Picture
    filters: list[Filter]

    @classmethod
    def of(cls, picture: Picture) -> "_Missing":
        there = set(picture.renditions.values_list("filter_spec", "focal_point_key"))
        filters = [Filter(spec=spec) for spec in ALL_SPECS]
        return cls(
            picture, [one for one in filters if (one.spec, one.get_cache_key(picture)) not in there]
        )


def _develop(missing: _Missing) -> list[tuple[Filter, File]]:
    """Render the missing sizes from one decoding of the original. Touches no database."""
    if not missing.filters:
        return []
    try:
        with missing.picture.get_willow_image() as willow:
            opened = _Opened(willow.auto_orient().image, willow.format_name)
            return [
                (one, missing.picture.generate_rendition_file(_FromOpened(one.spec, opened)))
                for one in missing.filters
            ]
    except OSError:
        return []


def _store(picture: Picture, one: Filter, file: File) -> bool:
    _rendition, is_new = PictureRendition.objects.get_or_create(
        image=picture,
        filter_spec=one.spec,
        focal_point_key=one.get_cache_key(picture),
        defaults={"file": file},
    )
    return is_new


class _Opened(PillowImage):
    """A decoded picture that still knows which format it came in."""

    def __init__(self, image, format_name: str):
        super().__init__(image)
        self.format_name = format_name


class _FromOpened(Filter):
    """A filter that works on a decoded picture instead of reading the file again."""

    def __init__(self, spec: str, opened: _Opened):
        super().__init__(spec=spec)
        self.opened = opened

    @contextmanager
    def get_willow_image(self, image, source=None):
        """Give the decoded picture."""
        yield self.opened
