"""Everything is said on standard output, where the service manager or container keeps it.

No mail is sent about errors, and no line names a visitor's address.
"""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "stream": "ext://sys.stdout",
        }
    },
    "root": {"handlers": ["stdout"], "level": "WARNING"},
    "loggers": {
        "heritage": {"level": "INFO"},
        "home": {"level": "INFO"},
        # Django would print in development only, and mail its admins in production.
        "django": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
        # A wrong host name is a stray scanner's, not an error of the site.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
