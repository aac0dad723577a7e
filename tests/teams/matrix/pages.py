"""Who may what with a page of 恩宁路: its own team's people beside another team's, and the rest."""

from wagtail.models import Page, PageViewRestriction

from .reviews import COMMENTING, REVIEWING
from .rows import CITY, ENTER, NOBODY, READ, ROOT, WRITE, do, see

CURATE = ROOT | {"curator", "operator"}
WITHDRAW = ROOT | {"curator", "reviewer", "publisher", "operator"}
LISTS = ("recordings", "sources", "statements", "designations", "comments")
STORY = {
    "title": "新名字",
    "picture": "{picture}",
    "slug": "draft",
    "body-count": 0,
    "site_type": "building",
    "datum": "wgs84",
    **{f"{name}-{key}_FORMS": 0 for name in LISTS for key in ("TOTAL", "INITIAL")},
}
PUBLISHED = STORY | {"slug": "live"}
NEW = STORY | {"slug": "new"}
# What readiness asks of a story before it goes to review.
READY = {
    "lede": "一句让人停下来读的话。",
    "date": "1931年",
    "point_entered": "23.1169, 113.2352",
    "sources-TOTAL_FORMS": 1,
    "sources-0-citation": "《荔湾区志》",
    "sources-0-kind": "gazetteer",
    "sources-0-ORDER": 1,
}
COPY = {"new_title": "抄本", "new_slug": "copy-of-it"}


def live(name: str):
    return lambda town: Page.objects.get(pk=getattr(town.rows, name).pk).live


def not_live(name: str):
    return lambda town: not live(name)(town)


def gone(name: str):
    return lambda town: not Page.objects.filter(pk=getattr(town.rows, name).pk).exists()


def scheduled(town) -> bool:
    page = Page.objects.get(pk=town.rows.draft.pk)
    return page.get_latest_revision_as_object().go_live_at is not None


def in_review(town) -> bool:
    return Page.objects.get(pk=town.rows.draft.pk).current_workflow_state is not None


def has_an_alias(town) -> bool:
    return Page.objects.filter(slug="copy-of-it", alias_of__isnull=False).exists()


def private(town) -> bool:
    return PageViewRestriction.objects.exists()


def published_revision(town) -> bool:
    return Page.objects.get(pk=town.rows.draft.pk).live


def renamed(town) -> bool:
    """Whether the published page got the draft's name."""
    return Page.objects.get(pk=town.rows.live.pk).title != "詹天佑故居"


