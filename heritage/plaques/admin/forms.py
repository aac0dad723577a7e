from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from ..models import Plaque
from ..services import plaque_move_on, plaque_retarget
from ..standing import page_of


class PlaqueForm(WagtailAdminModelForm):
    """What an editor says about a plaque. Saving goes through the services, which keep history."""

    page = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1),
        required=False,
        label=_("Page"),
        help_text=_(
            "What a visitor reads after scanning. Choose it in any language: visitors get their "
            "own. Leave it empty if the story is still to be written."
        ),
        widget=AdminPageChooser,
    )
    status = forms.ChoiceField(
        choices=Plaque.Status.choices,
        initial=Plaque.Status.MINTED,
        label=_("Status"),
        help_text=_(
            "A retired plaque goes on opening its page; it is only no longer looked after."
        ),
    )
    why = forms.CharField(
        max_length=255,
        required=False,
        label=_("Why this change"),
        help_text=_("Kept in the plaque's history, beside your name. May be left empty."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._status_before = self.instance.status
        if self.instance.is_bound:
            self.initial["page"] = page_of(self.instance)

    def clean_page(self) -> Page | None:
        page = self.cleaned_data["page"]
        is_new = page and "page" in self.changed_data
        if is_new and not page.permissions_for_user(self.for_user).can_edit():
            raise forms.ValidationError(
                _("You may not edit this page, so you may not point a plaque at it either.")
            )
        return page

    @transaction.atomic
    def save(self, commit=True) -> Plaque:
        said, plaque = self.cleaned_data, self.instance
        history = {"by": self.for_user, "note": said["why"]}
        plaque.status = self._status_before
        if plaque.pk is None:
            [plaque] = Plaque.objects.mint(1, **history)
        if "page" in self.changed_data:
            plaque_retarget(plaque=plaque, page=said["page"], **history)
        plaque_move_on(plaque=plaque, status=said["status"], **history)
        plaque.note = said["note"]
        if "label" in self.changed_data:
            plaque.label = said["label"]
        plaque.save()
        self.instance = plaque
        return plaque
