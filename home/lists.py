"""`/<lang>/all/<kind>/`: everything of one kind, neighbourhood by neighbourhood."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from heritage.discovery.kinds import KINDS
from heritage.storytelling.cards import story_models
from heritage.storytelling.desk import Desk
from heritage.trails.walk import Walks

PER_PAGE = 48
# word in the address → the kind of story
LISTED = {
    "neighbourhoods": "neighbourhood",
    "landmarks": "landmark",
    "murals": "mural",
    "corridors": "corridor",
    "trails": "trail",
    "people": "person",
    "histories": "history",
}


def kind_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Show one page of the list; 404 for a kind there is not."""
    if kind not in LISTED:
        raise Http404
    name, title = KINDS[LISTED[kind]]
    page = Paginator(_rows(name), PER_PAGE).get_page(request.GET.get("page"))
    desk = Desk(request)
    walks = Walks(desk, Q(trail__in=list(page))) if kind == "trails" else ()
    cards = desk.want_pages(page)
    context = {"kind": kind, "title": title, "page_of": page, "cards": cards, "walks": walks}
    return render(request, "home/kind_list.html", context)


def _rows(name: str):
    """Ids in tree order: the reader's language, and the source's where it has no translation."""
    model = story_models()[name]
    live = model.objects.live()
    own = live.filter(locale__language_code=get_language())
    from_source = live.filter(locale__language_code=settings.LANGUAGE_CODE).exclude(
        translation_key__in=own.values("translation_key")
    )
    either = Q(pk__in=own.values("pk")) | Q(pk__in=from_source.values("pk"))
    return model.objects.filter(either).order_by("path").values_list("pk", flat=True)
