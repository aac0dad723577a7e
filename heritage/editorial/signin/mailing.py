"""A word to the person themselves when their second factor changes: they may not have done it."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)
SUBJECT = _("Signing in to %(site)s")
WORDS = {
    "set_up": _("A phone has been set up for signing in with your account %(name)s."),
    "recovery": _("Somebody signed in as %(name)s with a recovery code."),
    "reset": _(
        "The phone of your account %(name)s has been taken off. At your next sign-in you set up "
        "another."
    ),
}
WARNING = _("If this was not you, tell whoever runs the site at once.")


def tell(user, what: str) -> None:
    """Mail one of WORDS to somebody who has an address. A mail that fails stops nothing."""
    if not user.email:
        return
    named = {"site": settings.WAGTAIL_SITE_NAME, "name": user.get_username()}
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        subject, body = SUBJECT % named, f"{WORDS[what] % named}\n\n{WARNING}\n"
    try:
        send_mail(subject, body, None, [user.email])
    except Exception:  # whatever a mail server may raise
        logger.exception("A mail about a second factor could not be sent.")
