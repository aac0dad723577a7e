"""The letter that lets somebody choose a password, or the link itself where no mail goes out."""

import logging
import smtplib
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from .posts import posts_of

log = logging.getLogger(__name__)
# Backends that send nothing to anybody.
SILENT = ("console", "dummy", "filebased")


@dataclass(frozen=True)
class Invitation:
    """What became of an invitation. `link` is to be shown once, where it was not mailed."""

    person: object
    link: str
    is_mailed: bool
    until: object


def mail_goes_out() -> bool:
    """Whether the installation has mail (EMAIL_URL)."""
    return settings.EMAIL_BACKEND.split(".")[-2] not in SILENT


def invitation_link(person) -> str:
    """The address where somebody chooses a password: once, within PASSWORD_RESET_TIMEOUT."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    path = reverse("welcome", args=[uid, default_token_generator.make_token(person)])
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def invitation_send(*, person, by) -> Invitation:
    """Mail somebody their link in their language; where that fails, say so and give the link."""
    link = invitation_link(person)
    until = timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    return Invitation(person, link, mail_goes_out() and _mailed(person, by, link, until), until)


def _mailed(person, by, link: str, until) -> bool:
    with override(UserProfile.get_for_user(person).get_preferred_language()):
        words = {
            "person": person,
            "name": get_user_display_name(person),
            "by": get_user_display_name(by),
            "posts": posts_of(person),
            "link": link,
            "until": until,
            "site": settings.WAGTAIL_SITE_NAME,
        }
        subject = _("You are invited to %(site)s") % {"site": settings.WAGTAIL_SITE_NAME}
        text = render_to_string("teams/mail/invitation.txt", words)
        try:
            return bool(send_mail(subject, text, None, [person.email]))
        except (OSError, smtplib.SMTPException):
            log.exception("the invitation of user %s could not be mailed", person.pk)
            return False
