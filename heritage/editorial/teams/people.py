"""Invites, moves and ends people, and takes them back. Past work stays signed with their name:
nobody's account is deleted."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from wagtail.models import PageLogEntry, Revision, TaskState
from wagtail.users.models import UserProfile

from .models import PersonEvent
from .posts import Post, posts_of
from .recording import Kind, record, saying


class NotTheirsError(PermissionError):
    """A superuser is not for operators to touch, nor is anybody's own standing for themselves."""


def may_be_changed(person, *, by) -> bool:
    """Whether `by` (None: a command) may change what somebody is."""
    return not person.is_superuser and person != by


@transaction.atomic
def person_invite(
    *, name: str, username: str, email: str, language: str, posts: Iterable[Post], by
):
    """Make an account without a password, with its posts; return the user.

    Raises IntegrityError where the sign-in name is taken. The link that lets the person choose a
    password is `invitations.invitation_send`'s.
    """
    person = get_user_model()(username=username, email=email, first_name=name)
    person.set_unusable_password()
    person.save()
    UserProfile.objects.create(user=person, preferred_language=language)
    with saying(by=by):
        record(Kind.INVITED, person)
        person.groups.add(*_groups(posts))
    return person


@transaction.atomic
def person_move(*, person, posts: Iterable[Post], why: str = "", by) -> None:
    """Make these somebody's posts, no others. Raises NotTheirsError."""
    _refuse_what_is_not_theirs(person, by)
    wanted = set(_groups(posts))
    held = {post.group for post in posts_of(person)}
    with saying(by=by, why=why):
        person.groups.remove(*(held - wanted))
        person.groups.add(*(wanted - held))


@transaction.atomic
def person_end(*, person, why: str, by) -> None:
    """Let somebody go: no more signing in, sessions end at once, posts are given up.

    Raises NotTheirsError.
    """
    _refuse_what_is_not_theirs(person, by)
    person.is_active = False
    # Ends open sessions and links a second time over, and asks for a new password on return.
    person.set_unusable_password()
    person.save()
    with saying(by=by, why=why):
        person.groups.clear()
        record(Kind.ENDED, person)


@transaction.atomic
def person_take_back(*, person, posts: Iterable[Post], why: str = "", by) -> None:
    """Let somebody who was ended work again, with these posts. Raises NotTheirsError."""
    _refuse_what_is_not_theirs(person, by)
    person.is_active = True
    person.save()
    with saying(by=by, why=why):
        record(Kind.RETURNED, person)
        person.groups.add(*_groups(posts))


def works_of(person) -> int:
    """How many versions and reviews are signed with somebody's name."""
    versions = Revision.objects.filter(user=person).count()
    return versions + TaskState.objects.filter(finished_by=person).count()


def with_work() -> Q:
    """A filter of users for those whose name stands under something."""
    signed = (
        Revision.objects.filter(user__isnull=False).values("user"),
        TaskState.objects.filter(finished_by__isnull=False).values("finished_by"),
        PageLogEntry.objects.filter(user__isnull=False).values("user"),
        PersonEvent.objects.filter(by__isnull=False).values("by"),
        PersonEvent.objects.filter(person__isnull=False).values("person"),
    )
    found = Q()
    for users in signed:
        found |= Q(pk__in=users)
    return found


def _groups(posts: Iterable[Post]) -> list[Group]:
    return [post.group for post in posts]


def _refuse_what_is_not_theirs(person, by) -> None:
    if not may_be_changed(person, by=by):
        raise NotTheirsError(str(person))
