"""Somebody new, one at a time."""

from django.db import IntegrityError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from ..invitations import invitation_send, mail_goes_out
from ..people import person_invite
from ..roles import TeamRole
from .access import PeopleScreen
from .forms import InviteForm


class InviteView(PeopleScreen, FormView):
    """`/admin/people/invite/`; `?team=<pk>` begins with a team."""

    template_name = "teams/admin/invite.html"
    page_title = gettext_lazy("Invite somebody")
    form_class = InviteForm

    def get_initial(self):
        team = self.request.GET.get("team", "")
        return {"team": team, "role": TeamRole.EDITOR} if team.isdecimal() else {}

    def form_valid(self, form):
        said = form.cleaned_data
        words = {key: said[key] for key in ("name", "username", "email", "language")}
        try:
            person = person_invite(**words, posts=[form.post], by=self.request.user)
        except IntegrityError:  # taken between the check and the writing
            form.add_error("username", _("Somebody signs in with this name already."))
            return self.form_invalid(form)
        invitation = invitation_send(person=person, by=self.request.user)
        return self.show_invitations([invitation], reverse("people:person", args=[person.pk]))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, mail_goes_out=mail_goes_out())
