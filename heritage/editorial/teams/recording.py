"""Writes down each step of a person, whichever screen or command it was taken on."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import get_active_log_context

from .asking import forget_standing
from .models import PersonEvent
from .posts import Post, post_of

Kind = PersonEvent.Kind
_said: ContextVar[tuple] = ContextVar("who changes somebody's posts, and why", default=(None, ""))


@contextmanager
def saying(*, by, why: str = "") -> Iterator[None]:
    """Roles given and taken inside are written down as done by somebody for a reason."""
    token = _said.set((by, why))
    try:
        yield
    finally:
        _said.reset(token)


def record(kind: Kind, person, post: Post | None = None) -> PersonEvent:
    """Write down one step; who and why are what `saying` said, else who is signed in."""
    by, why = _said.get()
    by = by or get_active_log_context().user
    return PersonEvent.objects.create(
        kind=kind,
        person=person,
        person_name=get_user_display_name(person)[:150],
        role=post.role if post else "",
        team=post.team if post else None,
        team_name=str(post.team) if post and post.team else "",
        by=by,
        by_name=get_user_display_name(by)[:150] if by else "",
        why=why,
    )


def connect() -> None:
    through = get_user_model().groups.through
    m2m_changed.connect(_on_groups, sender=through, dispatch_uid="teams_record_posts")


_STEPS = {"post_add": Kind.JOINED, "post_remove": Kind.LEFT, "pre_clear": Kind.LEFT}


def _on_groups(sender, instance, action, reverse, pk_set, **kwargs) -> None:
    if action not in _STEPS:
        return
    if reverse:  # group.user_set.add(person)
        users = get_user_model().objects
        people = instance.user_set.all() if pk_set is None else users.filter(pk__in=pk_set)
        pairs = [(person, instance) for person in people]
    else:
        groups = instance.groups.all() if pk_set is None else Group.objects.filter(pk__in=pk_set)
        pairs = [(instance, group) for group in groups]
    for person, group in pairs:
        post = post_of(group)
        if post is not None:
            record(_STEPS[action], person, post)
        forget_standing(person)
