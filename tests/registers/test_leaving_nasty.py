"""Whatever an editor can have written comes back from a file as it was."""

import datetime
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from heritage.places.grades import GRADES, Grade
from heritage.places.models import Designation, LandmarkPage
from heritage.registers.columns import BY_KEY
from heritage.registers.columns.keyed import column_keyed
from heritage.registers.leaving import FORMATS
from heritage.registers.leaving.rows import Row, Slot
from heritage.registers.models import RegisterImport
from heritage.registers.reading import register_open
from heritage.storytelling.models import Source

from .. import factories as make
from .leaving_trees import bring, out
from .packages_city import forget

pytestmark = pytest.mark.django_db

PIECES = ["=", "+", "-", "@", "'", '"', ",", ";", "；", "、", "|", "\t", "\n", "\r\n", " ", "　",
          "＝", "＠", "😀", "无", "N/A", "第七批", "1/2", "007", "_x0041_", "\x0b", "\u2028",
          "&amp;", "\ufeff", "café", "騎樓", "{", "[", "#", "(title)", "是", "1e5"]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=30),
)
names = texts.filter(lambda text: text.strip() and text.strip("\ufeff \t\r\n")).map(
    lambda t: f"{t}店"
)


def designation(values) -> Designation:
    grade, batch, number, by, on, name, note, unsure = values
    return Designation(
        track=GRADES[grade].track, grade=grade, batch=batch[:12], register_number=number[:60],
        announced_by=by[:120], announced_on=on[:160], announced_name=name[:160], note=note[:255],
        is_unverified=unsure,
    )  # fmt: skip


designations = st.lists(
    st.tuples(
        st.sampled_from(list(Grade)), texts, texts, texts, texts, texts, texts, st.booleans()
    ),
    max_size=3,
)
sources = st.lists(
    st.tuples(names, st.sampled_from(Source.Kind.values), st.sampled_from(["", "https://a.org/?b=c;d"]),
              st.one_of(st.none(), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))),
    max_size=3,
)  # fmt: skip


def elsewhere():
    forget()
    RegisterImport.objects.all().delete()
    home = Page.objects.get(depth=2, locale__language_code="zh-hans")
    return make.NeighbourhoodPageFactory(parent=home, slug="enning", title="恩宁路")


@settings(max_examples=40, deadline=None)
@given(cells=st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=4))
@pytest.mark.parametrize("form", ["csv", "xlsx", "geojson"])
def test_a_file_gives_back_the_cells_that_went_in(form, cells):
    """Newlines as one kind; and a row without any word is none."""
    slots = [Slot(BY_KEY[key]) for key in ("key", "title", "lede")]
    cells = [[f"k{n}", *(_plain(text) for text in row[1:])] for n, row in enumerate(cells)]
    rows = [Row(dict(zip(("key", "title", "lede"), row, strict=True)), None) for row in cells]
    rows.append(Row({"key": "last", "title": "名", "lede": "句"}, None))

    file = b"".join(FORMATS[form].write(slots, rows))
    register = register_open(io.BytesIO(file))

    order = [column_keyed(header)[0].key for header in register.headers[:3]]
    read = [
        [dict(zip(order, row[:3], strict=True))[key] for key in ("key", "title", "lede")]
        for _number, row in register.rows()
    ]
    assert read == [*cells, ["last", "名", "句"]]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


stories = st.lists(
    st.tuples(
        names, texts, texts, texts, texts, texts, st.sampled_from([None, True, False]),
        st.one_of(st.none(), st.integers(0, 2_000_000_000)),
        st.sampled_from(["wgs84", "gcj02", "bd09"]), st.sampled_from(["", "23.1, 113.2"]),
        names, designations, sources,
    ),
    min_size=6, max_size=6,
)  # fmt: skip


def landmark(number: int, values) -> LandmarkPage:
    (title, lede, address, others, date, use, step_free, accuracy, datum, point, quote, protected,
     cited) = values  # fmt: skip
    return LandmarkPage(
        title=title[:200], lede=lede[:200], address=address, alt_names=others, date=date[:160],
        former_use=use[:200], is_step_free=step_free, is_red=bool(step_free), accuracy_m=accuracy,
        datum=datum, point_entered=point, slug=f"odd-{number}", live=False,
        body=[
            ("heading", quote[:120]), ("text", {"text": "<p>甲 &lt; 乙</p>", "cites": ""}),
            ("quote", {"quote": quote, "speaker": quote[:120], "about": "", "cites": "1"}),
        ],
        designations=[designation(values) for values in protected],
        sources=[Source(citation=c, kind=k, url=u, accessed=a) for c, k, u, a in cited],
    )  # fmt: skip


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=stories)
def test_out_in_and_out_again_is_identical_whatever_is_told(told):
    place = elsewhere()
    for number, values in enumerate(told):
        page = landmark(number, values)
        page.read_point()  # as the editor's form does
        place.add_child(instance=page)
        page.save_revision(clean=False)
    before = {form: out(form) for form in ("csv", "xlsx", "geojson")}
    for form, file in before.items():
        elsewhere()
        bring(file)
        assert out(form) == file
