"""What browsers and proxies are told, and how signing in is guarded. SITE_URL says whether the
site is served over HTTPS; only then are visitors sent there and cookies kept to it."""

from datetime import timedelta
from urllib.parse import urlsplit

from . import env

BEHIND_PROXY = env.flag("BEHIND_PROXY")
OVER_HTTPS = env.text("SITE_URL").startswith("https://")

if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = OVER_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if OVER_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = OVER_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Entering browsers' preload lists binds a whole domain for years: its owner's decision, not ours.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OVER_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = OVER_HTTPS
CSRF_FAILURE_VIEW = "heritage.delivery.signin.out_of_date"
CSRF_TRUSTED_ORIGINS = [env.text("SITE_URL").rstrip("/")]

# Five wrong passwords for a name from an address, then a quarter of an hour of waiting. Counted in
# a cache: the database keeps no address, and the log masks it.
AXES_HANDLER = "axes.handlers.cache.AxesCacheHandler"
AXES_CACHE = "sign_in"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "heritage.delivery.signin.locked_out"
AXES_CLIENT_IP_CALLABLE = "heritage.delivery.clients.client_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# After the password, a code from the phone of everyone who can publish (heritage.editorial.signin).
SECOND_FACTOR = env.flag("SECOND_FACTOR")
OTP_TOTP_ISSUER = f"Qilou {urlsplit(env.text('SITE_URL')).hostname}"
