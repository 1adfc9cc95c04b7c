"""Tables: CSV as programs and spreadsheets read it, workbooks, the data package that describes them."""

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pytest
import python_calamine
from openpyxl.utils.escape import unescape

from generator.exports.columns import Column, Sources, innovations
from generator.exports.rows import Writer
from generator.exports.xlsx import Sheet, write
from generator.parts.tables import table_path
from generator.text import Text
from tests.exports.conftest import SUMMARY

PHASES = ("nam-2024", "nam-2025")
CONFIDENTIAL = "quan-dong/to-det/khung-det-hai-lop"
DANGEROUS = "quan-dong/xuong-moc/can-keo-nhanh"


def read_csv(path: Path) -> list[dict[str, str]]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    text = raw.decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_holds_every_innovation_once(public: Path) -> None:
    rows = read_csv(public / "du-lieu/sang-kien.csv")
    pages = {p.relative_to(public / "sang-kien").with_suffix("") for p in public.glob("sang-kien/*/*/*.html")}
    assert sorted(row["id"] for row in rows) == sorted(page.as_posix() for page in pages)
    row = next(row for row in rows if row["id"] == "quan-dong/xuong-moc/bao-goc-ban-go")
    assert row["upper_union_name"] == "Liên đoàn Lao động quận Đông"
    assert (row["kind"], row["kind_name"]) == ("technical", "Giải pháp kỹ thuật")
    assert (row["phase"], row["phase_name"]) == ("nam-2024", "Năm 2024")
    assert (row["applied_on"], row["benefit_money_vnd"]) == ("2024-11-01", "12500000")
    assert row["credited_author"] == "Lê Văn Mộc"
    assert row["authors"] == "Lê Văn Mộc (Thợ mộc, 50%); Tác giả 1 (Thợ mộc, 50%)"
    assert row["url"] == "https://example.org/sang-kien/sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html"


def test_the_whole_is_its_parts(public: Path) -> None:
    whole = read_csv(public / "du-lieu/sang-kien.csv")
    parts = [
        row
        for upper in ("nganh-y", "quan-dong")
        for group in (*PHASES, "kin")
        for row in read_csv(public / table_path(upper, group, "csv"))
    ]
    assert whole == parts
    for group in PHASES:
        assert {row["phase"] for row in read_csv(public / table_path("quan-dong", group, "csv"))} == {group}


def test_no_cell_is_a_formula(public: Path) -> None:
    for path in public.glob("du-lieu/**/*.csv"):
        for row in read_csv(path):
            assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r＝＋－＠")], path
    row = next(row for row in read_csv(public / "du-lieu/sang-kien.csv") if row["id"] == DANGEROUS)
    assert row["summary"] == "'" + SUMMARY
    assert row["recognition_decision"] == "'+12/QĐ"
    assert row["applied_where"] == "'-Tổ ghép"
    assert row["tags"] == "'@keo; cân"
    assert row["applied_trial"] == "true"
    assert row["support_grassroots_vnd"] == "0"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_every_sign_of_a_formula_is_disarmed(sign: str) -> None:
    columns = (Column("a", Text("a", "a")), Column("n", Text("n", "n"), type="integer"))
    line = Writer(columns).lines([[f"{sign}1+1", -5]])
    assert next(csv.reader(io.StringIO(line.decode(), newline=""))) == [f"'{sign}1+1", "-5"]


