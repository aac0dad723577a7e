"""One panel for all of it: only the lists that hold something, each with what to do next."""

from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, Window
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from heritage.editorial.reviews import inbox
from heritage.editorial.teams.asking import standing_of
from heritage.editorial.teams.roles import TeamRole

from ..overview.reading import overview
from ..overview.views import may_see_city
from . import lists


@dataclass(frozen=True)
class Pile:
    """A list on the first page: its items shown, how many there are in all, and where they are."""

    code: str
    title: str | Promise
    items: list
    number: int
    url_name: str = ""

    @property
    def more(self) -> int:
        return self.number - len(self.items)

    @property
    def template(self) -> str:
        return f"insight/piles/{self.code}.html"


class Desk(Component):
    """What waits for this very person."""

    name = "desk"
    order = 20
    template_name = "insight/desk.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        piles = [pile for pile in _piles(user) if pile.items]
        return {
            "piles": piles,
            "gaps": _gaps(user),
            "sees_city": may_see_city(user),
            "writes": page_permission_policy.user_has_permission(user, "add"),
        }


def _piles(user):
    yield _of_list("sent_back", _("Sent back to me"), inbox.sent_back_to(user), "reviews:inbox")
    yield _of_list("withdrawn", _("Withdrawn"), lists.withdrawn(user))
    yield _of_list("waiting", _("Waiting for me"), inbox.waiting_for(user), "reviews:inbox")
    yield _of_rows("drafts", _("My drafts"), lists.my_drafts(user))
    if _reviews(user):
        yield _of_list("queue", _("All in review, the oldest first"), inbox.queue_of(user))
    yield _of_rows("expiring", _("Soon to go offline"), lists.soon_to_expire(user))
    yield _of_rows("least_ready", _("Least ready"), lists.least_ready(user))
    yield _of_rows("teamless", _("Without a team"), lists.teamless(user), "people:teams")
    yield _of_list("silent", _("Plaques fallen silent"), lists.silent(user), "plaques:scans")


def _of_list(code: str, title, items: list, url_name: str = "") -> Pile:
    return Pile(code, title, items[: lists.SHOWN], len(items), url_name)


def _of_rows(code: str, title, rows, url_name: str = "") -> Pile:
    shown = list(rows.annotate(in_all=Window(Count("pk")))[: lists.SHOWN])
    return Pile(code, title, shown, shown[0].in_all if shown else 0, url_name)


def _reviews(user) -> bool:
    """Whether somebody keeps an eye on a queue: a curator, or anybody who works for the city."""
    return may_see_city(user) or any(
        role == TeamRole.CURATOR for _team, role in standing_of(user).teams
    )


def _gaps(user) -> list:
    """The emptiest neighbourhoods, for those who work for the whole city."""
    return list(islice((row for row in overview() if row.gaps), 5)) if may_see_city(user) else []
