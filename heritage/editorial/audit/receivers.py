"""What Wagtail's log would not say by itself: where a page stood, what passed the reviews by, and
the steps of people."""

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, WorkflowState

from heritage.editorial.teams.asking import team_of
from heritage.editorial.teams.models import PersonEvent
from heritage.editorial.teams.neighbourhoods import NEIGHBOURHOOD_DEPTH

MAKES_PUBLIC = ("wagtail.publish", "wagtail.publish.schedule")
PAST_REVIEWS = "audit.past_reviews"


@receiver(pre_save, sender=PageLogEntry)
def note_where(instance: PageLogEntry, raw=False, **_signal):
    """Keep the neighbourhood in the entry: a deleted page stands nowhere any more."""
    if raw or instance.pk is not None or "neighbourhood" in instance.data:
        return
    page = _page_of(instance)
    path = page.path if page else ""
    place = Page.objects.filter(
        path=path[: NEIGHBOURHOOD_DEPTH * Page.steplen], depth=NEIGHBOURHOOD_DEPTH
    ).first()
    if place is not None:
        key = str(place.translation_key)
        instance.data["neighbourhood"] = {"key": key, "title": place.title}


@receiver(post_save, sender=PageLogEntry)
def note_what_passed_the_reviews_by(instance: PageLogEntry, created=False, raw=False, **_signal):
    """In an emergency a superuser publishes below a team at once; the log says that it was so."""
    if raw or not created or instance.action not in MAKES_PUBLIC or instance.user_id is None:
        return
    page = _page_of(instance)
    if page is None or team_of(page) is None or _was_reviewed(instance):
        return
    log(page, PAST_REVIEWS, user=instance.user, uuid=instance.uuid, revision=instance.revision)


@receiver(post_save, sender=PersonEvent)
def note_step(instance: PersonEvent, created=False, raw=False, **_signal):
    """Invited, moved, ended: in the log beside everything else."""
    if raw or not created or instance.person is None:
        return
    data = {"role": instance.role, "team": instance.team_name, "why": instance.why}
    if instance.team:
        key = str(instance.team.neighbourhood_key)
        data["neighbourhood"] = {"key": key, "title": instance.team_name}
    name = instance.person_name
    log(instance.person, f"people.{instance.kind}", user=instance.by, title=name, data=data)


def _page_of(entry: PageLogEntry) -> Page | None:
    """The page an entry was written for: at hand, where Wagtail has just written it."""
    if PageLogEntry.page.is_cached(entry):
        return entry.page
    return Page.objects.filter(pk=entry.page_id).first()


def _was_reviewed(entry: PageLogEntry) -> bool:
    """Whether a workflow approved this very revision."""
    return WorkflowState.objects.filter(
        object_id=str(entry.page_id),
        status=WorkflowState.STATUS_APPROVED,
        task_states__revision_id=entry.revision_id,
    ).exists()
