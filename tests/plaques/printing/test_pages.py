"""What stands on the pages: words, type, marks; every code read back from them."""

import xml.etree.ElementTree as ET

import pytest

from heritage.plaques import codes
from heritage.plaques.printing import typeset
from heritage.plaques.printing.layouts import LAYOUTS, LayoutName, PrintingError, TooSmallError
from heritage.plaques.printing.sheet import sizes_of
from heritage.plaques.printing.typeset import files_of, pdf_of

from . import paper
from .paper import RARE, STATEMENT, plate

pytestmark = pytest.mark.usefixtures("printer")
EVERY_LAYOUT = pytest.mark.parametrize("layout", list(LayoutName))
SIZES = {  # page in mm, plates on a page, pages for 7 plates
    "stickers": ((210, 297), 1),
    "a6": ((297, 210), 4),
    "a6-paper": ((297, 210), 4),
    "corridor": ((210, 297), 3),
    "statutory": ((660, 460), 14),
}
HOSTILE = [
    '#panic("no")',
    '"); #read("/etc/passwd") //',
    "$x^2$ *bold* _it_ `raw` = head",
    "@ref <label> \\ #emph[x] [y] {z}",
    '</svg><script>alert("1")</script>',
    "“逵园” 'single' \"double\" ~ -- ...",
    "/* // */ https://example.org",
]


@EVERY_LAYOUT
def test_every_code_is_read_from_the_pages_it_is_printed_on(layout):
    minted = [codes.mint() for _ in range(7)]
    dpi = 60 if layout == "statutory" else 150

    pdf = paper.pdf_of_codes(minted, layout)
    pages = paper.pages(pdf, dpi)

    size, count = SIZES[layout]
    assert (paper.size_mm(pdf), len(pages)) == (size, count)
    found = [text for page in pages for text in paper.read_codes(page)]
    assert sorted(found) == sorted(f"HTTPS://STORY.EXAMPLE.ORG/Q/{code}" for code in minted)


@EVERY_LAYOUT
def test_names_lines_and_code_stand_on_the_page(layout):
    said = paper.words(
        pdf_of([plate(text_zh="光绪年间落成。", text_en="Built under Guangxu.")], layout)
    )

    expected = ["7K3M9X", "KuiyuanVilla"]
    if layout == "statutory":
        expected += ["陈家祠堂", "光绪年间落成。", "BuiltunderGuangxu."]
    else:
        expected += ["逵园", "墙上的“1922”还在。", "Thefigure1922isstillonthewall."]
    for words in expected:
        assert words in said


@EVERY_LAYOUT
def test_type_is_embedded_and_only_what_is_used(layout):
    pdf = pdf_of([plate()], layout)

    fonts = paper.fonts(pdf)
    names = {row[0] for row in fonts}

    assert any("NotoSerifSC" in name for name in names)
    assert any("NotoSansSC" in name for name in names)
    assert all("+" in name for name in names), "a font is not subset"
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in fonts)
    assert len(pdf) < 300_000


@EVERY_LAYOUT
def test_rare_characters_of_the_place_are_printed(layout):
    statement = paper.replace(STATEMENT, name=RARE)

    pdf = pdf_of([plate(name_zh=RARE, statement=statement)], layout)

    assert RARE in paper.words(pdf)
    assert paper.has_ink_for(RARE)


@EVERY_LAYOUT
def test_words_are_printed_and_never_run(layout):
    fields = ["name_zh", "name_en", "line_zh", "line_en", "text_zh", "number"]
    hostile = [
        plate(**dict.fromkeys(fields, words), statement=paper.replace(STATEMENT, name=words))
        for words in HOSTILE
    ]

    said = paper.words(pdf_of(hostile, layout))

    assert not [words for words in HOSTILE if "".join(words.split()) not in said]


@EVERY_LAYOUT
def test_long_names_are_made_to_fit_and_the_code_is_still_read(layout):
    endless = "中国共产党第三次全国代表大会旧址暨中共中央机关旧址" * 9
    english = "The Site of the Third National Congress of the Party " * 8
    words = {"name_zh": endless, "line_zh": endless, "name_en": english, "line_en": english}
    fits = {"number": "一百二十三甲", "neighbourhood_zh": "新河浦"}

    pdf = pdf_of([plate(**words, **fits)], layout)

    found = paper.read_codes(paper.pages(pdf, 60 if layout == "statutory" else 150)[-1])
    assert found == ["HTTPS://STORY.EXAMPLE.ORG/Q/7K3M9X"]
    assert layout == "statutory" or "…" in paper.words(pdf)


def test_an_unbound_plate_names_its_neighbourhood():
    said = paper.words(pdf_of([plate(name_zh="", name_en="", line_zh="", line_en="")], "a6"))

    assert "新河浦" in said and "Xinhepu" in said and "扫一扫" in said and "7K3M9X" in said


