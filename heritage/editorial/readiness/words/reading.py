"""All that a page says, field by field, each with the content path that opens it."""

from collections.abc import Iterator
from html.parser import HTMLParser

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, RichTextBlock
from wagtail.blocks.field_block import CharBlock, RawHTMLBlock, TextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from ..contentpaths import children_of

Said = tuple[str, str]  # the content path, the text
_NOT_SAID = {"slug", "url_path", "draft_title"}
_BREAKS = {"p", "li", "br", "h2", "h3", "h4", "h5", "blockquote", "ul", "ol", "hr"}


def said_by(page: Page) -> Iterator[Said]:
    """Every text of a page that an editor writes, its rows and blocks included."""
    yield from _fields(page, "")
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME or relation.related_model.__module__.startswith(
            "wagtail."
        ):
            continue
        for number, row in enumerate(getattr(page, name).all()):
            yield from _fields(row, f"{name}-{number}.")


def _fields(instance: models.Model, prefix: str) -> Iterator[Said]:
    for field in instance._meta.concrete_fields:
        if not field.editable or field.choices or field.name in _NOT_SAID:
            continue
        path = f"{prefix}{field.name}"
        if isinstance(field, StreamField):
            value = getattr(instance, field.name)
            yield from _blocks(value.stream_block, value, path)
        elif isinstance(field, RichTextField):
            yield path, plain_text(getattr(instance, field.name) or "")
        elif isinstance(field, (models.CharField, models.TextField)):
            yield path, getattr(instance, field.name) or ""


def _blocks(block: Block, value, path: str) -> Iterator[Said]:
    if isinstance(block, RichTextBlock):
        yield path, plain_text(value.source if value else "")
    elif isinstance(block, (CharBlock, TextBlock, RawHTMLBlock)):
        yield path, str(value or "")
    else:
        for child, child_value, step in children_of(block, value):
            yield from _blocks(child, child_value, f"{path}.{step}")


class _Plain(HTMLParser):
    """Keeps the text; the end of a paragraph ends a line."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data):
        self.said.append(data)

    def handle_starttag(self, tag, attrs):
        if tag in _BREAKS:
            self.said.append("\n")


def plain_text(html: str) -> str:
    """The words of rich text, without its marks: a bold character is no gap in a word."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    return "".join(parser.said).strip("\n")
