"""What came of a request: whether it got through, what it showed, what it changed."""

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import (
    Collection,
    Comment,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    TaskState,
    WorkflowState,
)

from heritage.archive.models import Paper, Picture, Recording
from heritage.editorial.teams.models import PersonEvent, Team
from heritage.plaques.models import Inspection, Plaque, PlaqueEvent

# What a request may change, by the columns that tell.
KEPT = {
    Page: "title draft_title slug path live locked latest_revision_id alias_of_id owner_id",
    Revision: "object_id approved_go_live_at",
    PageViewRestriction: "page_id",
    TaskState: "status",
    WorkflowState: "status",
    Picture: "title collection_id credit",
    Paper: "title collection_id",
    Recording: "title collection_id",
    Plaque: "status label target_key neighbourhood_key note condition",
    PlaqueEvent: "kind",
    Inspection: "state",
    Collection: "name path",
    Comment: "page_id text",
    Team: "name",
    PersonEvent: "kind person_id",
    Group: "name",
    get_user_model(): "username is_active",
    Site: "hostname",
}


# Written at any request of somebody signed in; nobody's work.
OF_NO_ACCOUNT = ("django_session", "wagtailcore_pagesubscription", "editingsession")


class Writes:
    """Notices whether anything was written meanwhile: most requests write nothing."""

    def __enter__(self):
        self.seen = False
        self._wrapper = connection.execute_wrapper(self._notice)
        self._wrapper.__enter__()
        return self

    def __exit__(self, *error):
        self._wrapper.__exit__(*error)

    def _notice(self, execute, sql, params, many, context):
        verb = sql.lstrip().partition(" ")[0].upper()
        if verb in {"INSERT", "UPDATE", "DELETE"}:
            self.seen = self.seen or not any(name in sql for name in OF_NO_ACCOUNT)
        return execute(sql, params, many, context)


def what_changed(before: dict) -> list[str]:
    now = picture_of_everything()
    return [model.__name__ for model, rows in now.items() if rows != before[model]]


def picture_of_everything() -> dict:
    return {
        model: set(model._base_manager.values_list("pk", *columns.split()))
        for model, columns in KEPT.items()
    }


def got_through(response) -> bool:
    """Answered, neither refused nor sent elsewhere."""
    return response.status_code == 200


def words_of(response) -> str:
    content = b"".join(response) if response.streaming else response.content
    words = content.decode(errors="replace")
    # JSON, alone or within a page, spells Chinese in numbers.
    return re.sub(r"\\u([0-9a-f]{4})", lambda spelt: chr(int(spelt[1], 16)), words)
