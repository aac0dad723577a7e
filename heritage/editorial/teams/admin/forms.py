import re

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from ..models import Team
from ..posts import Post, posts_of
from ..roles import WHAT_THEY_DO, CityRole, OpenRole, TeamRole, role_called

ROLES = [
    (_("In a neighbourhood's team"), TeamRole.choices),
    (_("Over the whole city"), [*CityRole.choices, *OpenRole.choices]),
]


class PostForm(forms.Form):
    """A role, with its team where it has one."""

    role = forms.ChoiceField(choices=[("", _("choose")), *ROLES], label=_("Role"))
    team = forms.ModelChoiceField(
        Team.objects.all(),
        required=False,
        label=_("Team"),
        help_text=_("For editors and curators: of which neighbourhood."),
        empty_label=_("none: a role over the city"),
    )

    @property
    def what_they_do(self) -> list[tuple]:
        return [(role.label, words) for role, words in WHAT_THEY_DO.items()]

    def clean(self):
        said = super().clean()
        role, team = said.get("role"), said.get("team")
        if role in TeamRole and team is None and "team" not in self.errors:
            self.add_error("team", _("Say of which neighbourhood: this role is in a team."))
        if role and role not in TeamRole and team is not None:
            self.add_error("team", _("This role is over the whole city: leave the team empty."))
        return said

    @property
    def post(self) -> Post | None:
        """The post that was chosen; None where none was."""
        role = self.cleaned_data.get("role")
        return Post(role_called(role), self.cleaned_data["team"]) if role else None


def free_email(email: str, but=None) -> str:
    """The address, if nobody has it; ValidationError in words otherwise."""
    person = get_user_model().objects.filter(email__iexact=email).exclude(pk=but and but.pk).first()
    if person is None:
        return email
    name = get_user_display_name(person)
    if person.is_active:
        words = gettext("%(name)s has this e-mail already. Open their page to give them a role.")
    else:
        words = gettext(
            "This e-mail is %(name)s's, who was ended. Open their page to take them back."
        )
    raise forms.ValidationError(words % {"name": name})


def free_username(email: str) -> str:
    """A sign-in name made of what stands before the @, with a number where that is taken."""
    stem = re.sub(r"[^\w.+-]", "", email.partition("@")[0])[:140] or "editor"
    name, number = stem, 1
    while get_user_model().objects.filter(username__iexact=name).exists():
        number += 1
        name = f"{stem}{number}"
    return name


class InviteForm(PostForm):
    """Somebody new."""

    field_order = ["name", "email", "role", "team", "username", "language"]
    name = forms.CharField(
        max_length=150,
        label=pgettext_lazy("person", "Name"),
        help_text=_("As it will stand under their work."),
    )
    email = forms.EmailField(max_length=254, label=_("E-mail"))
    username = forms.CharField(
        max_length=AbstractUser._meta.get_field("username").max_length,
        required=False,
        validators=[UnicodeUsernameValidator()],
        label=_("Sign-in name"),
        help_text=_("Left empty, it is what stands before the @ of the e-mail."),
    )
    language = forms.ChoiceField(
        choices=settings.WAGTAILADMIN_PERMITTED_LANGUAGES,
        label=_("Language of the invitation and of the screens"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_email(self) -> str:
        return free_email(self.cleaned_data["email"])

    def clean_username(self) -> str:
        name = self.cleaned_data["username"]
        if name and get_user_model().objects.filter(username__iexact=name).exists():
            raise forms.ValidationError(
                _("Somebody signs in with this name already. Choose another.")
            )
        return name

    def clean(self):
        said = super().clean()
        if not said.get("username") and said.get("email"):
            said["username"] = free_username(said["email"])
        return said


class MoveForm(PostForm):
    """The posts somebody keeps, and one more."""

    field_order = ["kept", "role", "team", "why"]
    kept = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Roles now"),
        help_text=_("Take the tick away from what they no longer do."),
    )
    why = forms.CharField(
        max_length=300,
        required=False,
        label=_("Why"),
        help_text=_("Kept in the record, beside your name."),
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.held = {post.key: post for post in posts_of(person)}
        self.fields["kept"].choices = [(key, str(post)) for key, post in self.held.items()]
        self.fields["kept"].initial = list(self.held)
        self.fields["role"].required = False
        self.fields["role"].label = _("And one more role")
        self.fields["role"].choices = [("", _("no other")), *ROLES]
        if not self.held:
            del self.fields["kept"]

    def clean(self):
        said = super().clean()
        if not self.errors and not self.posts:
            raise forms.ValidationError(
                _("Without any role nobody can do anything here. To let somebody go, end them.")
            )
        return said

    @property
    def posts(self) -> list[Post]:
        kept = [self.held[key] for key in self.cleaned_data.get("kept", [])]
        return list(dict.fromkeys([*kept, self.post] if self.post else kept))


class EndForm(forms.Form):
    """Why somebody is let go."""

    why = forms.CharField(
        max_length=300,
        label=_("Why"),
        help_text=_("e.g. left the street office. Kept in the record, beside your name."),
    )


class TakeBackForm(PostForm):
    """What somebody does who comes back."""

    why = forms.CharField(max_length=300, required=False, label=_("Why"))


class LinkForm(forms.Form):
    """A new link, to the address it should have gone to."""

    email = forms.EmailField(max_length=254, label=_("E-mail"))

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["email"].initial = person.email

    def clean_email(self) -> str:
        return free_email(self.cleaned_data["email"], but=self.person)


class FirstPersonForm(forms.Form):
    """One line of the set-up screen: somebody to begin with, or nothing."""

    name = forms.CharField(max_length=150, required=False, label=pgettext_lazy("person", "Name"))
    email = forms.EmailField(max_length=254, required=False, label=_("E-mail"))
    role = forms.ChoiceField(choices=TeamRole.choices, label=_("Role"))

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        return free_email(email) if email else email

    def clean(self):
        said = super().clean()
        if said.get("name") and not said.get("email") and "email" not in self.errors:
            self.add_error("email", _("The invitation goes there: it is needed."))
        if said.get("email") and not said.get("name"):
            self.add_error("name", _("As it will stand under their work: it is needed."))
        return said


class _FirstPeople(forms.BaseFormSet):
    def clean(self):
        emails = [form.cleaned_data.get("email", "").lower() for form in self.forms]
        for number, form in enumerate(self.forms):
            if emails[number] and emails[number] in emails[:number]:
                form.add_error("email", _("The same e-mail stands in a line above."))


FirstPeople = forms.formset_factory(FirstPersonForm, formset=_FirstPeople, extra=5, max_num=5)
