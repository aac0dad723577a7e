"""People who work on the register."""

from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission

from ..factories import UserFactory


def editor_of(page=None, *codenames: str, client: Client | None = None) -> Client:
    """A client of somebody who may enter the admin, edit below `page`, and `codenames`."""
    group = Group.objects.create(name=f"team {Group.objects.count()}")
    names = ["access_admin", *codenames]
    group.permissions.set(Permission.objects.filter(codename__in=names))
    if page is not None:
        GroupPagePermission.objects.create(
            group=group, page=page, permission=Permission.objects.get(codename="change_page")
        )
    user = UserFactory()
    user.groups.add(group)
    client = client or Client()
    client.force_login(user)
    return client
