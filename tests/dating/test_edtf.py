"""EDTF that an editor types."""

import pytest

from heritage.storytelling import dating
from tests.dating.shared_data import rows


@pytest.mark.parametrize(
    "line",
    [
        "1888 1888-01-01 1888-12-31",
        "1984? 1984-01-01 1984-12-31",
        "1984~ 1984-01-01 1984-12-31",
        "1984% 1984-01-01 1984-12-31",
        "199X 1990-01-01 1999-12-31",
        "19XX 1900-01-01 1999-12-31",
        "1999-XX 1999-01-01 1999-12-31",
        "1964/2008 1964-01-01 2008-12-31",
        "1985/.. 1985-01-01 None",
        "/1985 None 1985-12-31",
        "../1985 None 1985-12-31",
        "2001-21 2001-03-01 2001-05-31",
        "-0202 -0202-01-01 -0202-12-31",
        "-02XX -0299-01-01 -0200-12-31",
        "15XX-02-29 1504-02-29 1596-02-29",
        "[1667,1668..1672] 1667-01-01 1672-12-31",
        "Y-17E7 -170000000-01-01 -170000000-12-31",
    ],
)
def test_an_edtf_string_has_its_strict_bounds(line):
    text, earliest, latest = line.rsplit(" ", 2)
    reading = dating.read_edtf(text)
    assert (reading.edtf, str(reading.earliest), str(reading.latest)) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "1888年",
        "188",
        "1888-13",
        "1888-02-30",
        "-0000",
        "2008/1964",
        "/",
        "1/2/3",
        "[1667",
        "1888-5",
        "Y17E7-12-26",
        "1900-02-29",
        "",
    ],
)
def test_what_is_not_edtf_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"[.]$"):
        dating.read_edtf(text)


def _valid_rows():
    return [row for row in rows("dates/edtf_examples.csv") if row["valid"] == "1"]


def test_the_shared_examples_have_the_bounds_listed_first():
    """The table lists strict bounds first, then python-edtf's fuzzy ones for qualified dates, which
    are not ours.

    An unknown end (``/2006``) is given ten years there; here it has no bound.
    """
    for row in _valid_rows():
        text, listed = row["edtf"], row["dates"].split("|")
        if text.startswith("/") or text.endswith("/"):
            continue
        reading = dating.read_edtf(text)
        if len(listed) == 1 or (len(listed) == 3 and reading.earliest == reading.latest):
            listed = [listed[0], listed[0]]
        ours = [
            "-inf" if reading.earliest is None else str(reading.earliest),
            "inf" if reading.latest is None else str(reading.latest),
        ]
        assert ours == listed[:2], text


def test_the_shared_examples_that_are_not_edtf_are_refused():
    for row in rows("dates/edtf_examples.csv"):
        if row["valid"] == "0":
            with pytest.raises(ValueError, match=r"\w"):
                dating.read_edtf(row["edtf"])
