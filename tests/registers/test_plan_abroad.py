"""Rows as lists from elsewhere write them: decimal commas, bare dates, other headers."""

import pytest

from home.models import HomePage
from tests.factories import NeighbourhoodPageFactory

from .lists import codes, planned

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def neighbourhood(db):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    return NeighbourhoodPageFactory(parent=home, slug="datang", title="大塘街道")


def row(headers: list[str], cells: list[str]):
    return planned(["名称", "街道", *headers], ["陈家祠", "大塘街道", *cells])


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (["Latitude", "Longitude"], ["23,1261", "113,2450"]),
        (["Coordonnées"], ["23,1261 113,2450"]),
        (["Coordonnées"], ["23,1261; 113,2450"]),
    ],
)
def test_a_decimal_comma_is_read(headers, cells):
    one = row(headers, cells)

    assert codes(one) == []
    assert one.entry.values["point_entered"] == "23.1261, 113.2450"


def test_a_date_without_hyphens_is_read():
    assert row(["年代"], ["19930830"]).entry.values["date"] == "1993-08-30"
    assert codes(row(["年代"], ["19931350"])) == ["date_as_words"]


def test_the_headers_of_merimee_are_known():
    one = planned(["REF", "TICO", "街道", "ADRS"], ["PA1", "Consulat", "datang", "Shamian"])

    assert (one.entry.values["title"], one.entry.values["address"]) == ("Consulat", "Shamian")
