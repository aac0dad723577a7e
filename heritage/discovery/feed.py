"""`/<lang>/feed/`: the latest stories as an Atom feed."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import get_page_models

from heritage.storytelling.models import StoryPage

from .addresses import absolute, story_address
from .gazetteer import private_paths

MOST = 20
A_MINUTE = 60  # what is withdrawn is gone from a browser within it
_COLUMNS = ("title", "lede", "url_path", "path", "first_published_at", "last_published_at")


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def feed(request: HttpRequest) -> HttpResponse:
    """The latest MOST stories in the language of the address, the newest first."""
    language = get_language() or settings.LANGUAGE_CODE
    atom = Atom1Feed(
        title=_("Qilou: new stories"),
        link=absolute(f"/{language}/"),
        description=_("Stories of old neighbourhoods, told where they stand."),
        language=language,
        feed_url=absolute(reverse("feed")),
    )
    for title, lede, url_path, _path, published, changed in latest(language):
        address = story_address(url_path, language)
        atom.add_item(
            title=title,
            link=address,
            description=lede,
            unique_id=address,
            pubdate=published,
            updateddate=changed,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    atom.write(response, "utf-8")
    return response


def latest(language: str) -> list[tuple]:
    """The newest published stories in a language, one query over all page types."""
    parts = [
        model.objects.live()
        .filter(locale__language_code=language, first_published_at__isnull=False)
        .order_by()
        .values_list(*_COLUMNS)
        for model in get_page_models()
        if issubclass(model, StoryPage)
    ]
    private = private_paths()
    rows = parts[0].union(*parts[1:], all=True).order_by("-first_published_at", "url_path")
    # A few more than wanted, in case some are private.
    return [row for row in rows[: MOST * 3] if not row[3].startswith(private)][:MOST]
