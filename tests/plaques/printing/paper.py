"""What comes out of the printer: pages as pictures, their words, and the codes on them."""

import io
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFont

from heritage.plaques.models import Plaque
from heritage.plaques.printing import extras
from heritage.plaques.printing.facts import PlateFacts, Statement
from heritage.plaques.printing.plates import Plate
from heritage.plaques.printing.typeset import pdf_of

__all__ = ["replace"]
POINTS_PER_INCH, MM_PER_INCH = 72, 25.4
# 坣 塱 滘 銮 鑊 櫳 窰 stand in Guangzhou's place names and are missing from many fonts.
RARE = "坣塱滘銮鑊櫳窰"
STATEMENT = Statement(
    grade="全国重点文物保护单位",
    name="陈家祠堂",
    announced_by="中华人民共和国国务院",
    announced_on="一九八八年一月十三日",
    erected_by="广东省人民政府",
    erected_on="一九八九年五月一日",
)


def plate(code: str = "7K3M9X", **said) -> Plate:
    """A plate that says 逵园 in 新河浦, unless told otherwise."""
    usual = {
        "name_zh": "逵园",
        "name_en": "Kuiyuan Villa",
        "line_zh": "墙上的“1922”还在。",
        "line_en": "The figure 1922 is still on the wall.",
        "neighbourhood_zh": "新河浦",
        "neighbourhood_en": "Xinhepu",
        "number": "7",
        "statement": STATEMENT,
    }
    return Plate(Plaque(code=code), PlateFacts(**{**usual, **said}))


def pages(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    """Every page of a PDF, as poppler draws it."""
    with tempfile.TemporaryDirectory() as folder:
        _poppler("pdftoppm", "-r", str(dpi), "-", f"{folder}/page", pdf=pdf)
        return [Image.open(path).copy() for path in sorted(Path(folder).glob("*.ppm"))]


def words(pdf: bytes) -> str:
    """The text of a PDF, without the white between letters set apart."""
    return re.sub(r"\s+", "", _poppler("pdftotext", "-layout", "-", "-", pdf=pdf))


def page_words(pdf: bytes) -> list[str]:
    """The same, page by page."""
    pages = _poppler("pdftotext", "-layout", "-", "-", pdf=pdf).split("\f")
    return [re.sub(r"\s+", "", page) for page in pages if page.strip()]


def has_ink_for(signs: str) -> bool:
    """Whether our type draws each of the signs differently from a sign it lacks."""
    for folder in extras.font_folders():
        font = ImageFont.truetype(str(next(folder.glob("*.ttf"))), 40)
        shapes = {bytes(font.getmask(sign)) for sign in (*signs, "\U0001f000")}
        if len(shapes) != len(signs) + 1:
            return False
    return True


def pdf_of_codes(minted: list[str], layout: str, metres: float | None = None) -> bytes:
    return pdf_of([plate(code) for code in minted], layout, metres=metres)


def symbol_mm(page: Image.Image, dpi: int) -> float:
    """How wide the one symbol on a page is printed."""
    [found] = zxingcpp.read_barcodes(page.convert("L"))
    return (found.position.top_right.x - found.position.top_left.x + 1) / dpi * MM_PER_INCH


def fonts(pdf: bytes) -> list[list[str]]:
    """pdffonts' rows: name, …, embedded, subset, unicode, object."""
    return [line.split() for line in _poppler("pdffonts", "-", pdf=pdf).splitlines()[2:]]


def size_mm(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page."""
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", _poppler("pdfinfo", "-", pdf=pdf))
    return tuple(round(float(side) / POINTS_PER_INCH * MM_PER_INCH) for side in found.groups())


def read_codes(picture: Image.Image) -> list[str]:
    """The text of every QR symbol on a picture."""
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def _poppler(program: str, *arguments: str, pdf: bytes) -> str:
    done = subprocess.run(
        [program, *arguments], input=pdf, capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode("utf-8")
