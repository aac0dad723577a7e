"""What the first page after signing in lists for a person. Each list costs a fixed few queries."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, WorkflowState
from wagtail.permissions import page_permission_policy

from heritage.editorial.readiness.models import PageReadiness
from heritage.editorial.reviews.withdrawing import ACTION as WITHDRAWN
from heritage.editorial.teams.admin.access import may_manage
from heritage.editorial.teams.neighbourhoods import without_team
from heritage.plaques.admin.permissions import may_see_register, plaques_in_sight
from heritage.plaques.scans.reading import today
from heritage.plaques.scans.silence import silent_plaques

SHOWN = 6
SOON = timedelta(days=30)


def editable(user) -> QuerySet[Page]:
    return page_permission_policy.instances_user_has_permission_for(user, "change")


def my_drafts(user) -> QuerySet[Page]:
    """Pages whose last draft is this person's and is not public; the latest first."""
    mine = Q(latest_revision__user=user) | Q(latest_revision=None, owner=user)
    pages = Page.objects.filter(mine, has_unpublished_changes=True, alias_of=None)
    return pages.select_related("locale", "latest_revision").order_by("-latest_revision_created_at")


def withdrawn(user) -> list[tuple[Page, PageLogEntry]]:
    """Stories, this person's to edit, that were withdrawn and are in no review again; each with
    who did it and why, the latest first. Of a story in several languages the source alone."""
    keys = set(PageLogEntry.objects.filter(action=WITHDRAWN).values_list("page", flat=True))
    if not keys:
        return []
    pages = editable(user).filter(pk__in=keys, live=False)
    pages = pages.filter(locale__language_code=settings.LANGUAGE_CODE)
    pages = pages.exclude(_workflow_states__status=WorkflowState.STATUS_IN_PROGRESS).in_bulk()
    acts = PageLogEntry.objects.filter(page__in=pages, action__in=[WITHDRAWN, "wagtail.publish"])
    newest = {}
    for act in acts.select_related("user").order_by("timestamp", "pk"):
        newest.pop(act.page_id, None)
        newest[act.page_id] = act
    return [(pages[k], act) for k, act in reversed(newest.items()) if act.action == WITHDRAWN]


def soon_to_expire(user) -> QuerySet[Page]:
    """Public pages, this person's to edit, that go offline within thirty days; the next first."""
    until = timezone.now() + SOON
    return editable(user).filter(live=True, expire_at__lte=until).order_by("expire_at")


def least_ready(user) -> QuerySet[PageReadiness]:
    """Drafts, this person's to edit, that lack most of what is required."""
    drafts = editable(user).filter(has_unpublished_changes=True).order_by().values("pk")
    found = PageReadiness.objects.filter(page__in=drafts, lacking__gt=0)
    return found.select_related("page__locale").order_by("-lacking", "page_id")


def teamless(user) -> QuerySet[Page]:
    """Public neighbourhoods without a team, for whoever may set one up; the newest first."""
    found = without_team().filter(live=True).order_by("-first_published_at", "title")
    return found if may_manage(user) else found.none()


def silent(user) -> list:
    """Plaques in this person's sight that used to be scanned and no longer are."""
    if not may_see_register(user):
        return []
    found = silent_plaques(today())
    if not found:
        return []
    seen = set(
        plaques_in_sight(user)
        .filter(pk__in=[plaque.pk for plaque, _silence in found])
        .values_list("pk", flat=True)
    )
    return [(plaque, silence) for plaque, silence in found if plaque.pk in seen]
