"""The command `import_register`: what an operator sees, and what is written."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command

from heritage.places.models import LandmarkPage
from heritage.registers.mending import MendingError
from heritage.registers.models import RegisterImport, SavedMapping

from .lists import csv_text, workbook_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
HEADERS = ["名称", "街道", "地址", "纬度", "经度"]
GOOD = ["陈家祠", "恩宁路", "恩龙里34号", "23.1261", "113.2450"]
SWAPPED = ["光孝寺", "恩宁路", "=光孝路", "113.2550", "23.1290"]
MORE = ["仁威庙", "恩宁路", "庙前街", "23.1310", "113.2330"]


@pytest.fixture
def register(tmp_path):
    """Writes a register and gives its path."""

    def write(*rows, headers=HEADERS, name="名录.csv"):
        path = tmp_path / name
        path.write_text(csv_text(headers, *rows), encoding="utf-8")
        return path

    return write


def run(*arguments, **options) -> str:
    out = io.StringIO()
    call_command("import_register", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def names() -> set[str]:
    return set(LandmarkPage.objects.exclude(slug="zhan-tianyou").values_list("title", flat=True))


def test_rows_become_drafts(city, register):
    said = run(register(GOOD, MORE))

    page = LandmarkPage.objects.get(title="陈家祠")
    assert (page.live, page.address, str(page.lat)) == (False, "恩龙里34号", "23.126100")
    assert page.get_parent().pk == city.neighbourhood.pk
    assert "名称 → title" in said


def test_a_second_run_changes_nothing(city, register):
    path = register(GOOD, MORE)
    run(path)
    before = list(LandmarkPage.objects.values_list("pk", "latest_revision_id"))

    run(path)

    assert list(LandmarkPage.objects.values_list("pk", "latest_revision_id")) == before


def test_a_dry_run_writes_nothing(city, register, tmp_path):
    said = run(register(GOOD, SWAPPED), "--dry-run", "--errors", tmp_path / "out.csv")

    assert names() == set()
    assert not RegisterImport.objects.exists()
    assert "113.2550" in said
    assert (tmp_path / "out.csv").exists()


def test_where_one_row_is_refused_none_is_written(city, register):
    with pytest.raises(CommandError) as refused:
        run(register(GOOD, SWAPPED))

    assert names() == set()
    assert "--errors" in str(refused.value)
    assert not RegisterImport.objects.exists()


def test_good_rows_are_written_and_the_others_come_back_to_be_mended(city, register, tmp_path):
    out = tmp_path / "退回.csv"

    run(register(GOOD, SWAPPED, MORE), "--errors", out)

    assert names() == {"陈家祠", "仁威庙"}
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    headers, row = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert headers[:5] == HEADERS
    assert row[:6] == ["光孝寺", "恩宁路", "'=光孝路", "113.2550", "23.1290", "3"]
    assert row[6] == "纬度"
    assert "113.2550" in row[7]


def test_a_mended_file_is_brought_in_as_it_is(city, register, tmp_path):
    out = tmp_path / "退回.csv"
    run(register(GOOD, SWAPPED), "--errors", out)
    text = out.read_text(encoding="utf-8-sig")
    out.write_text(text.replace("113.2550,23.1290", "23.1290,113.2550"), encoding="utf-8-sig")

    run(out)

    assert names() == {"陈家祠", "光孝寺"}
    assert LandmarkPage.objects.get(title="光孝寺").address == "=光孝路"


def test_a_row_with_a_cell_too_many_is_only_taken_without_it(city, register, tmp_path):
    out = tmp_path / "退回.csv"
    run(register([*GOOD, "多"]), "--errors", out)

    with pytest.raises(CommandError):
        run(out)

    out.write_text(out.read_text(encoding="utf-8-sig").replace(",多,", ",,"), encoding="utf-8")
    run(out)
    assert names() == {"陈家祠"}


def test_good_rows_without_a_file_for_the_others(city, register):
    run(register(GOOD, SWAPPED), "--good-rows")

    assert names() == {"陈家祠"}


def test_into_takes_rows_that_name_no_neighbourhood(city, register):
    path = register(["陈家祠", "恩龙里"], headers=["名称", "地址"])

    with pytest.raises(CommandError):
        run(path)
    run(path, "--into", "enning")

    assert LandmarkPage.objects.get(title="陈家祠").get_parent().slug == "enning"


def test_an_unknown_neighbourhood_is_an_error_that_names_those_there_are(city, register):
    with pytest.raises(CommandError, match="enning"):
        run(register(GOOD), "--into", "nowhere")


def test_points_anywhere(city, register):
    path = register(["Notre-Dame", "恩宁路", "Paris", "48.853", "2.349"])

    with pytest.raises(CommandError):
        run(path)
    run(path, "--anywhere")

    assert str(LandmarkPage.objects.get(title="Notre-Dame").lat) == "48.853000"


def test_columns_are_put_right_saved_and_taken_again(city, register):
    headers = ["单位", "名称", "街道"]
    path = register(["陈家祠", "文化局", "恩宁路"], headers=headers)
    run(path, "--map", "单位=title", "--map", "名称=-", "--save-mapping", "文化局")
    assert names() == {"陈家祠"}

    other = register(["仁威庙", "文化局", "恩宁路"], headers=headers, name="二.csv")
    run(other, "--mapping", "文化局")

    assert names() == {"陈家祠", "仁威庙"}
    assert SavedMapping.objects.get().words["单位"] == "title"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--map", "没有=title"],
        ["--map", "名称=nothing"],
        ["--map", "名称"],
        ["--mapping", "没有"],
        ["--datum", "北京54"],
        ["--encoding", "klingon"],
    ],
)
def test_an_operators_mistake_is_an_error_in_words(city, register, arguments):
    with pytest.raises(CommandError):
        run(register(GOOD), *arguments)
    assert names() == set()


def test_a_file_without_a_name_column_is_an_error_in_words(city, register):
    with pytest.raises(CommandError, match="title"):
        run(register(["恩龙里", "国保"], headers=["地址", "级别"]))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_an_error_in_words(city, tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    with pytest.raises(CommandError):
        run(path)
    with pytest.raises(CommandError):
        run(tmp_path / "missing.csv")


def test_a_workbook_is_brought_in(city, tmp_path):
    path = tmp_path / "名录.xlsx"
    path.write_bytes(
        workbook_bytes(["文物名录"], HEADERS, ["陈家祠", "恩宁路", "=1+1", 23.1261, 113.245])
    )

    run(path)

    page = LandmarkPage.objects.get(title="陈家祠")
    assert (page.address, page.point_entered) == ("=1+1", "23.1261, 113.245")


@pytest.mark.parametrize("out", ["名录.csv", ".", "没有/退回.csv"])
@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_refused_rows_are_never_written_where_they_do_harm(city, register, tmp_path, out, more):
    path = register(GOOD, SWAPPED)
    before = path.read_bytes()

    with pytest.raises(CommandError) as refused:
        run(path, "--errors", tmp_path / out, *more)

    assert isinstance(refused.value.__cause__, MendingError)
    assert path.read_bytes() == before
    assert names() == set()
    assert not RegisterImport.objects.exists()


def test_a_file_that_is_not_there_is_said_in_words(city, tmp_path):
    for path, code in ((tmp_path / "名录.csv", "absent"), (tmp_path, "folder")):
        with pytest.raises(CommandError) as refused:
            run(path)
        assert refused.value.__cause__.code == code


def test_a_header_that_is_there_twice_is_said_by_its_place(city, register):
    headers = ["名称", "名称", "街道"]
    path = register(["陈家祠", "陈氏书院", "恩宁路"], headers=headers)

    with pytest.raises(CommandError, match="#1” = title"):
        run(path)
    with pytest.raises(CommandError, match="#1, #2"):
        run(path, "--map", "名称=title")
    run(path, "--map", "#1=title", "--map", "#2=alt_names", "--save-mapping", "越秀")

    assert LandmarkPage.objects.get(title="陈家祠").alt_names == "陈氏书院"
    assert SavedMapping.objects.get().words == {
        "#1": "title",
        "#2": "alt_names",
        "街道": "neighbourhood",
    }
