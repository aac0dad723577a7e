"""The end of the three reviews: exactly what the third person signed becomes public.

Named in WAGTAIL_FINISH_WORKFLOW_ACTION. Wagtail reads this module while its own models load, so
that everything here is imported where it is used.
"""


def publish_signed(workflow_state, user=None) -> None:
    """Publish, or put on the schedule, the revision that all three reviews passed.

    Raises PermissionDenied where that is not what stands there, which the rules should have
    prevented: nothing unreviewed goes public by an oversight of theirs.
    """
    from heritage.editorial.teams.asking import team_of

    from .rounds import is_ours

    page = workflow_state.content_object.specific
    if is_ours(workflow_state):
        _publish(page, workflow_state, user)
    elif team_of(page) is None:
        page.get_latest_revision().publish(user=user, skip_permission_checks=True)
    else:
        _refuse("Below a neighbourhood with a team only the three reviews publish.")


def _publish(page, round_, user) -> None:
    from django.utils import timezone

    from .digest import digest_of
    from .models import SignOff
    from .rounds import passes_of, step_of
    from .steps import Step

    passes = passes_of(round_)
    revision = page.get_latest_revision()
    if [step_of(one) for one in passes] != list(Step):
        _refuse("A story needs all three reviews, in their order.")
    digest = digest_of(revision.content)
    if any(one.revision_id != revision.pk or one.digest != digest for one in passes):
        _refuse("The text is not the one that was reviewed.")
    go_live_at = revision.as_object().go_live_at
    waits = bool(go_live_at and go_live_at > timezone.now())
    if waits and page.live:
        _stay_public_meanwhile(page, revision)
    revision.publish(user=user, skip_permission_checks=True)
    if waits:
        SignOff.objects.update_or_create(
            page_id=page.pk, defaults={"round": round_, "revision": revision, "digest": digest}
        )


def set_days(revision, *, go_live_at, expire_at) -> None:
    """Say in a version when it becomes public and when it ends; None: at once, and never."""
    days = {"go_live_at": go_live_at, "expire_at": expire_at}
    revision.content |= {name: day and day.isoformat() for name, day in days.items()}
    revision.save(update_fields=["content"])


def _stay_public_meanwhile(page, revision) -> None:
    """Have visitors read on what they read now, until the signed version's day.

    Wagtail takes a page down for the time being, and lets the new words in at once, unless the new
    version knows of a version that is live. A page brought in by a program has none.
    """
    from datetime import timedelta

    from wagtail.models import Page, Revision

    if revision.content.get("live_revision"):
        return
    live = page.live_revision
    if live is None:
        live = Revision.objects.create(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            content=page.serializable_data(),
            object_str=str(page),
            created_at=revision.created_at - timedelta(microseconds=1),
        )
        Page.objects.filter(pk=page.pk).update(live_revision=live)
    revision.content["live_revision"] = live.pk
    revision.save(update_fields=["content"])


def _refuse(why: str) -> None:
    from django.core.exceptions import PermissionDenied

    raise PermissionDenied(why)
