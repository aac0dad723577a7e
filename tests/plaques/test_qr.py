"""What is printed can be read back, at any size, and holds the address in its small form."""

import io
import xml.etree.ElementTree as ET

import pytest
import zxingcpp
from django.template import Context, Template
from PIL import Image

from heritage.plaques import qr

CODE = "7K3M9X"
SITES = [
    "http://127.0.0.1:8000",
    "https://qilou.gz.gov.cn",
    "https://story.liwan-heritage.example.cn",
]


def read_back(png: bytes) -> str:
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))
    assert len(found) == 1
    return found[0].text


@pytest.mark.parametrize("scale", [2, 4, 8, 20, 40])
def test_a_printed_code_is_read_back_at_any_size(scale, settings):
    settings.SITE_URL = "https://qilou.gz.gov.cn"
    assert read_back(qr.qr_png(CODE, scale)) == "HTTPS://QILOU.GZ.GOV.CN/Q/7K3M9X"


@pytest.mark.parametrize("site", SITES)
def test_the_symbol_stays_small_and_strong(site, settings):
    settings.SITE_URL = site

    symbol = qr.symbol(CODE)

    assert symbol.mode == "alphanumeric"
    assert symbol.error == "H"
    assert symbol.version == 5
    assert not symbol.is_micro


def test_a_host_in_chinese_is_written_so_that_phones_agree(settings):
    settings.SITE_URL = "https://骑楼.广州"

    assert qr.plaque_url(CODE) == "HTTPS://XN--56VZ06H.XN--6RTWN/Q/7K3M9X"
    assert qr.symbol(CODE).mode == "alphanumeric"


def test_four_modules_of_white_stand_round_it():
    image = Image.open(io.BytesIO(qr.qr_png(CODE, 1))).convert("L")
    dark = image.point(lambda p: 255 if p == 0 else 0).getbbox()

    assert dark == (4, 4, image.width - 4, image.height - 4)


def test_the_svg_draws_the_same_modules_as_the_png():
    svg = ET.fromstring(qr.qr_svg(CODE))
    image = Image.open(io.BytesIO(qr.qr_png(CODE, 1))).convert("L")
    drawn = Image.new("L", image.size, 255)
    for piece in svg.findall("{*}path")[1].get("d").split("z")[:-1]:
        start, width = piece.removeprefix("M").split("v")[0].split("h")
        x, y = map(int, start.split())
        drawn.paste(0, (x, y, x + int(width), y + 1))

    assert drawn.tobytes() == image.tobytes()
    assert svg.get("viewBox") == f"0 0 {image.width} {image.width}"
    assert svg.find("{*}title").text == CODE


def test_the_svg_needs_no_style_and_can_carry_its_size():
    assert "style" not in qr.qr_svg(CODE)
    side = qr.modules_across(CODE)
    assert f'width="{50 * side / (side - 8):.2f}mm"' in qr.qr_svg(CODE, width_mm=50)


@pytest.mark.parametrize(("metres", "mm"), [(0, 25), (0.2, 25), (0.251, 26), (1, 100), (2.5, 250)])
def test_the_smallest_print_is_a_tenth_of_the_distance(metres, mm):
    assert qr.smallest_mm(metres) == mm


def test_what_is_no_code_is_never_drawn():
    html = Template("{% load plaques %}{% plaque_qr code %}").render(Context({"code": "<b>1234"}))

    assert html == ""
