"""Wagtail lets an administrator delete accounts; not those whose name stands under something."""

from django.contrib.auth import get_user_model
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name

from ..people import with_work


def refuse_deletion(request, person):
    return _refuse(request, [person])


def refuse_deletions(request, action_type, objects, action_class_instance):
    people = [item for item in objects if isinstance(item, get_user_model())]
    return _refuse(request, people) if action_type == "delete" and people else None


def _refuse(request, people):
    keys = [person.pk for person in people]
    signed = get_user_model().objects.filter(with_work(), pk__in=keys)
    names = ", ".join(get_user_display_name(person) for person in signed)
    if not names:
        return None
    words = _(
        "%(names)s: their name stands under work here, and must go on standing there. "
        "End them under “People” instead of deleting them."
    )
    messages.error(request, words % {"names": names})
    return redirect("wagtailusers_users:index")
