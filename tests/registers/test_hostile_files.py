"""Files made to hurt are refused in words, within seconds of work and in bounded memory."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from heritage.registers.reading import ReadError

from .lists import opened, planned, workbook_bytes

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 20, 400
# Reads files as an import does, and says of each what became of it and how long it worked.
READ = """
import json, sys, time
import django
django.setup()
from heritage.registers.reading import ReadError, register_open
from tests.memory import peak_kb
before = peak_kb()
for path in sys.argv[1:]:
    began, code = time.process_time(), "read"
    try:
        count = sum(1 for _row in register_open(path).rows())
    except ReadError as error:
        code = error.code
    grown = peak_kb() - before
    print(json.dumps([code, time.process_time() - began, grown // 1024]))
"""


def repacked(path: Path, name: str, parts) -> None:
    """A workbook of which one part is replaced by what the pieces say."""
    path.write_bytes(b"")
    small = path.with_suffix(".small")
    small.write_bytes(workbook_bytes(["名称", "地址"], ["甲", "乙"]))
    with zipfile.ZipFile(small) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        with new.open(name, "w", force_zip64=True) as stream:
            for piece in parts:
                stream.write(piece)


SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CELL = b'<c t="inlineStr"><is><t>x</t></is></c>'
MB = 1024 * 1024
ZEROS = b"0" * MB


def a_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.write("名称,地址\n".encode())
        for _block in range(100):
            file.write("陈家祠,恩龙里\n".encode() * (MB // 22))


def a_quote_that_swallows_the_file(path: Path) -> None:
    path.write_bytes('名称,地址\n"陈家祠,恩龙里\n'.encode() + "甲,乙\n".encode() * 3_000_000)


def one_line_of_commas(path: Path) -> None:
    path.write_bytes("名称".encode() + b"," * (30 * MB))


def a_zip_bomb(path: Path) -> None:
    repacked(path, SHEET, (ZEROS for _block in range(400)))
    assert path.stat().st_size < MB


def a_size_that_lies(path: Path) -> None:
    repacked(path, SHEET, (ZEROS for _block in range(300)))
    content = path.read_bytes()
    # 300 MB are declared as one, in the directory at the end.
    path.write_bytes(content.replace((300 * MB).to_bytes(4, "little"), MB.to_bytes(4, "little")))


def a_row_without_end(path: Path) -> None:
    cells = CELL * (MB // len(CELL))
    repacked(path, SHEET, [HEAD, b'<row r="1">', *[cells] * 100, b"</row>"])


def endless_elements_beside_the_rows(path: Path) -> None:
    repacked(path, SHEET, [HEAD, *[b"<a/>" * (MB // 4)] * 100])


def many_small_parts(path: Path) -> None:
    path.write_bytes(workbook_bytes(["名称"], ["甲"]))
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(5_000):
            archive.writestr(f"xl/worksheets/s{number}.xml", "<x/>")


def entities(name: str, encoding: str):
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x ['
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&b;&f;</x>'
    ).encode(encoding)
    return lambda path: repacked(path, name, [xml])


def fifty_thousand_rows(path: Path) -> None:
    row = "陈家祠,荔湾区中山七路恩龙里34号\n"
    path.write_bytes("名称,地址\n".encode() + row.encode() * 50_000)


FILES = {
    "large.csv": (a_hundred_megabytes, {"too_big"}),
    "quote.csv": (a_quote_that_swallows_the_file, {"open_quote"}),
    "commas.csv": (one_line_of_commas, {"long_line"}),
    "bomb.xlsx": (a_zip_bomb, {"bomb"}),
    "lie.xlsx": (a_size_that_lies, {"damaged", "bomb"}),
    "row.xlsx": (a_row_without_end, {"bomb"}),
    "junk.xlsx": (endless_elements_beside_the_rows, {"bomb"}),
    "parts.xlsx": (many_small_parts, {"bomb"}),
    "sheet-entities.xlsx": (entities(SHEET, "utf-8"), {"entities"}),
    "book-entities.xlsx": (entities("xl/workbook.xml", "utf-8"), {"entities"}),
    "wide-entities.xlsx": (entities(SHEET, "utf-16"), {"entities", "damaged"}),
    "style-entities.xlsx": (entities("xl/styles.xml", "utf-16"), {"entities", "damaged"}),
    "long-but-sound.csv": (fifty_thousand_rows, {"read"}),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory) -> dict[str, tuple[str, float, int]]:
    """File → (what reading it ended in, seconds, megabytes), by one process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _codes) in FILES.items():
        make(folder / name)
    done = subprocess.run(
        [sys.executable, "-c", READ, *(folder / name for name in FILES)],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "heritage.settings.test", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line for line in done.stdout.splitlines() if line.startswith("[")]
    return dict(zip(FILES, map(json.loads, lines), strict=True))


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_in_words_within_seconds_and_bounds(verdicts, name):
    code, seconds, megabytes = verdicts[name]

    assert code in FILES[name][1]
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_a_geojson_nested_without_end_is_refused_in_its_own_words():
    deep = b"[" * 100_000 + b"]" * 100_000
    feature = b'{"type":"Feature","properties":{"name":"x","d":' + deep + b'},"geometry":null}'
    with pytest.raises(ReadError) as refused:
        opened(b'{"type":"FeatureCollection","features":[' + feature + b"]}")
    assert refused.value.code == "damaged_json"


@pytest.mark.django_db
def test_marks_that_nobody_sees_are_not_in_a_name():
    row = planned(["名称", "地址"], ["\u202e甲\u200b楼\u2066", "\u200e一路\u2069"])
    assert row.entry.values["title"] == "甲楼"
    assert row.entry.values["address"] == "一路"
