"""What the story room adds to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .editing import views
from .editing.notices import live_translations
from .models import NameForm


@hooks.register("register_admin_urls")
def reading_urls():
    return [
        path("dating/", views.read_date, name="story_date"),
        path("dating/edtf/", views.read_edtf, name="story_edtf"),
    ]


@hooks.register("insert_global_admin_css")
def reading_styles():
    return format_html(
        '<link rel="stylesheet" href="{}">', static("storytelling/editing/readings.css")
    )


@hooks.register("construct_translated_pages_to_cascade_actions")
def take_translations_down(pages, action):
    """Wagtail's “Unpublish” of a source takes its translations down, and says so beforehand."""
    return {page: live_translations(page) for page in pages} if action == "unpublish" else {}


@hooks.register("after_bulk_action")
def take_translations_of_many_down(request, action_type, objects, action):
    """The same for pages that are unpublished together, which Wagtail leaves out."""
    if action_type != "unpublish":
        return
    for page in objects:
        for translation in live_translations(page) if isinstance(page, Page) else ():
            translation.specific.unpublish(user=request.user)


class NameFormViewSet(SnippetViewSet):
    """The list of names whose Traditional form no table gets right."""

    model = NameForm
    icon = "title"
    menu_label = _("Traditional names")
    menu_order = 900
    add_to_admin_menu = True
    list_display = ["simplified", "traditional"]
    copy_view_enabled = False


register_snippet(NameFormViewSet)
