import re
from collections.abc import Iterator
from pathlib import PurePath

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from heritage.archive.models import Picture
from heritage.editorial.readiness.registry import Lack, register_check

from ..models import StoryPage
from .walking import Placed, chosen_pictures

# What phones and chat programs call a picture.
PHONE_NAME = re.compile(r"(img|dsc|pxl|mmexport|微信图片|截图|屏幕截图)[\s_\-]*\d", re.IGNORECASE)
SHORTEST_EXTENSION, LONGEST_EXTENSION = 2, 5


@register_check(
    "picture", _("A lead picture"), page_types=[StoryPage], field="picture", asks_translations=True
)
def has_a_lead_picture(page):
    """The first thing a visitor sees."""
    if not page.picture_id:
        yield Lack(_("Choose the picture that stands at the top of the page."))


@register_check(
    "picture-words",
    _("Every picture says what it shows, and who may use it"),
    page_types=[StoryPage],
    field="picture",
    asks_translations=True,
    applies=lambda page: any(pictures_of(page)),
)
def pictures_have_words_and_rights(page):
    """Alt text in the page's language, and a rights statement, for each picture on the page."""
    placed = {one.value: one.field for one in reversed(list(pictures_of(page)))}
    pictures = Picture.objects.in_bulk(placed)
    for key, field in reversed(placed.items()):
        picture = pictures.get(key)
        if picture:
            yield from _lacks(picture, field, in_english=page.locale.language_code == "en")


def pictures_of(page) -> Iterator[Placed]:
    """The keys of all pictures that a page shows."""
    if page.picture_id:
        yield Placed(page.picture_id, "picture")
    yield from chosen_pictures(page)
    yield from (Placed(*one) for one in page.pictures_beside())


def is_file_name(words: str, picture: Picture) -> bool:
    """Whether a description only repeats what the file is called."""
    plain = words.strip().casefold()
    name = PurePath(plain)
    extension = SHORTEST_EXTENSION < len(name.suffix) <= LONGEST_EXTENSION
    stem = PurePath(picture.file.name or "").stem.casefold()
    if PHONE_NAME.match(plain):
        return True
    return bool(plain) and (plain == stem or (extension and name.suffix[1:].isalnum()))


def _lacks(picture: Picture, field: str, *, in_english: bool) -> Iterator[Lack]:
    words = picture.alt_en if in_english else picture.alt_zh
    form = reverse("wagtailimages:edit", args=[picture.pk])
    told = f"{form}#id_alt_{'en' if in_english else 'zh'}"
    names = {"picture": picture.title}
    if not words.strip():
        yield Lack(_("“%(picture)s” does not say what it shows.") % names, field, told)
    elif is_file_name(words, picture):
        words = _("The description of “%(picture)s” is only its file name.")
        yield Lack(words % names, field, told)
    if not picture.rights_uri:
        words = _("“%(picture)s” does not say who may use it.")
        yield Lack(words % names, field, f"{form}#id_rights")
