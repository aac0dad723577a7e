"""A register as a file: CSV, XLSX, GeoJSON. The same rows give the same bytes."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape as escape_xml

from django.utils.translation import gettext as _

from ..cells import escape
from ..zipping import Zipping
from .rows import ExportError, Row, Slot

Rows = Iterable[Row]
LONGEST_IN_XLSX = 32_767  # characters of a cell; a spreadsheet calls a longer one damaged
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Format:
    """`write(slots, rows)` gives the bytes. `is_worded`: choices stand in words, for people."""

    ending: str
    content_type: str
    write: Callable[[list[Slot], Rows], Iterator[bytes]]
    is_worded: bool = True


def _csv(slots: list[Slot], rows: Rows) -> Iterator[bytes]:
    """UTF-8 with its mark, so that a spreadsheet reads Chinese; every cell quoted, so that spaces
    at its ends are kept."""
    line = _Line()
    writer = csv.writer(line, quoting=csv.QUOTE_ALL)
    yield b"\xef\xbb\xbf"
    writer.writerow([slot.header for slot in slots])
    yield line.take()
    for row in rows:
        writer.writerow([escape(row.cells[slot.word]) for slot in slots])
        yield line.take()


class _Line:
    def __init__(self):
        self._text = ""

    def write(self, text: str) -> None:
        self._text += text

    def take(self) -> bytes:
        text, self._text = self._text, ""
        return text.encode()


def _xlsx(slots: list[Slot], rows: Rows) -> Iterator[bytes]:
    """One sheet whose cells are all text: no number is mangled, nothing is ever a formula."""
    zipping = Zipping()
    for name, text in _PARTS.items():
        yield from zipping.add(name, [text.encode()], is_packed=True)
    yield from zipping.add("xl/worksheets/sheet1.xml", _sheet(slots, rows), is_packed=True)
    yield from zipping.end()


def _sheet(slots: list[Slot], rows: Rows) -> Iterator[bytes]:
    yield _SHEET.encode()
    yield _row([slot.header for slot in slots], style=2)
    for row in rows:
        yield _row([escape(row.cells[slot.word]) for slot in slots], style=1)
    yield b"</sheetData></worksheet>"


def _row(cells: list[str], style: int) -> bytes:
    return f"<row>{''.join(_cell(text, style) for text in cells)}</row>".encode()


def _cell(text: str, style: int) -> str:
    if not text:
        return "<c/>"
    if len(text) > LONGEST_IN_XLSX:
        raise ExportError(
            _("“%(words)s…” is too long for a cell of XLSX. Take the register out as CSV.")
            % {"words": text[:40]}
        )
    text = escape_xml(_NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _geojson(slots: list[Slot], rows: Rows) -> Iterator[bytes]:
    """WGS-84, longitude first (RFC 7946); empty properties left out, choices as they are stored."""
    yield b'{"type": "FeatureCollection", "features": ['
    before = "\n"
    for row in rows:
        place = row.point and {"type": "Point", "coordinates": list(row.point)}
        said = {slot.word: row.cells[slot.word] for slot in slots if row.cells[slot.word]}
        feature = {"type": "Feature", "geometry": place, "properties": said}
        yield f"{before}{json.dumps(feature, ensure_ascii=False)}".encode()
        before = ",\n"
    yield b"\n]}\n"


FORMATS = {
    "csv": Format("csv", "text/csv; charset=utf-8", _csv),
    "xlsx": Format(
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx
    ),
    "geojson": Format("geojson", "application/geo+json", _geojson, is_worded=False),
}

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
    f'Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="register" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # 1: text, so that what is typed over a cell stays text too; 2: the same in bold.
    "xl/styles.xml": f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font>'
    '</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}
# The headers stay in sight.
_SHEET = (
    f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    '</sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="18"/><sheetData>'
)
