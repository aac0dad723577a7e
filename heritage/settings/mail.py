"""Mail as EMAIL_URL says: smtp://, smtps:// or empty (written to the log)."""

from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from . import env

CONSOLE = "django.core.mail.backends.console.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def mail_settings(url: str) -> dict:
    """Django's EMAIL_* settings for a mail address like smtp://user:password@host:587.

    smtp:// turns encryption on (STARTTLS) unless `?tls=0` says otherwise; smtps:// begins with it.
    `?from=name@example.org` is the sender. Raises ImproperlyConfigured for anything else.
    """
    if not url:
        return {"EMAIL_BACKEND": CONSOLE}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL is not like smtp://user:password@host:587.")
    options = parse_qs(parts.query)
    over_tls = parts.scheme == "smtps"
    sender = options.get("from", [""])[0]
    return {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if over_tls else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": over_tls,
        "EMAIL_USE_TLS": not over_tls and options.get("tls", ["1"])[0] != "0",
        "EMAIL_TIMEOUT": 10,
    } | ({"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender} if sender else {})


globals().update(mail_settings(env.text("EMAIL_URL")))