READING = [
    see("look into the neighbourhood", "/admin/pages/{street}/", READ),
    see("look into it, results alone", "/admin/pages/{street}/results/", READ),
    see("look into a draft", "/admin/pages/{draft}/", READ),
    see("open a draft to read", "/admin/reading/{draft}/", READ),
    see("open a draft to edit", "/admin/pages/{draft}/edit/", WRITE),
    see("see a draft as readers would", "/admin/pages/{draft}/view_draft/", READ),
    see("a page's history", "/admin/pages/{draft}/history/", READ),
    see("a page's history, results alone", "/admin/pages/{draft}/history/results/", READ),
    see("its reviews", "/admin/pages/{reviewed}/workflow_history/", READ),
    see(
        "one of its reviews",
        "/admin/pages/{reviewed}/workflow_history/detail/{review_state}/",
        READ,
    ),
    see("an older version", "/admin/pages/{draft}/revisions/{draft_revision}/view/", READ),
    see("go back to a version", "/admin/pages/{draft}/revisions/{draft_revision}/revert/", WRITE),
    see("compare versions", "/admin/pages/{live}/revisions/compare/live...latest/", READ),
    see("compare all", "/admin/pages/{live}/revisions/compare/earliest...latest/", READ),
    see("where a page is used", "/admin/pages/{draft}/usage/", READ),
    see("search the drafts", "/admin/pages/search/?q=稿", ENTER),
    see("search the drafts, results alone", "/admin/pages/search/results/?q=稿", ENTER),
    see("pages of a kind", "/admin/pages/usage/places/landmarkpage/", ENTER),
]
WRITING = [
    do("save a draft", "/admin/pages/{draft}/edit/", WRITE, STORY),
    do("save a published page's draft", "/admin/pages/{live}/edit/", WRITE, PUBLISHED),
    do("preview", "/admin/pages/{draft}/edit/preview/", NOBODY, STORY),
    see("see the kinds of page to make", "/admin/pages/{street}/add_subpage/", WRITE),
    see("see the form of a new page", "/admin/pages/add/places/landmarkpage/{street}/", WRITE),
    do("make a page", "/admin/pages/add/places/landmarkpage/{street}/", WRITE, NEW),
    do(
        "send it to review",
        "/admin/pages/{draft}/edit/",
        WRITE,
        STORY | READY | {"action-submit": "1"},
        done=in_review,
    ),
    do("lock", "/admin/pages/{draft}/lock/", CURATE),
    do("unlock what another locked", "/admin/pages/{locked}/unlock/", CURATE),
    do("turn an alias into a page", "/admin/pages/{alias}/convert_alias/", WRITE),
    do("translate", "/admin/translation/submit/page/{street}/", WRITE, {"locales": "{english}"}),
]
PUBLISHING = [
    do(
        "publish directly",
        "/admin/pages/{draft}/edit/",
        ROOT,
        STORY | {"action-publish": "1"},
        done=published_revision,
        else_changes=WRITE,
    ),
    do(
        "make a page, published",
        "/admin/pages/add/places/landmarkpage/{street}/",
        ROOT,
        NEW | {"action-publish": "1"},
        done=lambda town: Page.objects.filter(slug="new", live=True).exists(),
        else_changes=WRITE,
    ),
    do(
        "publish by an older version",
        "/admin/pages/{live}/edit/",
        ROOT,
        PUBLISHED | {"action-publish": "1", "revision": "{newer_revision}"},
        done=renamed,
        else_changes=WRITE,
    ),
    do(
        "set the day it goes public",
        "/admin/pages/{draft}/edit/",
        ROOT,
        STORY | {"go_live_at": "2031-01-01 08:00"},
        done=scheduled,
        else_changes=WRITE,
    ),
    # Below a team it always takes a reason: Wagtail's own way leads there.
    do("withdraw without a reason", "/admin/pages/{live}/unpublish/", NOBODY),
    see("ask to withdraw with a reason", "/admin/reviews/{live}/withdraw/", WITHDRAW),
    do(
        "withdraw with a reason",
        "/admin/reviews/{live}/withdraw/",
        WITHDRAW,
        {"reason": "门牌号写错了", "languages": "all"},
        done=not_live("live"),
    ),
    see("ask who may read it", "/admin/pages/{live}/privacy/", ROOT),
    do(
        "close it to readers",
        "/admin/pages/{live}/privacy/",
        ROOT,
        {"restriction_type": "login"},
        done=private,
    ),
    do("reorder", "/admin/pages/{draft}/set_position/?position=0", ROOT),
]
PLACING = [
    see("ask to delete a draft", "/admin/pages/{second}/delete/", WRITE),
    do("delete a draft", "/admin/pages/{second}/delete/", WRITE, done=gone("second")),
    do("delete a published page", "/admin/pages/{live}/delete/", ROOT, done=gone("live")),
    see("ask to move", "/admin/pages/{draft}/move/", WRITE),
    see("ask to move there", "/admin/pages/{draft}/move/{elsewhere}/confirm/", READ),
    do("move to another team's", "/admin/pages/{draft}/move/{elsewhere}/confirm/", CITY),
    do("move to a street without team", "/admin/pages/{draft}/move/{teamless}/confirm/", CITY),
    do("move another team's in", "/admin/pages/{other_draft}/move/{street}/confirm/", CITY),
    do("move in from a street without", "/admin/pages/{free}/move/{street}/confirm/", CITY),
    do("move a published page in", "/admin/pages/{free_live}/move/{street}/confirm/", ROOT),
    see("ask to copy", "/admin/pages/{live}/copy/", WRITE),
    do("copy", "/admin/pages/{live}/copy/", WRITE, COPY | {"new_parent_page": "{street}"}),
    do(
        "copy to another team's",
        "/admin/pages/{draft}/copy/",
        CITY,
        COPY | {"new_parent_page": "{elsewhere}"},
    ),
    do(
        "copy another team's in",
        "/admin/pages/{other_live}/copy/",
        CITY,
        COPY | {"new_parent_page": "{street}"},
    ),
    do(
        "make an alias",
        "/admin/pages/{live}/copy/",
        ROOT,
        COPY | {"new_parent_page": "{street}", "alias": "on"},
        done=has_an_alias,
        else_changes=WRITE,
    ),
    do(
        "make an alias on a street without team",
        "/admin/pages/{live}/copy/",
        ROOT,
        COPY | {"new_parent_page": "{teamless}", "alias": "on"},
        done=has_an_alias,
        else_changes=CITY,
    ),
]
CHOOSING = [
    see("choose a page", "/admin/choose-page/", ENTER),
    see("choose a page of the street", "/admin/choose-page/{street}/", ENTER),
    see("choose below a draft", "/admin/choose-page/{draft}/", READ),
    see("search for a draft's name to choose", "/admin/choose-page/search/?q=改", ENTER),
    see("search for a page to choose", "/admin/choose-page/search/?q=稿", ENTER),
    see("choose pages by number", "/admin/choose-page/chosen-multiple/?id={draft}", READ),
]
BULK = "/admin/bulk/wagtailcore/page/"
MANY = [
    do("publish many", BULK + "publish/?id={draft}&id={second}", ROOT),
    do("withdraw many", BULK + "unpublish/?id={live}", NOBODY),
    do("delete many", BULK + "delete/?id={second}", WRITE),
    do("move many", BULK + "move/?id={draft}", CITY, {"chooser": "{elsewhere}"}),
    see("ask to delete many", BULK + "delete/?id={draft}&id={second}", ENTER),
    see("ask to delete all there", BULK + "delete/?id=all&childOf={street}", ENTER),
    do("delete all there", BULK + "delete/?id=all&childOf={street}", WRITE),
]
PAGES = [
    *READING,
    *WRITING,
    *PUBLISHING,
    *PLACING,
    *REVIEWING,
    *COMMENTING,
    *CHOOSING,
    *MANY,
]
