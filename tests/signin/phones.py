"""What an authenticator app does."""

import time

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice


def phone_for(user, **fields) -> TOTPDevice:
    return TOTPDevice.objects.create(user=user, name="phone", **fields)


def shown_on(phone: TOTPDevice, *, later: int = 0) -> str:
    """The six digits of now, or of so many half minutes later."""
    clock = TOTP(phone.bin_key, phone.step, phone.t0, phone.digits)
    clock.time = time.time() + later * phone.step
    return f"{clock.token():06d}"


def wrong_on(phone: TOTPDevice) -> str:
    """Six digits that open nothing now."""
    right = {shown_on(phone, later=step) for step in (-2, -1, 0, 1, 2)}
    return next(code for code in map("{:06d}".format, range(10)) if code not in right)


def rested(phone) -> None:
    """The seconds that a wrong code costs have passed."""
    type(phone).objects.filter(pk=phone.pk).update(throttling_failure_timestamp=None)
