"""A neighbourhood under review and the people of its reviews, each with a client of their own."""

from dataclasses import dataclass, field

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page
from wagtail.users.models import UserProfile

from heritage.editorial.teams.asking import group_of
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import city_roles_found, team_found

from ..editorial.forms import filled_in
from ..factories import UserFactory


@dataclass
class Person:
    """Somebody with a role, and the window they work in (in English)."""

    user: object
    client: Client = field(default_factory=Client)

    def __post_init__(self):
        self.client.force_login(self.user)
        profile = UserProfile.get_for_user(self.user)
        profile.preferred_language = "en"
        profile.save()

    def edits(self, page, action="", **words):
        """Fill in the page's form as it stands, with these words, and press a button."""
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = self.client.get(url).context["form"]
        data = filled_in(form, **words)
        return self.client.post(url, data | ({action: "1"} if action else {}))

    def sends(self, page, **words):
        return self.edits(page, "action-submit", **words)

    def judges(self, page, action: str, note="", revision=None, **days):
        page = Page.objects.get(pk=page.pk)
        revision = revision or page.latest_revision_id
        url = reverse("reviews:page", args=[page.pk])
        said = {"action": action, "note": note, "revision": revision, **days}
        return self.client.post(url, said, follow=True)

    def passes(self, page, note=""):
        return self.judges(page, "pass", note)

    def returns(self, page, note):
        return self.judges(page, "return", note)

    def reads(self, page):
        return self.client.get(reverse("reviews:page", args=[page.pk]))


@dataclass
class People:
    """The team of the test city's neighbourhood, and the city's people."""

    editor: Person
    other_editor: Person
    curator: Person
    reviewer: Person
    second_reviewer: Person
    publisher: Person
    operator: Person
    auditor: Person
    superuser: Person


def member(role, team=None, **names) -> Person:
    user = UserFactory(**names)
    user.groups.add(group_of(role, team))
    return Person(user)


@pytest.fixture
def people(city) -> People:
    """Everybody of the reviews; with them the neighbourhood is under review."""
    city_roles_found()
    team = team_found(page=city.neighbourhood, by=None)
    return People(
        editor=member(TeamRole.EDITOR, team, first_name="Ah Fong"),
        other_editor=member(TeamRole.EDITOR, team),
        curator=member(TeamRole.CURATOR, team, first_name="Mrs Leung"),
        reviewer=member(CityRole.REVIEWER, first_name="Mr Chan"),
        second_reviewer=member(CityRole.REVIEWER),
        publisher=member(CityRole.PUBLISHER, first_name="Ms Ho"),
        operator=member(CityRole.OPERATOR),
        auditor=member(CityRole.AUDITOR),
        superuser=Person(UserFactory(is_superuser=True)),
    )


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def story(city, people) -> Page:
    """A landmark of the team, public, which the editor has changed and sent to review."""
    people.editor.sends(city.landmark, lede="趟栊还在，人搬走了。")
    city.landmark.refresh_from_db()
    return city.landmark
