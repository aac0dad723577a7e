import pytest
from django.core.cache import caches
from django.db import transaction

# The page cache is about what pages say, not about how they look: every page type in one line.
PAGE = (
    "{% load wagtailimages_tags %}<!doctype html><title>{{ page.title }}</title>"
    "<p>{{ page.lede }}</p><p>{{ request.get_full_path }}</p>"
    "{% if page.picture %}<p>{{ page.picture.credit }}</p>{% endif %}"
    "<ul>{% for child in page.get_children.live %}<li>{{ child.title }}</li>{% endfor %}</ul>"
    "<main>{% for block in page.body %}{{ block.value.text }}{% endfor %}</main>"
)
TYPES = {
    "home": ["home_page"],
    "places": ["neighbourhood_page", "landmark_page", "mural_page", "corridor_page"],
    "histories": ["history_page", "person_page"],
    "trails": ["trail_page"],
}


@pytest.fixture
def plain_pages(settings):
    """Pages that say only what they hold."""
    names = [f"{room}/{name}.html" for room, kinds in TYPES.items() for name in kinds]
    template = settings.TEMPLATES[0]
    loaders = [
        ("django.template.loaders.locmem.Loader", dict.fromkeys(names, PAGE)),
        "django.template.loaders.filesystem.Loader",
        "django.template.loaders.app_directories.Loader",
    ]
    options = template["OPTIONS"] | {"loaders": loaders}
    settings.TEMPLATES = [template | {"APP_DIRS": False, "OPTIONS": options}]


@pytest.fixture
def page_cache(settings, monkeypatch, plain_pages):
    """The page cache, switched on; what follows a commit follows at once."""
    settings.PAGE_CACHE_SECONDS = 600
    monkeypatch.setattr(transaction, "on_commit", lambda act, **_options: act())
    yield caches["pages"]
    caches["pages"].clear()


@pytest.fixture(autouse=True)
def _nobody_has_tried_to_sign_in():
    caches["sign_in"].clear()