def test_a_marker_states_its_six_things_on_the_front():
    front, back = paper.page_words(pdf_of([plate()], "statutory"))

    for words in (STATEMENT.grade, STATEMENT.name, STATEMENT.announced_by, STATEMENT.erected_by):
        assert words in front
    assert f"{STATEMENT.announced_on}公布" in front
    assert f"{STATEMENT.erected_on}立" in front
    assert "7K3M9X" not in front.replace("7K3M9X·", "") and "7K3M9X" in back


@pytest.mark.parametrize("field", ["grade", "announced_by", "announced_on", "erected_on"])
def test_a_marker_that_lacks_a_statement_is_refused(field):
    lacking = plate(statement=paper.replace(STATEMENT, **{field: " "}))

    with pytest.raises(PrintingError, match="7K3M9X"):
        pdf_of([plate("000000"), lacking], "statutory")
    with pytest.raises(PrintingError, match="7K3M9X"):
        pdf_of([plate(statement=None)], "statutory")


@EVERY_LAYOUT
def test_the_margin_tells_the_smallest_size(layout):
    said = paper.words(pdf_of([plate()], layout, metres=0.2))

    assert "25mm" in said and "0.2m" in said


@EVERY_LAYOUT
def test_what_is_too_small_for_its_distance_is_refused(layout):
    with pytest.raises(TooSmallError, match="400"):
        pdf_of([plate()], layout, metres=4)


def test_a_sheet_is_cut_along_scissors_marks():
    [page] = paper.pages(paper.pdf_of_codes([codes.mint() for _ in range(12)], "stickers"), 150)
    left = page.convert("L").crop((0, 0, 87, page.height)).point(lambda v: 255 if v < 200 else 0)
    rows = [y for y in range(left.height) if left.crop((0, y, 87, y + 1)).getbbox()]

    marks = sum(1 for before, y in zip([0, *rows], rows, strict=False) if y - before > 20)

    assert marks == 5  # above, between and below four rows


@pytest.mark.parametrize(("metres", "across", "down"), [(0.28, 3, 4), (0.4, 2, 2), (0.85, 1, 1)])
def test_stickers_grow_with_the_distance(metres, across, down):
    sizes = sizes_of("7K3M9X", "stickers", metres)
    count = across * down
    pages = paper.pages(paper.pdf_of_codes(["7K3M9X"] * count, "stickers", metres))

    assert (sizes.columns, sizes.rows) == (across, down)
    assert [len(paper.read_codes(page)) for page in pages] == [count]


@EVERY_LAYOUT
@pytest.mark.parametrize("metres", [None, 0.1, 0.5])
def test_the_printed_symbol_measures_what_the_margin_says(layout, metres):
    sizes = sizes_of("7K3M9X", layout, metres)
    dpi = 60 if layout == "statutory" else 150

    page = paper.pages(pdf_of([plate()], layout, metres=metres), dpi)[-1]

    assert paper.symbol_mm(page, dpi) == pytest.approx(sizes.symbol, rel=0.03)
    assert sizes.symbol >= max(25, (metres or 0) * 100)


@EVERY_LAYOUT
@pytest.mark.parametrize("form", ["svg", "png"])
def test_each_plate_comes_alone_for_the_sign_maker(layout, form):
    made = list(files_of([plate(), plate("000000")], layout, form))

    assert [len(sides) for sides in made] == [LAYOUTS[layout].pages_each] * 2
    if form == "png":
        picture = paper.picture(made[0][-1])
        assert paper.read_codes(picture) == ["HTTPS://STORY.EXAMPLE.ORG/Q/7K3M9X"]
    else:
        drawing = ET.fromstring(made[0][-1])
        assert drawing.tag.endswith("svg") and drawing.get("width").endswith("pt")
        assert not list(drawing.findall(".//{*}image")), "a picture inside a drawing is no outline"
        assert not list(drawing.findall(".//{*}text")), "letters must be outlines"
        assert [title.text for title in drawing.findall(".//{*}title")] == ["7K3M9X"]


@pytest.mark.parametrize("layout", ["a6", "stickers"])
def test_a_batch_printed_in_parts_is_one_file(layout, monkeypatch):
    monkeypatch.setattr(typeset, "AT_A_TIME", 13)
    minted = [codes.mint() for _ in range(26)]

    pdf = paper.pdf_of_codes(minted, layout)

    pages = paper.pages(pdf, 110)
    found = [text.rpartition("/")[2] for page in pages for text in sorted(paper.read_codes(page))]
    assert len(pages) == (13 if layout == "a6" else 3)
    assert sorted(found) == sorted(minted)
    last = paper.page_words(pdf)[-1]
    assert f"Sheet{len(pages)}/{len(pages)}" in last
