"""Rich text as a visitor may be given it, whatever way it came into the database.

The editor lets through only what its features allow. An import, an API or a restored package does
not, so rich text is cleaned where it is shown.
"""

import nh3

TAGS = {
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "s",
    "strong",
    "sub",
    "sup",
    "ul",
}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_html(html: str) -> str:
    """Return the paragraphs, lists, emphasis and links of some HTML; all else is taken out.

    Scripts and styles go with what is in them, other unknown tags leave their words; links lead to
    the web, a mailbox or a telephone. Cleaning twice changes nothing more.
    """
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
