"""What a spreadsheet would take for a formula is text, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heritage.registers.cells import escape, unescape

SIGNS = st.text(alphabet="'=+-@\t\r1a，", max_size=12)


@given(st.text(max_size=40) | SIGNS)
def test_every_text_comes_back_exactly(text):
    assert unescape(escape(text)) == text


@given(st.text(max_size=40) | SIGNS)
def test_nothing_that_is_written_is_a_formula(text):
    written = escape(text)

    if written.startswith(("=", "+", "-", "@", "\t", "\r")):
        float(written)  # a plain number


@pytest.mark.parametrize(
    ("text", "written"),
    [("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("-3.5", "-3.5"), ("-3.5'", "'-3.5'"), ("'名", "'名")],
)
def test_an_apostrophe_is_put_before_it(text, written):
    assert escape(text) == written
