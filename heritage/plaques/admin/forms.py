from uuid import UUID

from django import forms
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from ..models import Plaque, StatutoryMarker
from ..registries import Part, parts_of
from ..services import plaque_retarget
from ..standing import page_of
from ..statutory import failures, statements_from
from .permissions import keys_of_teams, may_edit, only_by_a_team

STATEMENTS = [f"marker_{name}" for name in StatutoryMarker.STATEMENTS]


def _statement(name: str, help_text="") -> forms.CharField:
    """The form's field for one of a marker's six statements."""
    return StatutoryMarker._meta.get_field(name).formfield(required=False, help_text=help_text)


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
    part = forms.ChoiceField(
        required=False,
        label=_("Part of the page"),
        help_text=_(
            "A panel of a corridor, a spot on a mural, a stop of a trail: the scan jumps there. "
            "A newly chosen page shows its parts once it is saved."
        ),
    )
    marker_grade = _statement("grade", _("As on the marker: 广州市文物保护单位."))
    marker_name = _statement("name")
    marker_announced_by = _statement("announced_by")
    marker_announced_on = _statement("announced_on", _("e.g. 2002-07-17, or as much as is known"))
    marker_erected_by = _statement("erected_by")
    marker_erected_on = _statement("erected_on", _("e.g. 2003-05"))
    why = forms.CharField(
        max_length=255,
        required=False,
        label=_("Why this change"),
        help_text=_("Kept in the plaque's history, beside your name. May be left empty."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        page = page_of(self.instance)
        if page:
            self.initial["page"] = page
        part = str(self.instance.part_key or "")
        self.initial["part"] = part if part in self._parts else ""
        labels = [(key, part.label) for key, part in self._parts.items()]
        self.fields["part"].choices = [("", _("the whole page")), *labels]
        self._fill_in_statements(page)

    def clean_page(self) -> Page | None:
        page = self.cleaned_data["page"]
        if not {"page", "part"} & set(self.changed_data):
            return page
        # Nobody's plaque is taken away from a page, nor given to one, that is not theirs to edit.
        if not all(may_edit(self.for_user, one) for one in (page, page_of(self.instance)) if one):
            raise forms.ValidationError(
                _("You may not edit this page, so you may not point a plaque at it either.")
            )
        return page

    def clean_part(self) -> Part | None:
        return self._parts.get(self.cleaned_data["part"])

    def clean(self):
        said = super().clean()
        if said.get("kind") != Plaque.Kind.STATUTORY or "page" in self.errors:
            return said
        page = said.get("page") or page_of(self.instance)
        for name, told in statements_from(page).items():
            said[f"marker_{name}"] = said.get(f"marker_{name}") or told
        statements = {name: said.get(f"marker_{name}", "") for name in StatutoryMarker.STATEMENTS}
        for failure in failures(statements, page):
            self.add_error(f"marker_{failure.field}" if failure.field else "kind", failure.rule)
        return said

    @transaction.atomic
    def save(self, commit=True) -> Plaque:
        said, plaque = self.cleaned_data, self.instance
        history = {"by": self.for_user, "note": said["why"]}
        kind = said["kind"]
        if plaque.pk is None:
            [plaque] = Plaque.objects.mint(1, neighbourhood_key=self._home_key(), **history)
        if {"page", "part"} & set(self.changed_data):
            page = said["page"] or ("page" not in self.changed_data and page_of(plaque)) or None
            plaque_retarget(plaque=plaque, page=page, part=page and said["part"], **history)
        plaque.note, plaque.kind = said["note"], kind
        if "label" in self.changed_data:
            plaque.label = said["label"]
        plaque.save()
        if kind == Plaque.Kind.STATUTORY:
            self._keep_statements(plaque)
        self.instance = plaque
        return plaque

    def _home_key(self) -> UUID | None:
        """Where a new plaque belongs before it has a page: with the team of whoever makes it."""
        own = keys_of_teams(self.for_user) if self.for_user else []
        return own[0] if own and only_by_a_team(self.for_user) else None

    @cached_property
    def _parts(self) -> dict[str, Part]:
        """The parts of the page that is sent, else of the one it has, by their keys."""
        sent = self.data.get(self.add_prefix("page"), "") if self.is_bound else ""
        page = self.initial.get("page")
        if sent and sent.isascii() and sent.isdecimal() and len(sent) < 16:
            page = Page.objects.filter(pk=sent).first()
        return {str(part.key): part for part in parts_of(page)}

    def _fill_in_statements(self, page: Page | None) -> None:
        marker = StatutoryMarker.objects.filter(plaque=self.instance.pk).first()
        known = marker.statements() if marker else statements_from(page)
        self.initial |= {f"marker_{name}": told for name, told in known.items()}

    def _keep_statements(self, plaque: Plaque) -> None:
        told = {name: self.cleaned_data[f"marker_{name}"] for name in StatutoryMarker.STATEMENTS}
        StatutoryMarker.objects.update_or_create(plaque=plaque, defaults=told)
