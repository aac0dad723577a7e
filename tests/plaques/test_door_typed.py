"""What people type by hand: slips are named and mended, and no junk breaks the door."""

import re
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heritage.plaques.codes import ALPHABET, check_character
from heritage.plaques.models import Plaque

from .scanning import links, scan

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def plaque(city) -> Plaque:
    return city.plaque


def test_a_mistyped_code_is_told_from_an_unknown_one(plaque):
    wrong = plaque.code[:5] + next(s for s in ALPHABET if s != plaque.code[5])

    mistyped = scan(wrong)

    assert mistyped.context["door"].slip == "check"
    assert f"/q/{plaque.code}" in links(mistyped)
    unknown = scan("00000" + check_character("00000"))
    assert "plaques/unknown.html" in {t.name for t in unknown.templates}
    assert links(unknown) == []


def test_only_codes_of_the_register_are_suggested(plaque):
    typed = plaque.code[1] + plaque.code[0] + plaque.code[2:]
    typed = typed if typed != plaque.code else plaque.code[1:]

    found = scan(typed).context["door"].suggestions

    assert [near.code for near in found] == [plaque.code]


@pytest.mark.parametrize(
    ("typed", "slip"), [("7K3", "length"), ("7K3M9X7", "length"), ("骑楼骑楼骑楼", "signs")]
)
def test_what_is_wrong_with_a_code_is_said(typed, slip):
    assert scan(typed).context["door"].slip == slip


@pytest.mark.parametrize("path", ["/q", "/q/", "/Q/", "/q///", "/q/%20"])
def test_without_a_code_the_door_asks_for_one(path):
    answer = Client().get(path)

    assert answer.status_code == 200
    assert "plaques/ask.html" in {t.name for t in answer.templates}


def test_a_typed_code_is_carried_to_its_address(plaque):
    answer = Client().get("/q/", {"code": f" {plaque.code.lower()[:3]} {plaque.code[3:]} "})

    assert answer["Location"] == f"/q/{plaque.code}"
    off = Client().get("/q/", {"code": "//evil.example/"})["Location"]
    assert off == "/q/%2F%2FEV11.EXAMP1E%2F"


junk = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    ALPHABET.lower() + "-/.?#%&\\ oilu", max_size=9
)


@hypothesis_settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=junk)
def test_no_junk_breaks_the_door_or_leads_off_the_site(plaque, text):
    for address in (f"/q/{quote(text)}", f"/q/?code={quote(text)}"):
        answer = Client().get(address)
        assert answer.status_code in {200, 302}
        if answer.status_code == 302:
            assert re.match(r"/(q|zh-hans)/", answer["Location"])
        else:
            assert all(re.match(r"/(?!/)", link) for link in links(answer))
