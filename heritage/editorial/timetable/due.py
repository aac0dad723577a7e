"""What is due, and doing it: as Wagtail's `publish_scheduled` does, one item at a time.

Each item is done in a transaction of its own that asks once more whether it is due, under a lock
on its row: two servers, or a server and a `publish_scheduled` of cron, never do one twice, and one
item that cannot be published keeps no other from its time.
"""

import logging
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps
from django.db import models, transaction
from django.db.models import Min
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)
Key = tuple[str, int | str]


@dataclass
class Outcome:
    """What a look at the timetable did: how many items, and those that could not be done."""

    done: int = 0
    failed: list[Key] = field(default_factory=list)


def next_due() -> datetime | None:
    """The next moment at which something goes live or expires; in the past where it is late."""
    moments = [_scheduled().aggregate(first=Min("approved_go_live_at"))["first"]]
    moments += [_live(model).aggregate(first=Min("expire_at"))["first"] for model in _kinds()]
    return min(filter(None, moments), default=None)


def run_due(*, but_not: Container[Key] = ()) -> Outcome:
    """Withdraw what has expired, then publish what is due, except the items named."""
    outcome = Outcome()
    for key, act in [*_expired(), *_to_publish()]:
        if key in but_not:
            continue
        try:
            outcome.done += act()
        except Exception:  # whatever a page's own code raises: the others have their time too
            logger.exception("The timetable could not do %s %s.", *key)
            outcome.failed.append(key)
    return outcome


def _kinds() -> list[type[models.Model]]:
    """Page, and every other model whose drafts have a timetable."""
    others = [m for m in apps.get_models() if issubclass(m, DraftStateMixin)]
    return [Page, *(m for m in others if not issubclass(m, Page))]


def _scheduled():
    return Revision.objects.filter(approved_go_live_at__isnull=False)


def _live(model: type[models.Model]):
    return model._default_manager.filter(live=True, expire_at__isnull=False)


def _expired() -> Iterator[tuple[Key, Callable[[], bool]]]:
    for model in _kinds():
        late = _live(model).filter(expire_at__lt=timezone.now()).order_by("expire_at")
        for pk in list(late.values_list("pk", flat=True)):
            yield (model._meta.label, pk), lambda model=model, pk=pk: _expire(model, pk)


def _to_publish() -> Iterator[tuple[Key, Callable[[], bool]]]:
    late = _scheduled().filter(approved_go_live_at__lt=timezone.now())
    for pk in list(late.order_by("approved_go_live_at").values_list("pk", flat=True)):
        yield ("wagtailcore.Revision", pk), lambda pk=pk: _go_live(pk)


@transaction.atomic
def _expire(model: type[models.Model], pk) -> bool:
    """Withdraw one item; False where it is no longer due, or somebody else is at it."""
    item = _alone(_live(model).filter(pk=pk, expire_at__lt=timezone.now()))
    if item is None:
        return False
    _withdraw(item)
    return True


@transaction.atomic
def _go_live(pk: int) -> bool:
    """Publish one revision; False as above. One whose end has passed as well is never seen."""
    revision = _alone(_scheduled().filter(pk=pk, approved_go_live_at__lt=timezone.now()))
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    item = revision.content_object
    item.refresh_from_db()
    if item.live and item.expire_at and item.expire_at < timezone.now():
        _withdraw(item)
    logger.info("Published at its time: %s", item)
    return True


def _withdraw(item) -> None:
    item = item.specific if isinstance(item, Page) else item
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    logger.info("Withdrawn at its time: %s", item)


def _alone(rows):
    """The one row, locked where the database can; SQLite lets one transaction write at a time."""
    return rows.select_for_update(skip_locked=True, of=("self",)).order_by().first()
