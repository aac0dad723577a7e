"""A printed code is read after what walls, hands and cheap printers do to it."""

import io
import math

import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from heritage.plaques import codes, qr
from heritage.plaques.printing.layouts import LayoutName
from heritage.plaques.printing.typeset import files_of, pdf_of

from .paper import pages, picture, plate, read_codes

QUIET, SCALE, MM_PER_INCH = qr.QUIET_ZONE, 10, 25.4
GREY = 128
CODES = ["7K3M9X", *(codes.mint() for _ in range(5))]


def address(code: str) -> str:
    return f"HTTPS://STORY.EXAMPLE.ORG/Q/{code}"


def blurred(image: Image.Image, modules: float = 0.5) -> Image.Image:
    """Out of focus by half a module. The picture is two symbols of 37 modules wide."""
    return image.filter(ImageFilter.GaussianBlur(image.width / (2 * 37) * modules))


def turned(image: Image.Image) -> Image.Image:
    return image.rotate(15, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def sheared(image: Image.Image) -> Image.Image:
    lean = math.tan(math.radians(15))
    wide = (image.width + int(lean * image.height), image.height)
    data = (1, lean, -lean * image.height, 0, 1, 0)
    return image.transform(
        wide, Image.Transform.AFFINE, data, Image.Resampling.BICUBIC, fillcolor="white"
    )


def seen_from_below(image: Image.Image) -> Image.Image:
    """Held low and to one side: what is far is drawn together by a third."""
    (x, y), across, up = (side / 2 for side in image.size), 0.15 / image.width, 0.4 / image.height
    depth = 1 - across * x - up * y
    rows = ((x * across + 1, x * up, x * depth - x), (y * across, y * up + 1, y * depth - y))
    data = [value / depth for value in (*rows[0], *rows[1], across, up)]
    return image.transform(
        image.size, Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC, fillcolor="white"
    )


def faded(image: Image.Image) -> Image.Image:
    """Ink at a fifth of its strength, on paper gone grey."""
    return image.convert("L").point(lambda value: 150 + value * 50 // 255)


DAMAGES = [blurred, turned, sheared, seen_from_below, faded]


@pytest.fixture(scope="module")
def printed():
    """The symbol on the last page of each layout, with some of its plate around it."""
    made: dict[str, Image.Image] = {}

    def symbol_of(layout: str) -> Image.Image:
        if layout not in made:
            dpi = 90 if layout == "statutory" else 220
            page = pages(pdf_of([plate(CODES[0])], layout), dpi)[-1]
            made[layout] = around_symbol(page)
        return made[layout]

    return symbol_of


def around_symbol(page: Image.Image) -> Image.Image:
    """A square twice as wide as the symbol, the symbol in its middle."""
    [found] = zxingcpp.read_barcodes(page.convert("L"))
    first, last = found.position.top_left, found.position.bottom_right
    wide, x, y = last.x - first.x, (first.x + last.x) // 2, (first.y + last.y) // 2
    return page.crop((x - wide, y - wide, x + wide, y + wide))


@pytest.mark.parametrize("layout", list(LayoutName))
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_printed_symbol_is_read_after(damage, layout, printer, printed):
    assert read_codes(damage(printed(layout))) == [address(CODES[0])]


@pytest.mark.parametrize("layout", list(LayoutName))
def test_blurred_faded_and_turned_at_once_it_is_read(layout, printer, printed):
    assert read_codes(turned(faded(blurred(printed(layout), 0.25)))) == [address(CODES[0])]


def fifths(n: int) -> dict[str, list[tuple[float, float]]]:
    """Places for a cover of a fifth of n × n modules, in modules, clear of the three finders."""
    area = n * n / 5
    side, leg, strip = math.sqrt(area), math.sqrt(2 * area), area / (n - 9)
    near, far = (n - side) / 2 + 0.5, (n + side) / 2 + 0.5
    return {
        "square at the corner": [(n - side, n - side), (n, n - side), (n, n), (n - side, n)],
        "torn corner": [(n, n - leg), (n, n), (n - leg, n)],
        "strip at the right": [(n - strip, 9), (n, 9), (n, n), (n - strip, n)],
        "strip at the bottom": [(9, n - strip), (n, n - strip), (n, n), (9, n)],
        "square in the middle": [(near, near), (far, near), (far, far), (near, far)],
    }


@pytest.mark.parametrize("fill", [0, GREY, 255])
@pytest.mark.parametrize("place", fifths(37))
def test_a_fifth_of_the_symbol_may_be_covered(place, fill):
    for code in CODES:
        image = Image.open(io.BytesIO(qr.qr_png(code, SCALE))).convert("L")
        corners = fifths(image.width // SCALE - 2 * QUIET)[place]
        cover = [((x + QUIET) * SCALE, (y + QUIET) * SCALE) for x, y in corners]
        ImageDraw.Draw(image).polygon(cover, fill=fill)

        assert read_codes(image.filter(ImageFilter.GaussianBlur(2))) == [address(code)]


def test_a_covered_plate_is_read_from_its_picture(printer):
    """A sticker of another colour over a fifth of the enamel plate's symbol."""
    [[png]] = files_of([plate()], "a6", "png")
    image = picture(png)
    module = 46 / 37 * 300 / MM_PER_INCH
    centre_x, bottom = image.width / 2, _lowest_dark(image)
    right = centre_x + 18.5 * module
    side = math.sqrt(37 * 37 / 5) * module
    box = (right - side, bottom - side, right, bottom)
    ImageDraw.Draw(image).rectangle(box, fill="#c9871f")

    assert read_codes(image) == [address("7K3M9X")]


def _lowest_dark(image: Image.Image) -> int:
    """The lower edge of the symbol: the last black dot in the column of its left finder."""
    column = int(image.width / 2 - 17.5 * 46 / 37 * 300 / MM_PER_INCH)
    grey = image.convert("L")
    return max(y for y in range(image.height) if grey.getpixel((column, y)) < 20)


@pytest.mark.parametrize("ground", ["#1c4f8f", "#9e2b25", "#1f6f56", "#c9871f", "#000000"])
def test_the_white_panel_keeps_it_readable_on_coloured_ground(ground, printer):
    [[png]] = files_of([plate()], "stickers", "png")
    sticker = picture(png)
    wall = Image.new("RGB", (sticker.width * 2, sticker.height * 2), ground)
    symbol = sticker.crop(_panel(sticker))
    wall.paste(symbol, (symbol.width // 3, symbol.height // 3))

    assert read_codes(wall) == [address("7K3M9X")]


def _panel(sticker: Image.Image) -> tuple[int, int, int, int]:
    """The symbol with its quiet zone and nothing else of the sticker."""
    dark = sticker.convert("L").point(lambda value: 255 if value < 20 else 0)
    x0, x1 = (
        (sticker.width - 28 / MM_PER_INCH * 300) / 2,
        (sticker.width + 28 / MM_PER_INCH * 300) / 2,
    )
    column = [y for y in range(sticker.height) if dark.getpixel((int(x0) + 6, y))]
    quiet = QUIET * 28 / 37 / MM_PER_INCH * 300
    top = _first_run(column)
    return int(x0 - quiet), int(top - quiet), int(x1 + quiet), int(top + (x1 - x0) + quiet)


def _first_run(rows: list[int]) -> int:
    """Where a dark stretch as long as a finder begins: letters are shorter."""
    start = previous = rows[0]
    for y in rows:
        if y != previous and y != previous + 1:
            start = y
        if y - start > 40:
            return start
        previous = y
    raise AssertionError("no finder on the sticker")
