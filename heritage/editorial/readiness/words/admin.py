"""The list of watched words in the admin, and the door through which a list is pasted in."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail import permissions
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..models import WatchedWord
from .importing import said_of, words_paste

policy = ModelPermissionPolicy(WatchedWord)
# Wagtail 8 looks policies up in a registry of its own, which 7.4 has not.
if hasattr(permissions, "register_permission_policy"):
    permissions.register_permission_policy(WatchedWord, policy)


class PasteForm(forms.Form):
    """Many lines at once, and what they are where they do not say."""

    kind = forms.ChoiceField(label=_("Kind"), choices=WatchedWord.Kind.choices)
    lines = forms.CharField(
        label=_("Words, one a line"),
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=4_000_000,
        help_text=_(
            "A line may also give the kind and the advice, with commas or as copied from a "
            "spreadsheet: word, forbidden, what to write instead."
        ),
    )


class PasteView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Brings a pasted list in; a word that is there already is not doubled."""

    form_class = PasteForm
    template_name = "readiness/words_paste.html"
    page_title = _("Paste in a list of words")
    header_icon = "list-ul"
    permission_policy = policy
    permission_required = "add"

    def form_valid(self, form):
        pasted = words_paste(text=form.cleaned_data["lines"], kind=form.cleaned_data["kind"])
        messages.success(self.request, said_of(pasted))
        return HttpResponseRedirect(words_url("list"))

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": words_url("list"), "label": _("Watched words")},
            {"url": "", "label": self.page_title},
        ]


class WordsIndexView(IndexView):
    """The list, with the door to pasting."""

    @cached_property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if self.permission_policy.user_has_permission(self.request.user, "add"):
            buttons.append(
                HeaderButton(_("Paste in a list"), url=words_url("paste"), icon_name="list-ul")
            )
        return buttons


class WatchedWordViewSet(SnippetViewSet):
    """Words that the site does not want, or wants looked at."""

    model = WatchedWord
    icon = "warning"
    menu_label = _("Watched words")
    menu_name = "watched-words"
    add_to_settings_menu = True
    permission_policy = policy
    index_view_class = WordsIndexView
    copy_view_enabled = False
    list_display = [
        "word",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        "advice",
        BooleanColumn("is_active", label=_("In use"), sort_key="is_active"),
    ]
    list_filter = ["kind", "is_active"]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("paste/", PasteView.as_view(), name="paste")]


def words_url(name: str) -> str:
    return reverse(f"wagtailsnippets_readiness_watchedword:{name}")
