"""Who has to show, after the password, that the phone in their hand is theirs."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django_otp import user_has_device

from heritage.editorial.teams.asking import holds
from heritage.editorial.teams.roles import CityRole

SIGNS_OFF_OR_INVITES = (CityRole.PUBLISHER, CityRole.OPERATOR)
# Whoever may do these can make themselves, or anybody, a publisher.
DECIDES_WHO_PUBLISHES = ("add_user", "change_user", "add_group", "change_group")


def must_verify(user) -> bool:
    """Whether what somebody does may become public, or decides who publishes."""
    if not user.is_active:
        return False
    if user.is_superuser or any(holds(user, role) for role in SIGNS_OFF_OR_INVITES):
        return True
    return _may_publish(user)


def is_asked(user) -> bool:
    """Whether this person gives a code when signing in: they must, or have chosen to."""
    if not settings.SECOND_FACTOR or not user.is_authenticated:
        return False
    return must_verify(user) or user_has_device(user)


def is_halfway(user) -> bool:
    """Whether somebody gave the password, and not yet the code that is asked of them."""
    return user.is_authenticated and not user.is_verified() and is_asked(user)


def may_reset(by, user) -> bool:
    """Whether `by` may take somebody's lost phone away. Nobody their own; that is in the account.

    Only a superuser resets a superuser's: others would open a door higher than their own.
    """
    if by.pk == user.pk:
        return False
    if by.is_superuser or user.is_superuser:
        return by.is_superuser
    return holds(by, CityRole.OPERATOR) or by.has_perm("auth.change_user")


def _may_publish(user) -> bool:
    permits = Q(codename__startswith="publish_") | Q(codename__in=DECIDES_WHO_PUBLISHES)
    permissions = Permission.objects.filter(permits)
    groups = Group.objects.filter(user=user).filter(
        Q(permissions__in=permissions)
        | Q(page_permissions__permission__in=permissions)
        | Q(groupapprovaltask__active=True)
    )
    return groups.exists() or permissions.filter(user=user).exists()
