"""The second factor: a phone that shows a new code each half minute, and ten codes on paper."""

import base64
import secrets
import unicodedata
from dataclasses import dataclass

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp import devices_for_user, verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from .mailing import tell

RECOVERY_CODES = 10
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: nothing that looks like another
LENGTH = 10
LOOK_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v", "-": None, " ": None})
BEGUN = "signin_phone_begun"


@dataclass(frozen=True)
class Answer:
    """What became of a code: the device it opened, or how many seconds to wait before another."""

    device: Device | None = None
    wait: int = 0


def phone_of(user) -> TOTPDevice | None:
    """The phone that was set up, if any."""
    return TOTPDevice.objects.devices_for_user(user, confirmed=True).first()


def codes_left(user) -> int:
    """How many recovery codes are not used yet."""
    return StaticToken.objects.filter(device__user=user).count()


def phone_begun(*, user, session: SessionBase) -> TOTPDevice:
    """A phone about to be set up in this session, with a key that no other session has seen."""
    waiting = TOTPDevice.objects.devices_for_user(user, confirmed=False)
    phone = waiting.filter(pk=session.get(BEGUN)).first()
    if phone is None:
        waiting.delete()
        phone = TOTPDevice.objects.create(user=user, name="phone", confirmed=False)
        session[BEGUN] = phone.pk
    return phone


def key_in_words(phone: TOTPDevice) -> str:
    """The key as an app takes it by hand: base 32 in groups of four."""
    key = base64.b32encode(phone.bin_key).decode()
    return " ".join(key[i : i + 4] for i in range(0, len(key), 4))


@transaction.atomic
def phone_confirmed(*, user, phone: TOTPDevice, text: str) -> list[str] | None:
    """Take a phone into use once it shows a right code, in place of the one before.

    Returns new recovery codes; None, and nothing changed, for a wrong code.
    """
    if not verify_token(user, phone.persistent_id, _plain(text)):
        return None
    TOTPDevice.objects.filter(user=user).exclude(pk=phone.pk).delete()
    TOTPDevice.objects.filter(pk=phone.pk).update(confirmed=True)
    log(instance=user, action="signin.set_up", user=user)
    tell(user, "set_up")
    return _new_codes(user)


@transaction.atomic
def codes_renewed(*, user) -> list[str]:
    """Ten new recovery codes; those before open nothing any more."""
    log(instance=user, action="signin.new_codes", user=user)
    return _new_codes(user)


def code_taken(*, user, text: str) -> Answer:
    """Try a code from the phone (six digits) or from the paper. Each opens once."""
    plain = _plain(text)
    is_digits = plain.isascii() and plain.isdecimal() and len(plain) == 6
    device = phone_of(user) if is_digits else StaticDevice.objects.filter(user=user).first()
    if device is None:
        return Answer()
    wait = seconds_to_wait(device)
    if wait:
        return Answer(wait=wait)
    token = plain if is_digits else _fingerprint(plain)
    opened = verify_token(user, device.persistent_id, token)
    if opened and not is_digits:
        log(instance=user, action="signin.recovery", user=user)
        tell(user, "recovery")
    return Answer(device=opened)


@transaction.atomic
def factor_reset(*, user, by=None) -> bool:
    """Take phone and recovery codes away, so that another can be set up; False where none was.

    Sessions they opened are closed: each has to give the password again, and set up a phone.
    """
    devices = list(devices_for_user(user, confirmed=None))
    for device in devices:
        device.delete()
    log(instance=user, action="signin.reset", user=by)
    tell(user, "reset")
    return bool(devices)


def seconds_to_wait(device: Device) -> int:
    """How long this device takes no code, after wrong ones: 1, 2, 4, 8 … seconds."""
    allowed, why = device.verify_is_allowed()
    if allowed:
        return 0
    return max(1, round((why["locked_until"] - timezone.now()).total_seconds()))


def _new_codes(user) -> list[str]:
    paper, _made = StaticDevice.objects.get_or_create(user=user, defaults={"name": "paper"})
    paper.token_set.all().delete()
    codes = [_random_code() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=paper, token=_fingerprint(code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _random_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def _plain(text: str) -> str:
    """As typed on a Chinese keyboard or with spaces: １２３ ４５６ is 123456."""
    return unicodedata.normalize("NFKC", text).strip().lower().translate(LOOK_ALIKE)


def _fingerprint(code: str) -> str:
    """What the database keeps of a recovery code: nobody who reads it can sign in with it."""
    return salted_hmac("heritage.editorial.signin.recovery", code).hexdigest()[:16]
