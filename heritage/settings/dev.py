"""For a laptop: `make run`. Loosens base; never deployed."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-development-and-known-to-everyone-0123456789")
os.environ.setdefault("ALLOWED_HOSTS", "*")
os.environ.setdefault("SECOND_FACTOR", "0")

from .base import *  # noqa: F403 - a settings module is made of its base

DEBUG = True
PAGE_CACHE_SECONDS = 0  # a changed template shows at once
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES["staticfiles"] = {  # noqa: F405 - from base
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}

env.folder("QILOU_DATA").mkdir(parents=True, exist_ok=True)  # noqa: F405 - from base
