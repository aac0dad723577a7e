"""Five wrong codes end the sitting, and a quarter of an hour passes before the next.

On top of the seconds that django-otp makes each device wait. Counted for the person, in the cache
that counts wrong passwords: whoever gets here knows the password, so that nobody can lock a
stranger out.
"""

import hashlib

from django.conf import settings
from django.core.cache import caches


def is_locked(user) -> bool:
    """Whether this person has to wait."""
    return caches["sign_in"].get(_key(user), 0) >= settings.AXES_FAILURE_LIMIT


def wrong_try(user) -> bool:
    """Count one more wrong code or password; return whether this was the last for a while."""
    cache, key = caches["sign_in"], _key(user)
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    if cache.add(key, 1, seconds):
        return settings.AXES_FAILURE_LIMIT <= 1
    try:
        tries = cache.incr(key)
    except ValueError:  # forgotten between the two
        return False
    cache.touch(key, seconds)
    return tries >= settings.AXES_FAILURE_LIMIT


def forget_tries(user) -> None:
    caches["sign_in"].delete(_key(user))


def _key(user) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY} code {user.pk}".encode()).hexdigest()
