"""How a story says things: distances, times, dates, sources, languages."""

import re

from django import template
from django.utils.html import strip_tags
from django.utils.translation import get_language, gettext, ngettext, pgettext

from heritage.archive import wording
from heritage.storytelling import dating

register = template.Library()

METRES_A_MINUTE = 75
_TONGUES = {
    "zh-hans": ("zh-Hans", "简", "简体中文"),
    "zh-hant": ("zh-Hant", "繁", "繁體中文"),
    "en": ("en", "EN", "English"),
}


@register.filter
def lang_tag(code: str) -> str:
    """A language code as HTML writes it: zh-hans is zh-Hans."""
    return _TONGUES.get(code, (code,))[0]


@register.filter
def tongue(code: str) -> str:
    """The short sign of a language in the switch: 简, 繁, EN."""
    return _TONGUES[code][1]


@register.filter
def tongue_name(code: str) -> str:
    """A language's own name."""
    return _TONGUES[code][2]


@register.filter
def in_script(text: str) -> str:
    """Words that the archive keeps in Simplified, for a page in Traditional; others as they are."""
    return wording.in_script(text)


@register.filter
def metres(value: float) -> str:
    """420 is “420 m”, 1690 “1.7 km”."""
    if value < 995:
        return gettext("%(number)d m") % {"number": round(value / 10) * 10 or round(value)}
    return gettext("%(number).1f km") % {"number": value / 1000}


@register.filter
def walk(value: float) -> str:
    """Metres on foot as people say them: “6 min walk · 420 m”."""
    minutes = max(1, round(value / METRES_A_MINUTE))
    text = ngettext("%(minutes)d min walk", "%(minutes)d min walk", minutes)
    return f"{text % {'minutes': minutes}} · {metres(value)}"


@register.filter
def duration(seconds: int) -> str:
    """192 is “3 min 12 s”."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return gettext("%(seconds)d s") % {"seconds": rest}
    return gettext("%(minutes)d min %(seconds)02d s") % {"minutes": minutes, "seconds": rest}


@register.filter
def understood(reading, shown: str = "") -> str:
    """What a date means, where the words shown leave that open; empty where they say it."""
    if not reading or not reading.edtf or not hasattr(dating, "describe"):
        return ""
    said = dating.describe(reading, get_language() or "zh-hans")
    return "" if _bare(said) == _bare(shown) else said


@register.filter
def day(value) -> str:
    """A calendar day as people write it: 2025年5月15日, 15 May 2025."""
    return dating.describe(value.isoformat(), get_language() or "zh-hans")


def _bare(text: str) -> str:
    """A date without what may be written either way: 1924年至1927年 is 1924—1927年."""
    open_ended = re.sub(r"(至今|起)$", "-", text.strip())
    return re.sub(r"[年\s]", "", re.sub(r"[—–~〜～至到-]+", "-", open_ended)).casefold()


@register.filter
def board(page) -> str:
    """The name for the shop board on the picture: upright Chinese, short, or nothing."""
    for name in (getattr(page, "short_name", ""), page.title, getattr(page, "foreign_name", "")):
        if name and len(name) <= 8 and all("㐀" <= sign <= "鿿" for sign in name):
            return name
    return ""


@register.filter
def initial(text: str) -> str:
    """The first sign of a name, for a card without a picture."""
    return next((sign for sign in text if sign.isalnum()), "·")


@register.filter
def other_tongue(code: str) -> str:
    """The language a foreign name is in: English on Chinese pages, Chinese on English ones."""
    return "zh-Hans" if code == "en" else "en"


@register.filter
def batch_name(batch: str) -> str:
    """“7” as people say it: 第七批, batch 7."""
    if not batch.isdigit():
        return batch
    number = int(batch)
    if (get_language() or "").startswith("zh") and number <= 10:
        return f"第{'零一二三四五六七八九十'[number]}批"
    return pgettext("of a list", "batch %(number)s") % {"number": batch}


@register.filter
def plain_number(value) -> str:
    """12.00 is “12”, 4.50 “4.5”."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


@register.filter
def joined(lines) -> str:
    """Lines as one: Chinese closes up, other writing takes a space."""
    return ("" if (get_language() or "").startswith("zh") else " ").join(lines)


@register.filter
def url_in(page, home_url: str) -> str:
    """A neighbourhood's address in the frame's language."""
    return f"{home_url}{page.slug}/" if page else ""


@register.filter
def pauses(title: str) -> bool:
    """Whether a Chinese title has a place of its own to break at: 文明路，六块展板."""
    return any(mark in title[:-1] for mark in "，：、；—·")


@register.filter
def opens_in_han(html) -> bool:
    """Whether a text begins with a Chinese character, and is long enough to carry a drop cap."""
    text = strip_tags(str(html)).strip()
    return len(text) > 40 and "㐀" <= text[0] <= "鿿"
