"""What an operator fills in, and the letters that come of it."""

import re

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

NEW_PASSWORD = "banyan-arcade-1931"


def url(step, person) -> str:
    return reverse(f"people:{step}", args=[person.pk])


def said(team_chosen=None, **words) -> dict:
    return {
        "name": "Editor Sample",
        "email": "sample@example.org",
        "username": "",
        "language": "en",
        "role": "editor",
        "team": team_chosen.pk if team_chosen else "",
    } | words


def person_called(username):
    return get_user_model().objects.get(username=username)


def steps_of(person) -> list[tuple[str, str]]:
    return [(event.kind, event.role) for event in person.person_events.order_by("pk")]


def link_in(text: str) -> str:
    return re.search(r"https?://[^/\s]+(/admin/welcome/[^\s<]+)", text)[1]


def signs_in(username: str, password: str) -> bool:
    words = {"username": username, "password": password, "next": "/admin/"}
    return Client().post(reverse("wagtailadmin_login"), words).status_code == 302


def choose_password(link: str, client=None) -> Client:
    client = client or Client()
    form = client.get(link, follow=True)
    words = {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD}
    client.post(form.redirect_chain[-1][0], words)
    return client
