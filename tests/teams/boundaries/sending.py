"""What the forms of pages send."""

import json

from django.test import Client
from django.utils.translation import override
from wagtail.models import Page

from ...factories import PictureFactory
from ..matrix.pages import STORY


def signed_in(user) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    client.force_login(user)
    return client


def kept_in(team, make=PictureFactory, **said):
    return make(collection=team.collection, **said)


def save(client, page, **said):
    """Send the form, with what is said over what stands in STORY."""
    with override("en"):
        return client.post(
            f"/admin/pages/{page.pk}/edit/", STORY | {"slug": page.slug, "picture": ""} | said
        )


def draft_of(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def block(kind: str, **values) -> dict:
    """A body of one block, as the form sends it."""
    head = {"body-count": 1, "body-0-deleted": "", "body-0-order": 0, "body-0-type": kind}
    return head | {f"body-0-value-{key.replace('__', '-')}": said for key, said in values.items()}


def gallery(*pictures) -> dict:
    sent = block("gallery", title="", pictures__count=len(pictures))
    for number, picture in enumerate(pictures):
        row = f"body-0-value-pictures-{number}"
        sent |= {f"{row}-deleted": "", f"{row}-order": number, f"{row}-type": "item"}
        sent |= {f"{row}-id": "", f"{row}-value-picture": picture.pk}
        sent |= {f"{row}-value-caption": "", f"{row}-value-cites": ""}
    return sent


def linked(page) -> dict:
    """A text with a link to a page, as the editor's field sends it."""
    content = {
        "blocks": [
            {
                "key": "a",
                "text": "here",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk}}},
    }
    return block("text", text=json.dumps(content), cites="")


def rows(name: str, **row) -> dict:
    sent = {f"{name}-TOTAL_FORMS": 1, f"{name}-INITIAL_FORMS": 0}
    return sent | {f"{name}-0-{key}": said for key, said in {"id": "", "ORDER": 1, **row}.items()}
