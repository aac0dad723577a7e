"""Where visitors look for things: search, and the map with its list."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heritage.storytelling.desk import Desk

from .atlas import Atlas
from .finding import Finding
from .kinds import KINDS, PLACED
from .tiles import provider

PER_PAGE = 12
LONGEST = 120


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/<lang>/search/?q=&kind=&page=`: what was found, or what to do next."""
    question = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST]
    kind = request.GET.get("kind", "")
    finding = Finding(question, Desk(request), kind if kind in KINDS else "")
    rows = finding.alike if finding.is_approximate else finding.of_kind()
    page_of = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    hits = finding.hits(list(page_of)) if rows else []
    context = {
        "question": question,
        "finding": finding,
        "hits": hits,
        "page_of": page_of,
        "kinds": _kind_links(finding, question),
        "suggestion": finding.suggestion(hits) if finding.is_approximate else "",
        "all_query": urlencode({"q": question}),
        "query": urlencode({"q": question, **({"kind": finding.kind} if finding.kind else {})}),
        "untranslated": [hit for hit in hits if not hit.is_translated],
    }
    return render(request, "discovery/search.html", context)


def _kind_links(finding: Finding, question: str) -> list[dict]:
    """The kinds that were found, each with its number and the link that keeps only it."""
    counts = finding.counts()
    links = [
        {
            "label": label,
            "number": counts[kind],
            "all_query": urlencode({"q": question}),
            "query": urlencode({"q": question, "kind": kind}),
            "is_here": kind == finding.kind,
        }
        for kind, (_model, label) in KINDS.items()
        if counts[kind]
    ]
    return links if len(links) > 1 or finding.kind else []


@require_safe
def city_map(request: HttpRequest) -> HttpResponse:
    """`/<lang>/map/?kind=`: the city as a sketch, and every published place in a list."""
    kind = request.GET.get("kind", "")
    atlas = Atlas(Desk(request), kind if kind in PLACED[1:] else "")
    return render(request, "discovery/map.html", {"atlas": atlas, "provider": provider()})
