"""Where a row belongs: the neighbourhood that its words mean."""

import pytest

from heritage.registers.planning import Verdict
from home.models import HomePage
from tests.factories import NeighbourhoodPageFactory

from .lists import codes, plan_of, planned

pytestmark = pytest.mark.django_db
HEADERS = ["名称", "街道"]


@pytest.fixture(autouse=True)
def places(db):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    make = NeighbourhoodPageFactory
    return [
        make(parent=home, slug="datang", title="大塘街道", division_code="440104017"),
        make(parent=home, slug="yongqing", title="永庆坊—恩宁路", alt_names="多宝街道\n恩宁路"),
        make(parent=home, slug="longjin", title="龙津街道"),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("大塘街道", 0),
        ("大塘街", 0),
        ("大塘街道(待核)", 0),
        ("越秀区大塘街道办事处", 0),
        ("datang", 0),
        ("440104017", 0),
        ("440104017000", 0),
        ("多寶街道", 1),
        ("广州市荔湾区多宝街", 1),
        ("永庆坊-恩宁路", 1),
    ],
)
def test_a_neighbourhood_is_known_by_all_it_is_called(places, words, place):
    one = planned(HEADERS, ["甲", words])

    assert (one.verdict, one.entry.parent_id) == (Verdict.CREATE, places[place].pk)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("大东街道", "unknown_neighbourhood_near"),
        ("天河南", "unknown_neighbourhood"),
        ("龙津街道/金花街道", "unsure_neighbourhood"),
        ("", "no_neighbourhood"),
    ],
)
def test_what_means_none_or_two_is_refused(words, code):
    assert codes(planned(HEADERS, ["甲", words])) == [code]


def test_where_the_file_names_none_the_chosen_one_is_taken(places):
    one, other = plan_of(HEADERS, ["甲", ""], ["乙", "龙津街道"], into_id=places[0].pk).rows

    assert (one.entry.parent_id, other.entry.parent_id) == (places[0].pk, places[2].pk)


def test_a_column_of_neighbourhoods_can_be_kept_out(places):
    plan = plan_of(HEADERS, ["甲", "天河南"], maps={"街道": "-"}, into_id=places[0].pk)

    assert plan.rows[0].entry.parent_id == places[0].pk


def test_where_somebody_may_not_add_pages_rows_are_refused(places):
    one = planned(HEADERS, ["甲", "大塘"], may_add=lambda page_id: page_id != places[0].pk)

    assert codes(one) == ["not_allowed"]


def test_a_list_of_neighbourhoods_goes_below_the_home_page(places):
    headers = ["slug", "名称", "区", "stat_code"]

    new, known = plan_of(
        headers,
        ["shamian", "沙面", "荔湾区", "440103001"],
        ["datang", "大塘街道", "越秀区", "440104017"],
    ).rows

    assert (new.entry.kind, new.verdict) == ("neighbourhood", Verdict.CREATE)
    assert (known.verdict, known.page_id) == (Verdict.CHANGE, places[0].pk) or (
        known.verdict is Verdict.SAME
    )
    assert new.entry.parent_id == places[0].get_parent().pk
