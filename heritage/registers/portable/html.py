"""Rich text: only what the editor would let through, and its links turned."""

import re
from collections.abc import Callable

import nh3
from django.utils.html import escape

from heritage.delivery.sanitise import SCHEMES, TAGS

LINK_ATTRIBUTES = {"href", "linktype", "id"}
# What nh3 gives back: attributes in double quotes, anchors closed and never one in another.
ANCHOR = re.compile(r'<a((?: [a-z]+="[^"]*")*)>(.*?)</a>', re.S)
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')

TurnLink = Callable[[str, str], str | None]


def turn_html(html: str, turn_link: TurnLink) -> str:
    """Clean some rich text and turn its links; doing it twice changes nothing more.

    `turn_link(linktype, id)` gives the id to write, or None for a link to be taken off its words.
    """
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": LINK_ATTRIBUTES}, url_schemes=SCHEMES, link_rel=None
    )
    return ANCHOR.sub(lambda found: _anchor(found, turn_link), clean)


def _anchor(found: re.Match, turn_link: TurnLink) -> str:
    attributes, words = dict(ATTRIBUTE.findall(found[1])), found[2]
    kind = attributes.get("linktype")
    if kind in {"page", "document"}:
        target = turn_link(kind, attributes.get("id", ""))
        return f'<a id="{escape(target)}" linktype="{kind}">{words}</a>' if target else words
    if attributes.get("href"):
        return f'<a href="{attributes["href"]}">{words}</a>'
    return words
