"""One's own account: a name is one field, as people are invited here."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import NameEmailSettingsPanel


class OneNameForm(NameEmailForm):
    """Wagtail asks for a given and a family name, and saves nothing, not even a new password,
    where one is missing."""

    first_name = forms.CharField(
        max_length=150,
        label=pgettext_lazy("person", "Name"),
        help_text=_("As it will stand under your work."),
    )
    last_name = None

    class Meta(NameEmailForm.Meta):
        fields = ["first_name", "email"]


def ask_for_one_name() -> None:
    NameEmailSettingsPanel.form_class = OneNameForm
