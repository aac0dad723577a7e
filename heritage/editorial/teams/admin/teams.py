"""The teams, the neighbourhoods without one, and the screen that sets one up."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.models import Page

from ..asking import team_of
from ..gathering import items_gather, items_used_only_by, pages_of_neighbourhood
from ..invitations import Invitation, invitation_send
from ..models import Team
from ..neighbourhoods import is_neighbourhood, neighbourhoods, without_team
from ..people import person_invite
from ..posts import Post
from ..roles import TeamRole
from ..services import team_found
from .access import PeopleScreen, may_manage, may_see_people, teams_for
from .forms import FirstPeople, free_username


class TeamsView(PeopleScreen, TemplateView):
    """`/admin/people/teams/`."""

    template_name = "teams/admin/teams.html"
    page_title = gettext_lazy("Teams")
    is_for = staticmethod(may_see_people)

    @property
    def teams(self):
        return teams_for(self.request.user).annotate(
            editors_now=Count(
                "editors__user", filter=Q(editors__user__is_active=True), distinct=True
            ),
            curators_now=Count(
                "curators__user", filter=Q(curators__user__is_active=True), distinct=True
            ),
        )

    def get_context_data(self, **kwargs):
        may = may_manage(self.request.user)
        return super().get_context_data(
            **kwargs,
            teams=_with_pages(self.teams),
            may_manage=may,
            teamless=without_team() if may else [],
        )


def _with_pages(teams) -> list[Team]:
    """The teams, each with the key of its page in the source language (None where deleted)."""
    pages = dict(neighbourhoods().values_list("translation_key", "pk"))
    teams = list(teams)
    for team in teams:
        team.page_id = pages.get(team.neighbourhood_key)
    return teams


class FoundView(PeopleScreen, TemplateView):
    """`/admin/people/teams/found/<page>/`: what will be made, what it means, and whom to invite."""

    template_name = "teams/admin/found.html"
    page_title = gettext_lazy("Set up the team")
    is_gathering = True

    @cached_property
    def page(self) -> Page:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"])
        if not is_neighbourhood(page):
            raise Http404
        return page

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get(self, request, *args, **kwargs):
        if team_of(self.page) is not None:
            return self._to_people(team_of(self.page))
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        people = FirstPeople(request.POST, prefix="people")
        self.is_gathering = "gather" in request.POST
        if not people.is_valid():
            return self.render_to_response(self.get_context_data(people=people))
        team, invited = self._found([form.cleaned_data for form in people if form.has_changed()])
        words = _("The team of %(name)s is set up.") % {"name": team}
        messages.success(request, words)
        if not invited:
            return self._to_people(team)
        return self.show_invitations(invited, _people_of(team))

    def _found(self, lines: list[dict]) -> tuple[Team, list[Invitation]]:
        by = self.request.user
        with transaction.atomic():
            team = team_found(page=self.page, by=by)
            if self.is_gathering:
                items_gather(page=self.page, collection=team.collection)
            people = [
                person_invite(
                    name=line["name"],
                    username=free_username(line["email"]),
                    email=line["email"],
                    language=get_language(),
                    posts=[Post(TeamRole(line["role"]), team)],
                    by=by,
                )
                for line in lines
                if line.get("email")
            ]
        return team, [invitation_send(person=person, by=by) for person in people]

    def _to_people(self, team: Team) -> HttpResponseRedirect:
        return HttpResponseRedirect(_people_of(team))

    def get_context_data(self, people=None, **kwargs):
        found = items_used_only_by(pages_of_neighbourhood(self.page))
        return super().get_context_data(
            **kwargs,
            page=self.page,
            people=people or FirstPeople(prefix="people"),
            items=[(model._meta.verbose_name_plural, len(keys)) for model, keys in found.items()],
            is_gathering=self.is_gathering,
        )


def _people_of(team: Team) -> str:
    return f"{reverse('people:index')}?team={team.pk}"
