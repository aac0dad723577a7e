"""People with one right or another."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from ..factories import UserFactory


def member(*, publishes=False, permission=None, page=None):
    group = Group.objects.create(name="others")
    names = {"access_admin", permission} - {None}
    group.permissions.set(Permission.objects.filter(codename__in=names))
    if page:
        codename = "publish_page" if publishes else "change_page"
        right = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=page, permission=right)
    user = UserFactory()
    user.groups.add(group)
    return user
