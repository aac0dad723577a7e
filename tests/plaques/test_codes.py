"""The check character catches every slip of one character and every swap, by enumeration."""

from itertools import pairwise, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heritage.plaques import codes
from heritage.plaques.codes import ALPHABET, CODE_LENGTH, check_character, is_valid, normalise

PLACES = range(CODE_LENGTH)
bodies = st.text(ALPHABET, min_size=CODE_LENGTH - 1, max_size=CODE_LENGTH - 1)


def contribution(place: int, symbol: str) -> int:
    """What one character at one place, in place of a 0, does to the check sum."""
    if place == CODE_LENGTH - 1:
        return ALPHABET.index(symbol)
    body = "0" * place + symbol + "0" * (CODE_LENGTH - 2 - place)
    return ALPHABET.index(check_character(body)) ^ ALPHABET.index(check_character("00000"))


def test_the_check_sum_is_the_exclusive_or_of_what_each_character_adds():
    """With this, the two enumerations below speak for all 32⁵ codes: the rest cancels out."""
    for body in ("7K3M9", "ZZZZZ", "01234", "HERTG", "X0X0X"):
        total = ALPHABET.index(check_character("00000"))
        for place, symbol in enumerate(body):
            total ^= contribution(place, symbol)
        assert ALPHABET[total] == check_character(body)


def test_every_wrong_character_at_every_place_is_caught():
    for place in PLACES:
        added = {contribution(place, symbol) for symbol in ALPHABET}
        assert added == set(range(32)), "two characters add the same: one slip goes unseen"


def test_every_swap_of_two_neighbours_is_caught():
    for left, right in pairwise(PLACES):
        for a, b in product(ALPHABET, repeat=2):
            before = contribution(left, a) ^ contribution(right, b)
            after = contribution(left, b) ^ contribution(right, a)
            assert a == b or before != after


@pytest.mark.parametrize("body", ["00000", "7K3M9", "ZYXWV", "AB12C"])
def test_all_slips_of_whole_codes_are_caught(body):
    code = body + check_character(body)
    assert is_valid(code)
    for place in PLACES:
        wrong = [code[:place] + s + code[place + 1 :] for s in ALPHABET if s != code[place]]
        assert not any(map(is_valid, wrong))


@given(bodies)
def test_swaps_and_slips_of_any_code_lead_back_to_it(body):
    code = body + check_character(body)
    for place in PLACES[:-1]:
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or (not is_valid(swapped) and code in codes.suggestions(swapped))
        slipped = code[:place] + "U" + code[place + 1 :]
        assert code in codes.suggestions(slipped)
    assert code in codes.suggestions(code[1:])
    assert code in codes.suggestions(code + "X")


@given(st.text(max_size=80))
@example("ß" * 64)
@example("\x00\n7K3M9X")
def test_suggestions_are_few_and_valid_for_any_text(text):
    found = codes.suggestions(normalise(text))
    assert len(found) <= 40
    assert all(map(is_valid, found))


@pytest.mark.parametrize(
    "typed",
    ["7k3m9x", "7K3-M9X", " 7k3 m9x ", "７Ｋ３Ｍ９Ｘ", "7K3–M9X", "7K3\u200bM9X", "7K3\u3000M9X"],
)
def test_a_code_is_read_in_any_dress(typed):
    assert normalise(typed) == "7K3M9X"


def test_the_printed_example_is_a_code_and_a_row_of_noughts_is_not():
    assert is_valid("7K3M9X") and not is_valid("000000")


def test_letters_that_look_like_numbers_are_read_as_numbers():
    assert normalise("oOiIlL") == "001111"
    assert "U" not in ALPHABET and not set("OIL") & set(ALPHABET)


def test_minted_codes_are_valid_different_and_fit_for_a_wall():
    minted = [codes.mint() for _ in range(5000)]
    assert all(map(is_valid, minted))
    assert len(set(minted)) > 4990
    assert all(map(codes.is_fit, minted))


def test_no_minted_code_is_rude(monkeypatch):
    letters = iter("FVCK0" + "7K3M9")
    monkeypatch.setattr(codes.secrets, "choice", lambda alphabet: next(letters))
    assert codes.mint().startswith("7K3M9")


@pytest.mark.parametrize("text", ["", "7K3M9", "7K3M9XX", "7K3M9U", "骑楼骑楼骑楼", "7K3M9\n"])
def test_what_is_no_code_is_not_valid(text):
    assert not is_valid(text)
