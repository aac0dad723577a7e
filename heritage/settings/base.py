"""Safe for production as it stands; `dev` and `test` only loosen it."""

import dj_database_url
from django.utils.translation import gettext_lazy as _

from heritage.delivery.packages import package_folders

from . import env
from .caches import CACHES, PAGE_CACHE_SECONDS  # noqa: F401 - settings
from .env import BASE_DIR
from .log import LOGGING  # noqa: F401 - settings
from .mail import *  # noqa: F403 - settings
from .security import *  # noqa: F403 - settings

SECRET_KEY = env.required("SECRET_KEY")
ALLOWED_HOSTS = env.required("ALLOWED_HOSTS") and env.items("ALLOWED_HOSTS")
SITE_URL = env.text("SITE_URL").rstrip("/")
DEBUG = False

INSTALLED_APPS = [
    "home",
    "heritage.discovery",
    "heritage.registers",
    "heritage.insight",
    "heritage.trails",
    "heritage.histories",
    "heritage.places",
    "heritage.plaques",
    "heritage.plaques.scans",
    "heritage.storytelling",
    "heritage.archive",
    "heritage.editorial",
    "heritage.editorial.reviews",
    "heritage.editorial.readiness",
    "heritage.editorial.audit",
    "heritage.editorial.teams",
    "heritage.editorial.signin",
    "heritage.delivery",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "axes",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "heritage.delivery.health.health",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "heritage.delivery.pagecache.PageCacheMiddleware",
    # Inside the cache: a kept page keeps its headers too.
    "heritage.delivery.csp.PolicyMiddleware",
    "heritage.delivery.headers.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "heritage.editorial.signin.middleware.SecondStepMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "home.routing.StoryRouteMiddleware",
    "heritage.editorial.teams.boundaries.doors.Doorkeeper",
    "heritage.editorial.readiness.middleware.ask_at_the_end",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "heritage.urls"
WSGI_APPLICATION = "heritage.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "heritage.delivery.editions.edition",
                "home.frame.frame",
            ],
        },
    },
]

# --- database -------------------------------------------------------------------------------

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": env.folder("QILOU_DATA") / "qilou.sqlite3",
    "CONN_MAX_AGE": 60,
    # A write begins as one: with Django's default most of several simultaneous publishes fail
    # with "database is locked".
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
DATABASES = {
    "default": (
        dj_database_url.parse(env.text("DATABASE_URL"), conn_max_age=60, conn_health_checks=True)
        if env.text("DATABASE_URL")
        else SQLITE
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- languages ------------------------------------------------------------------------------

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("zh-hans", _("Simplified Chinese")),
    ("zh-hant", _("Traditional Chinese")),
    ("en", _("English")),
]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
    ("en", "English"),
]
LOCALE_PATHS = [
    BASE_DIR / "heritage" / "locale",
    # What Wagtail's own Chinese catalogues leave in English.
    BASE_DIR / "heritage" / "wagtail_locale",
]

# --- files ----------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = env.folder("QILOU_DATA") / "static"
STATICFILES_DIRS = package_folders(BASE_DIR)
MEDIA_URL = "/media/"
MEDIA_ROOT = env.folder("MEDIA_ROOT")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "heritage.delivery.storage.HashedStaticStorage"},
}

WHITENOISE_MAX_AGE = 3600  # names with a hash in them: for ever

# --- scans of plaques -----------------------------------------------------------------------

SCANS_FOLDER = env.folder("QILOU_DATA") / "scans"  # journals; on a disk of this server's own
SCANS_FOLD_SECONDS = 1  # how often they are folded into the database; 0: never by the server

# --- registers brought in -------------------------------------------------------------------

REGISTERS_FOLDER = env.folder("QILOU_DATA") / "registers"  # files while they are brought in
REGISTERS_IN_BACKGROUND = True  # by a thread of the server, so that a page can say how far it is

# --- going live and expiring at a set time --------------------------------------------------

TIMETABLE_SECONDS = env.whole_number("TIMETABLE_SECONDS")
TIMETABLE_LOCK = env.folder("QILOU_DATA") / "timetable.lock"  # one server process works at a time

# --- sign-in --------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- Wagtail --------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Qilou 骑楼"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_USER_LOGIN_FORM = "heritage.editorial.forms.SignInForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "archive.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "archive.Paper"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "heritage.discovery.search.backend"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Wagtail 7.4 saves a new page by itself after half a second's pause. Where that save is still
# under way when "publish" is pressed, two pages are made (seen in a browser on a slow machine).
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# What three people passed becomes public, exactly that.
WAGTAIL_FINISH_WORKFLOW_ACTION = "heritage.editorial.reviews.signing.publish_signed"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True

# --- what is uploaded -----------------------------------------------------------------------
# heritage.archive.intake tells files by their content; these are its bounds.

WAGTAILIMAGES_IMAGE_FORM_BASE = "heritage.archive.forms.picture.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
# A phone's 50 megapixels pass; decoded they take 240 MB.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# What a format is kept as when a template names none (the admin's own thumbnails).
WAGTAILIMAGES_FORMAT_CONVERSIONS = {
    "avif": "webp",
    "bmp": "png",
    "gif": "webp",
    "heic": "jpeg",
    "webp": "webp",
}
# An illustration of 800 px stays under 80 KB.
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILIMAGES_JPEG_QUALITY = 72

WAGTAILDOCS_DOCUMENT_FORM_BASE = "heritage.archive.forms.paper.PaperForm"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# Always through Wagtail's view (nosniff, collection's privacy), always as a file to save.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
