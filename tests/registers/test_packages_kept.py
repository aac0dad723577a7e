"""A package that was looked at waits for the one who chose it, once, and for a day."""

import os
import time
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Page

from heritage.plaques.models import Plaque
from heritage.registers.admin.kept_packages import KEPT_FOR

from .. import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
URL = "/admin/registers/package-in/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.REGISTERS_FOLDER = tmp_path / "registers"
    return settings.REGISTERS_FOLDER


@pytest.fixture
def operator() -> Client:
    return operator_named("operator")


def operator_named(name: str) -> Client:
    client = Client()
    client.force_login(make.UserFactory(username=name, is_superuser=True))
    return client


def look(client: Client, package: bytes, **said) -> str:
    file = SimpleUploadedFile("case.zip", package, "application/zip")
    answer = client.post(URL, {"file": file, **said})
    assert answer.context["kept"] in answer.text
    return answer.context["kept"]


def bring(client: Client, key: str, **said):
    return client.post(URL, {"kept": key, **said})


def said(answer) -> str:
    """What is told on the way back to the empty form."""
    assert answer.url == URL
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def is_here() -> bool:
    return Page.objects.filter(depth__gt=2).exists()


def test_it_is_deleted_once_it_is_here(operator, package, folder):
    key = look(operator, package)
    [kept] = folder.iterdir()
    assert kept.read_bytes() == package and not is_here()

    answer = bring(operator, key)

    assert answer.context["explore"] in answer.text and is_here()
    assert not list(folder.iterdir())


def test_a_second_click_brings_nothing_twice(operator, package):
    key = look(operator, package)
    bring(operator, key)
    pages = Page.objects.count()

    assert said(bring(operator, key))
    assert Page.objects.count() == pages


@pytest.mark.parametrize("has_plaques", [True, False])
def test_what_was_looked_at_is_what_comes(operator, package, has_plaques):
    key = look(operator, package, **({"has_plaques": "on"} if has_plaques else {}))
    bring(operator, key, **({"has_plaques": "on"} if has_plaques else {}))

    assert Plaque.objects.exists() == has_plaques


def test_after_a_day_it_is_gone(operator, package, folder):
    key = look(operator, package)
    [kept] = folder.iterdir()
    past = time.time() - KEPT_FOR.total_seconds() - 60
    os.utime(kept, (past, past))

    assert said(bring(operator, key))
    assert not is_here() and not list(folder.iterdir())


def test_whoever_comes_next_sweeps_what_is_a_day_old(operator, package, folder):
    look(operator, package)
    [kept] = folder.iterdir()
    past = time.time() - KEPT_FOR.total_seconds() - 60
    os.utime(kept, (past, past))

    operator_named("other").get(URL)

    assert not list(folder.iterdir())


def test_it_can_be_thrown_away(operator, package, folder):
    key = look(operator, package)

    assert said(operator.post(URL, {"kept": key, "throw_away": ""}))
    assert not list(folder.iterdir()) and not is_here()


def test_another_operator_cannot_use_or_lose_it(operator, package, folder):
    key, other = look(operator, package), operator_named("other")

    assert said(bring(other, key)) and not is_here()
    other.post(URL, {"kept": key, "throw_away": ""})

    assert len(list(folder.iterdir())) == 1


def test_a_second_file_takes_the_place_of_the_first(operator, package, folder):
    first, second = look(operator, package), look(operator, package)

    assert len(list(folder.iterdir())) == 1 and first != second
    assert said(bring(operator, first)) and not is_here()


@pytest.mark.parametrize("key", ["", "*", "../1", "x" * 32, "0" * 32, "\0"])
def test_keys_that_were_never_given(operator, package, folder, key):
    look(operator, package)

    assert said(bring(operator, key)) and not is_here()
    assert len(list(folder.iterdir())) == 1


def test_what_is_refused_is_not_kept(operator, folder):
    file = SimpleUploadedFile("case.zip", b"no zip", "application/zip")

    assert "file" in operator.post(URL, {"file": file}).context["form"].errors
    assert not folder.exists() or not list(folder.iterdir())


def test_what_came_meanwhile_is_said_and_nothing_is_changed(operator, package):
    other = operator_named("other")
    mine, theirs = look(operator, package), look(other, package)
    bring(other, theirs)
    pages = Page.objects.count()

    assert "恩宁路" in said(bring(operator, mine))
    assert Page.objects.count() == pages
