"""Moving, ending and taking people back, through the screens."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from heritage.editorial.teams.founding import EDITORS
from heritage.editorial.teams.models import PersonEvent
from heritage.editorial.teams.posts import Post, posts_of
from heritage.editorial.teams.roles import CityRole, OpenRole, TeamRole

from ..factories import PASSWORD, UserFactory
from .letters import (
    NEW_PASSWORD,
    choose_password,
    link_in,
    person_called,
    said,
    signs_in,
    steps_of,
    url,
)
from .people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

INVITE = "people:invite"


def test_somebody_is_moved_and_may_have_several_roles(operator, team):
    person = somebody((TeamRole.EDITOR, team))

    operator.post(
        url("move", person),
        {"kept": [Post(TeamRole.EDITOR, team).key], "role": "reviewer", "team": "", "why": "help"},
    )
    assert set(posts_of(person)) == {Post(TeamRole.EDITOR, team), Post(CityRole.REVIEWER)}

    operator.post(
        url("move", person), {"role": "curator", "team": team.pk, "why": "knows the streets"}
    )
    assert posts_of(person) == [Post(TeamRole.CURATOR, team)]
    _first, joined, *left, last = steps_of(person)
    assert (joined, last) == (("joined", "reviewer"), ("joined", "curator"))
    assert set(left) == {("left", "editor"), ("left", "reviewer")}
    last = person.person_events.first()
    assert (last.by, last.by_name, last.why) == (operator.user, "Operator", "knows the streets")


def test_nobody_is_left_without_a_role_by_moving(operator, team):
    person = somebody((TeamRole.EDITOR, team))

    answer = operator.post(url("move", person), {"role": "", "team": "", "why": ""})

    assert "end them" in answer.content.decode()
    assert posts_of(person) == [Post(TeamRole.EDITOR, team)]


def test_groups_that_are_no_role_stay_when_somebody_is_moved(operator, team):
    person = somebody((TeamRole.EDITOR, team))
    by_hand = Group.objects.create(name="photographers")
    person.groups.add(by_hand)

    operator.post(url("move", person), {"role": "auditor", "team": "", "why": ""})

    assert by_hand in person.groups.all()


def test_an_ended_person_is_out_at_once_and_their_work_stays_signed(
    operator, city, team, signed_in
):
    theirs = signed_in((TeamRole.EDITOR, team), first_name="Li")
    city.landmark.save_revision(user=theirs.user)
    home = reverse("wagtailadmin_home")
    assert theirs.get(home).status_code == 200

    operator.post(url("end", theirs.user), {"why": "left the street office"})

    assert theirs.get(home).status_code == 302
    person = person_called(theirs.user.username)
    assert not person.is_active and not person.groups.exists()
    assert not signs_in(person.username, PASSWORD)
    assert Revision.objects.get(user=person).object_id == str(city.landmark.pk)
    history = reverse("wagtailadmin_pages:history", args=[city.landmark.pk])
    assert "Li" in operator.get(history).content.decode()
    assert steps_of(person)[1:] == [("left", "editor"), ("ended", "")]
    ended = person.person_events.first()
    assert (ended.why, ended.by) == ("left the street office", operator.user)
    assert ended.at


def test_ending_asks_why(operator, team):
    person = somebody((TeamRole.EDITOR, team))

    operator.post(url("end", person), {"why": ""})

    assert person_called(person.username).is_active


def test_an_ended_person_is_taken_back_with_a_new_link(operator, team):
    person = somebody((TeamRole.EDITOR, team))
    operator.post(url("end", person), {"why": "leave"})

    operator.post(url("back", person), {"role": "curator", "team": team.pk, "why": "is back"})

    person = person_called(person.username)
    assert person.is_active
    assert posts_of(person) == [Post(TeamRole.CURATOR, team)]
    assert not signs_in(person.username, PASSWORD)
    choose_password(link_in(mail.outbox[-1].body))
    assert signs_in(person.username, NEW_PASSWORD)


def test_a_new_link_goes_to_the_address_that_was_meant(operator, team):
    operator.post(reverse(INVITE), said(team, email="wrong@example.org"))
    person = person_called("wrong")
    old = link_in(mail.outbox[-1].body)

    operator.post(url("link", person), {"email": "right@example.org"})

    assert mail.outbox[-1].to == ["right@example.org"]
    assert "no longer works" in Client().get(old, follow=True).content.decode()


def test_nobody_gets_a_link_into_the_account_of_somebody_who_works(operator, team):
    person = somebody(CityRole.PUBLISHER)

    answer = operator.post(url("link", person), {"email": "mine@example.org"})

    assert answer.status_code == 302 and not mail.outbox
    assert person_called(person.username).email == person.email


@pytest.mark.parametrize("step", ["move", "end", "back", "link"])
def test_operators_do_not_touch_superusers_nor_themselves(operator, team, step):
    root = UserFactory(is_superuser=True)
    words = {"why": "x", "role": "publisher", "team": "", "email": "mine@example.org"}

    for person in (root, operator.user):
        answer = operator.post(url(step, person), words)

        assert answer.status_code == 302
        after = person_called(person.username)
        assert (after.is_active, after.email) == (True, person.email)
    assert posts_of(operator.user) == [Post(CityRole.OPERATOR)]
    assert not posts_of(root)


def test_an_operator_has_no_way_into_wagtails_own_accounts(operator):
    root = UserFactory(is_superuser=True)
    for name, args in (
        ("wagtailusers_users:index", []),
        ("wagtailusers_users:add", []),
        ("wagtailusers_users:edit", [root.pk]),
        ("wagtailusers_users:edit", [operator.user.pk]),
        ("wagtailusers_users:delete", [root.pk]),
        ("wagtailusers_groups:index", []),
    ):
        assert operator.get(reverse(name, args=args)).status_code == 302, name
    menu = operator.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("wagtailusers_users:index") not in menu
    assert reverse("people:index") in menu


def test_a_role_given_on_another_screen_is_written_down_too(admin, team):
    person = UserFactory()

    admin.post(
        reverse("wagtailusers_users:edit", args=[person.pk]),
        {
            "username": person.username,
            "email": person.email,
            "first_name": "Chen",
            "last_name": "Sample",
            "is_active": "on",
            "groups": [team.editors.pk],
        },
    )

    event = PersonEvent.objects.get(person=person)
    assert (event.kind, event.role, event.team) == ("joined", "editor", team)
    assert event.by.is_superuser


def test_the_record_survives_the_team_and_the_account(team):
    person = somebody((TeamRole.EDITOR, team), first_name="Zhou")
    team.delete()
    person.delete()

    event = PersonEvent.objects.get()
    assert (event.person_name, event.role, event.team_name) == ("Zhou", "editor", "Enning Road")


def test_an_account_with_work_is_not_deleted(admin, city, team):
    person = somebody((TeamRole.EDITOR, team))
    city.landmark.save_revision(user=person)
    one = reverse("wagtailusers_users:delete", args=[person.pk])
    many = reverse("wagtail_bulk_action", args=["auth", "user", "delete"])

    admin.post(one)
    admin.post(f"{many}?id={person.pk}")

    assert get_user_model().objects.filter(pk=person.pk).exists()


def test_an_account_made_by_mistake_may_be_deleted(admin):
    person = UserFactory()

    admin.post(reverse("wagtailusers_users:delete", args=[person.pk]))

    assert not get_user_model().objects.filter(pk=person.pk).exists()


def test_the_open_editors_are_a_role_like_others(operator):
    operator.post(reverse(INVITE), said(role="open-editor"))

    person = person_called("sample")
    assert posts_of(person) == [Post(OpenRole.EDITOR)]
    assert person.groups.get().name == EDITORS
