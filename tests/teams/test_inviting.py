"""Inviting somebody, through the screen and the letter."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from heritage.editorial.teams.posts import Post, posts_of
from heritage.editorial.teams.roles import TeamRole

from ..factories import UserFactory
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

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

INVITE = "people:invite"
CONSOLE = "django.core.mail.backends.console.EmailBackend"


def test_somebody_invited_gets_a_letter_chooses_a_password_and_works(operator, city, team):
    operator.post(reverse(INVITE), said(team))

    person = person_called("sample")
    assert posts_of(person) == [Post(TeamRole.EDITOR, team)]
    [letter] = mail.outbox
    assert letter.to == ["sample@example.org"]
    for words in ("Editor Sample", "Operator invites you", "Editor, Enning Road", "sample"):
        assert words in letter.body

    theirs = choose_password(link_in(letter.body))

    assert signs_in("sample", NEW_PASSWORD)
    theirs.force_login(person_called("sample"))
    edit = reverse("wagtailadmin_pages:edit", args=[city.landmark.pk])
    assert theirs.get(edit).status_code == 200
    assert steps_of(person) == [("invited", ""), ("joined", "editor")]


def test_the_letter_and_its_page_speak_the_language_that_was_chosen(operator, team):
    operator.post(reverse(INVITE), said(team, language="zh-hans"))

    page = Client().get(link_in(mail.outbox[0].body), follow=True).content.decode()

    assert 'lang="zh-hans"' in page.lower()


def test_a_link_works_once(operator, team):
    operator.post(reverse(INVITE), said(team))
    link = link_in(mail.outbox[0].body)
    choose_password(link)

    page = Client().get(link, follow=True).content.decode()

    assert "This link no longer works" in page


@override_settings(EMAIL_BACKEND=CONSOLE)
def test_without_mail_the_link_is_shown_once_to_pass_on(operator, team):
    assert "This site sends no e-mail yet" in operator.get(reverse(INVITE)).content.decode()

    answer = operator.post(reverse(INVITE), said(team))
    person = person_called("sample")

    choose_password(link_in(answer.content.decode()))
    person.refresh_from_db()
    assert person.check_password(NEW_PASSWORD)
    assert "/welcome/" not in operator.get(url("person", person)).content.decode()


def test_a_letter_that_cannot_be_sent_does_not_lose_the_invitation(operator, team, monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("heritage.editorial.teams.invitations.send_mail", refuse)

    answer = operator.post(reverse(INVITE), said(team)).content.decode()

    assert "No e-mail went out" in answer
    assert link_in(answer)


@pytest.mark.parametrize(
    ("words", "field", "sentence"),
    [
        ({"email": "taken@example.org"}, "email", "Wang has this e-mail already"),
        ({"email": "TAKEN@example.org"}, "email", "Wang has this e-mail already"),
        ({"email": "gone@example.org"}, "email", "who was ended"),
        ({"email": "not an address"}, "email", "valid email"),
        ({"username": "TAKEN"}, "username", "signs in with this name already"),
        ({"username": "a b"}, "username", "valid username"),
        ({"name": " "}, "name", "required"),
        ({"team": ""}, "team", "this role is in a team"),
        ({"team": "999"}, "team", "valid choice"),
        ({"role": "reviewer"}, "team", "leave the team empty"),
        ({"role": "superuser"}, "role", "valid choice"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(operator, team, words, field, sentence):
    UserFactory(username="taken", email="taken@example.org", first_name="Wang")
    UserFactory(username="gone", email="gone@example.org", is_active=False)
    before = get_user_model().objects.count()

    answer = operator.post(reverse(INVITE), said(team, **words))

    assert sentence in " ".join(answer.context["form"].errors[field])
    assert get_user_model().objects.count() == before
    if field != "name":
        assert 'value="Editor Sample"' in answer.content.decode()


def test_a_sign_in_name_is_made_of_the_address_and_kept_apart(operator, team):
    UserFactory(username="Sample", email="other@example.org")

    operator.post(reverse(INVITE), said(team))

    assert person_called("sample2").email == "sample@example.org"
