"""One person: their sheet, and a screen for each step."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail import hooks
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import Button

from ..invitations import invitation_send
from ..people import may_be_changed, person_end, person_move, person_take_back, works_of
from ..posts import posts_of
from ..recording import Kind, record, saying
from .access import PeopleScreen, may_manage, may_see_people, people_for
from .forms import EndForm, LinkForm, MoveForm, TakeBackForm
from .people import STATE_NAMES, state_of

STEPS = {
    "working": (
        ("move", gettext_lazy("Change roles"), "edit"),
        ("end", gettext_lazy("End their work here"), "cross"),
    ),
    "invited": (
        ("link", gettext_lazy("New link"), "mail"),
        ("move", gettext_lazy("Change roles"), "edit"),
        ("end", gettext_lazy("End their work here"), "cross"),
    ),
    "ended": (("back", pgettext_lazy("staff", "Take back"), "undo"),),
}


class _OfPerson(PeopleScreen):
    @cached_property
    def person(self):
        return get_object_or_404(people_for(self.request.user), pk=self.kwargs["pk"])

    @property
    def sheet_url(self) -> str:
        return reverse("people:person", args=[self.person.pk])

    def get_page_subtitle(self):
        return get_user_display_name(self.person)


class PersonView(_OfPerson, TemplateView):
    """`/admin/people/<pk>/`: roles now, and what happened when."""

    template_name = "teams/admin/person.html"
    is_for = staticmethod(may_see_people)

    def get_page_title(self):
        return get_user_display_name(self.person)

    def get_page_subtitle(self):
        return ""

    @cached_property
    def steps(self) -> list[tuple]:
        user = self.request.user
        if not may_manage(user) or not may_be_changed(self.person, by=user):
            return []
        steps = STEPS[state_of(self.person)]
        return [
            (reverse(f"people:{name}", args=[self.person.pk]), words, icon)
            for name, words, icon in steps
        ] + self.steps_of_other_rooms

    @property
    def steps_of_other_rooms(self) -> list[tuple]:
        """What rooms put beside a user in Wagtail's own list, leading back here."""
        found = []
        for hook in hooks.get_hooks("register_user_listing_buttons"):
            for button in hook(self.person, self.request.user):
                path, _mark, query = button.url.partition("?")
                sent = QueryDict(query, mutable=True)
                sent["next"] = self.sheet_url
                found.append((f"{path}?{sent.urlencode()}", button.label, button.icon_name))
        return found

    @property
    def header_more_buttons(self):
        return [Button(words, url, icon_name=icon) for url, words, icon in self.steps]

    def get_context_data(self, **kwargs):
        state = state_of(self.person)
        return super().get_context_data(
            **kwargs,
            person=self.person,
            posts=posts_of(self.person),
            state=state,
            state_words=STATE_NAMES[state],
            steps=self.steps,
            works=works_of(self.person),
            events=self.person.person_events.select_related("by"),
            is_self=self.person == self.request.user,
        )


class _Step(_OfPerson, FormView):
    """A step that changes somebody. What cannot be taken from here leads back to the sheet."""

    template_name = "teams/admin/step.html"
    step = ""

    def dispatch(self, request, *args, **kwargs):
        if not may_manage(request.user) or not may_be_changed(self.person, by=request.user):
            raise PermissionDenied
        if self.step not in [name for name, *_rest in STEPS[state_of(self.person)]]:
            return HttpResponseRedirect(self.sheet_url)
        return super().dispatch(request, *args, **kwargs)

    def done(self, words: str) -> HttpResponseRedirect:
        messages.success(self.request, words % {"name": get_user_display_name(self.person)})
        return HttpResponseRedirect(self.sheet_url)

    def invite_again(self):
        """Send the person a link to choose a password with; show it where no mail goes out."""
        invitation = invitation_send(person=self.person, by=self.request.user)
        return self.show_invitations([invitation], self.sheet_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, person=self.person, step=self.step)


class MoveView(_Step):
    """`/admin/people/<pk>/move/`."""

    step, page_title, form_class = "move", gettext_lazy("Change roles"), MoveForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"person": self.person}

    def form_valid(self, form):
        person_move(
            person=self.person,
            posts=form.posts,
            why=form.cleaned_data["why"],
            by=self.request.user,
        )
        return self.done(_("The roles of %(name)s are changed."))


class EndView(_Step):
    """`/admin/people/<pk>/end/`."""

    step, page_title, form_class = "end", gettext_lazy("End their work here"), EndForm

    def form_valid(self, form):
        person_end(person=self.person, why=form.cleaned_data["why"], by=self.request.user)
        return self.done(_("%(name)s can no longer sign in. What they wrote stays signed."))


class TakeBackView(_Step):
    """`/admin/people/<pk>/back/`."""

    step, page_title, form_class = "back", pgettext_lazy("staff", "Take back"), TakeBackForm

    def form_valid(self, form):
        person_take_back(
            person=self.person,
            posts=[form.post],
            why=form.cleaned_data["why"],
            by=self.request.user,
        )
        return self.invite_again()


class LinkView(_Step):
    """`/admin/people/<pk>/link/`: for who was invited and has no password yet.

    Not for others: whoever holds the link can sign in as that person.
    """

    step, page_title, form_class = "link", gettext_lazy("New link"), LinkForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"person": self.person}

    def form_valid(self, form):
        self.person.email = form.cleaned_data["email"]
        self.person.save(update_fields=["email"])
        with saying(by=self.request.user):
            record(Kind.LINK, self.person)
        return self.invite_again()
