"""Log entries made ready to be read: who, on whose authority, where, and why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_user_display_name
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from .actions import BY_TIMETABLE
from .receivers import PAST_REVIEWS

# Under which name the entry of a room keeps why something was done.
REASONS = ("reason", "why", "comment", "note")
# Wagtail calls both a "scheduled draft".
PLAINLY = {
    "wagtail.publish.scheduled": gettext_lazy("Went live at its time"),
    "wagtail.unpublish.scheduled": gettext_lazy("Expired, withdrawn at its time"),
}
ARRANGES = ("wagtail.publish", "wagtail.publish.schedule")


def make_readable(entries: Sequence[BaseLogEntry]) -> None:
    """Add `who`, `authority`, `place`, `why` and `is_past_reviews` to each, in a few queries."""
    arrangers = _arrangers([entry for entry in entries if entry.action in BY_TIMETABLE])
    names = _names({entry.user_id for entry in entries} | set(arrangers.values()))
    for entry in entries:
        arranged_by = arrangers.get(entry.pk) if isinstance(entry, PageLogEntry) else None
        entry.is_by_timetable = entry.action in BY_TIMETABLE and entry.user_id is None
        entry.who = _("the timetable") if entry.is_by_timetable else names[entry.user_id]
        entry.authority = names[arranged_by] if arranged_by else ""
        entry.place = (entry.data.get("neighbourhood") or {}).get("title", "")
        entry.why = _why(entry)
        entry.what = str(PLAINLY.get(entry.action) or entry.message)
        entry.is_past_reviews = entry.action == PAST_REVIEWS


def add_addresses(entries: Sequence[BaseLogEntry], user) -> None:
    """Add `edit_url` where the reader may open what an entry is about, asked once for each."""
    finder, urls = AdminURLFinder(user), {}
    for model in {type(entry) for entry in entries}:
        mine = model.objects.filter(pk__in=[e.pk for e in entries if type(e) is model])
        for entry, instance in mine.with_instances():
            about = (model, entry.content_type_id, str(entry.object_id))
            if about not in urls:
                urls[about] = finder.get_edit_url(instance) if instance else None
    for entry in entries:
        entry.edit_url = urls[type(entry), entry.content_type_id, str(entry.object_id)]


def _why(entry: BaseLogEntry) -> str:
    said = entry.comment or next(filter(None, map(entry.data.get, REASONS)), "")
    return str(said)


def _names(ids: Iterable[int | None]) -> dict[int | None, str]:
    """People by id: as they are called, or were; the site itself for None."""
    ids, model = set(ids) - {None}, get_user_model()
    people = model.objects.filter(pk__in=ids)
    names = {person.pk: get_user_display_name(person) for person in people}
    gone = {str(pk) for pk in ids - set(names)}
    kind = ContentType.objects.get_for_model(model)
    last = ModelLogEntry.objects.filter(content_type=kind, object_id__in=gone, label__gt="")
    labels = dict(last.order_by("timestamp").values_list("object_id", "label"))
    for pk in map(int, gone):
        called = labels.get(str(pk)) or _("no. %(number)s") % {"number": pk}
        names[pk] = _("%(name)s (account deleted)") % {"name": called}
    return names | {None: _("the site itself")}


def _arrangers(entries: Sequence[BaseLogEntry]) -> dict[int, int]:
    """For what the timetable did: who had published or scheduled the version that it went by."""
    entries = [entry for entry in entries if isinstance(entry, PageLogEntry)]
    pages = {entry.page_id for entry in entries}
    if not pages:
        return {}
    by_page = defaultdict(list)
    rows = PageLogEntry.objects.filter(page_id__in=pages, action__in=ARRANGES, user__isnull=False)
    for row in rows.order_by("timestamp").values("page_id", "revision_id", "user_id", "timestamp"):
        by_page[row["page_id"]].append(row)
    found = {}
    for entry in entries:
        before = [row for row in by_page[entry.page_id] if row["timestamp"] <= entry.timestamp]
        same = [row for row in before if row["revision_id"] == entry.revision_id]
        for row in (same or before)[-1:]:
            found[entry.pk] = row["user_id"]
    return found
