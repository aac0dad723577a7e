"""For the test suite: production's rules, with what would only make tests slow taken out."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-0123456789-0123456789-0123456789-abcdef")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("SECOND_FACTOR", "0")

from .base import *  # noqa: F403 - a settings module is made of its base

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {  # noqa: F405 - from base
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
# Nothing is collected in a test: static files come straight from where they lie.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# A page is made each time; the tests of the page cache switch it on.
PAGE_CACHE_SECONDS = 0
CACHES["sign_in"] = {  # noqa: F405 - from base
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "sign_in",
}
# Scans stay in their journal until a test folds them.
SCANS_FOLD_SECONDS = 0
# What a browser asks of a register is done before the answer is given.
REGISTERS_IN_BACKGROUND = False
