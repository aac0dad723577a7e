"""`mint_plaques N` prints codes, one a line, and says plainly what it will not do."""

import io

import pytest
from django.core.management import CommandError, call_command

from heritage.plaques.codes import is_valid
from heritage.plaques.models import Plaque

pytestmark = pytest.mark.django_db


def mint_plaques(*arguments) -> list[str]:
    out = io.StringIO()
    call_command("mint_plaques", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue().split("\n")[:-1]


def test_it_prints_each_code_on_a_line_of_its_own():
    lines = mint_plaques("25")

    assert len(lines) == 25 and all(map(is_valid, lines))
    assert set(lines) == set(Plaque.objects.unbound().values_list("code", flat=True))


def test_plaques_may_be_meant_for_a_neighbourhood(city):
    [code] = mint_plaques("1", "--neighbourhood", "enning")

    assert Plaque.objects.get(code=code).neighbourhood_key == city.neighbourhood.translation_key


@pytest.mark.parametrize("count", ["0", "-3", "10001"])
def test_an_impossible_number_is_refused(count):
    with pytest.raises(CommandError, match="Between 1 and 10000"):
        mint_plaques(count)


def test_what_is_no_number_is_refused():
    with pytest.raises(CommandError, match="invalid int value"):
        mint_plaques("many")


def test_an_unknown_neighbourhood_is_refused_with_one_that_is_near(city):
    with pytest.raises(CommandError, match="Did you mean: enning"):
        mint_plaques("3", "--neighbourhood", "ening")
    assert Plaque.objects.count() == 1  # the city's own