def test_confidential_innovations_tell_no_more_than_their_page(public: Path) -> None:
    row = next(row for row in read_csv(public / "du-lieu/sang-kien.csv") if row["id"] == CONFIDENTIAL)
    told = {name for name, value in row.items() if value}
    assert told == {
        "id", "url", "upper_union", "upper_union_name", "grassroots_union", "grassroots_union_name", "title",
        "field", "field_name", "summary", "authors", "credited_author", "benefit_money_vnd", "benefit_basis",
        "confidential",
    }  # fmt: skip
    for group in PHASES:
        assert CONFIDENTIAL not in (public / table_path("quan-dong", group, "csv")).read_text("utf-8")


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    """The workbook as openpyxl reads it; calamine has to read the same texts."""
    book = openpyxl.load_workbook(path)
    found = {
        sheet.title: [[_read(cell.value) for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }
    assert not [cell for sheet in book.worksheets for row in sheet for cell in row if cell.data_type == "f"]
    other = python_calamine.CalamineWorkbook.from_path(path)
    assert other.sheet_names == list(found)
    for name, lines in found.items():
        read = other.get_sheet_by_name(name).to_python()
        same = [[_same(cell) for cell in row] for row in lines]
        assert [[_same(cell) for cell in row] for row in read] == same
    return found


def _same(cell: Any) -> Any:
    """What both readers call the same: no value is empty text, a day has no hours."""
    if isinstance(cell, datetime):
        return cell.date()
    return "" if cell is None else cell


def _read(cell: Any) -> Any:
    """openpyxl leaves escapes in texts that are written in their cells; the format knows them there too."""
    return unescape(cell) if isinstance(cell, str) else cell


def test_workbooks_have_headings_in_words_and_values_with_types(public: Path, sources: Sources) -> None:
    found = sheets(public / table_path("quan-dong", "nam-2025", "xlsx"))
    assert list(found) == ["Sáng kiến", "Giải thích"]
    head, *lines = found["Sáng kiến"]
    assert head == [column.label.vi for column in innovations(sources).columns]
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert [row["Mã sáng kiến"] for row in rows] == [DANGEROUS, "quan-dong/xuong-moc/so-giao-ca-mot-trang"]
    row = rows[0]
    assert row["Tóm tắt"] == SUMMARY
    assert row["Loại giải pháp"] == "Giải pháp kỹ thuật"
    assert row["Công đoàn cơ sở"] == "CĐCS Xưởng mộc Cây Gạo"
    assert row["Ngày áp dụng"].date() == date(2025, 1, 1)
    assert row["Áp dụng thử"] == "Có"
    assert row["Công đoàn cơ sở chi (đồng)"] == 0
    assert row["Tác giả được ghi nhận"] == "Bùi Văn Cân"
    assert [
        "Ngày áp dụng",
        next(c.about.vi for c in innovations(sources).columns if c.name == "applied_on"),
    ] in (found["Giải thích"])


def test_every_workbook_can_be_opened(public: Path) -> None:
    paths = sorted(public.glob("du-lieu/*/*.xlsx"))
    assert len(paths) == 2 * 3
    assert sum(len(sheets(path)["Sáng kiến"]) - 1 for path in paths) == 5


@pytest.mark.parametrize(
    "text", ["a\x0bb", "a\x00b", "a\ufffeb", "  a  ", "a\nb", "_x000D_", "&lt;", "x" * 40_000]
)
def test_no_text_spoils_a_workbook(text: str, tmp_path: Path) -> None:
    columns = (Column("a", Text("a", "a"), Text("b", "b")),)
    sheet = Sheet(columns)
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        write(file, sheet, text[:100], [sheet.lines([[text]]), sheet.lines([["sau"]])])
    possible = "".join(c for c in text if c not in "\x0b\x00\ufffe")[:32_767]
    assert [row[0] for row in sheets(path)["Sáng kiến"]] == ["a", possible, "sau"]


def test_the_data_package_is_valid(public: Path) -> None:
    report = frictionless.Package(str(public / "du-lieu/datapackage.json")).validate()
    assert report.valid, report.flatten(["resource", "type", "note", "message"])
    assert {task.name for task in report.tasks} >= {"innovations", "unions", "figures", "quan-dong.nam-2025"}
    assert len(report.tasks) == len(list(public.glob("du-lieu/**/*.csv")))


def test_the_data_package_finds_faults(public: Path) -> None:
    """The validator does look: a union that does not exist, a word that is none."""
    folder = public / "du-lieu"
    package = frictionless.Package(str(folder / "datapackage.json"))
    names = [field.name for field in package.get_resource("innovations").schema.fields]
    path = folder / "quan-dong/nam-2025.csv"
    whole = path.read_bytes()
    try:
        path.write_bytes(whole.replace(b",technical,", b",khac,").replace(b",quan-dong/xuong-moc,", b",a/b,"))
        report = package.validate()
        found = {row[0] for row in report.flatten(["type"])}
        assert found == {"constraint-error", "foreign-key", "byte-count"}
    finally:
        path.write_bytes(whole)
    assert "authors" in names and "description" not in names
