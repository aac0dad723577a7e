"""What an editor of a translated page must know before changing it."""

from django.conf import settings
from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.models import Page

from heritage.editorial.teams.asking import team_of


def source_of(page: Page) -> Page | None:
    """The page in the source language, for a page in another."""
    if not page.pk or page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    others = page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE)
    return others.select_related("locale").first()


def live_translations(page: Page) -> list[Page]:
    """The published pages made or translated from this one; none for a translation."""
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return []
    return list(page.get_translations().filter(live=True, alias_of=None))


def is_behind(page: Page, source: Page) -> bool:
    """Whether the source was published after this page was last written or published."""
    written = [
        moment for moment in (page.latest_revision_created_at, page.last_published_at) if moment
    ]
    return bool(source.last_published_at and written and source.last_published_at > max(written))


class LanguageNotice(Panel):
    """At the top of a translation: where it comes from and whether it has fallen behind."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "storytelling/editing/language_notice.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.source = source_of(self.instance)

        def is_shown(self):
            return self.source is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            made = hasattr(self.instance, "traditional_copy")
            return context | {
                "source": self.source,
                "source_url": reverse("wagtailadmin_pages:edit", args=[self.source.pk]),
                "history_url": reverse("wagtailadmin_pages:history", args=[self.source.pk]),
                "is_generated": made,
                "is_reviewed": made and team_of(self.instance) is not None,
                "is_behind": not made and is_behind(self.instance, self.source),
            }
