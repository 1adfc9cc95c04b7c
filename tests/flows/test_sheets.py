"""Every chart's data can be taken along: the file says what the table beside the chart says."""

import csv
import io
import posixpath
import re
from pathlib import Path

import pytest

from tests.catalogues import build_golden

LINK = re.compile(r'<a class="csv" href="([^"]+)"')
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
TABLE = re.compile(
    r'<a class="csv" href="([^"]+)"[^>]*>[^<]*</a>\s*<details class="data">.*?</details>', re.DOTALL
)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_golden(tmp_path_factory.mktemp("golden"))


def data(public: Path, page: str, link: str) -> list[list[str]]:
    """The file that a page links to."""
    path = public / posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def shown(table: str) -> list[list[str]]:
    """A table of a page without its markup."""
    rows = ROW.findall(table)
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in CELL.findall(row)] for row in rows]


@pytest.mark.parametrize(
    ("page", "charts"),
    [
        ("thong-ke/index.html", 8), ("en/thong-ke/index.html", 8), ("don-vi/quan-dong/index.html", 7),
        ("don-vi/quan-dong/nam-2025.html", 5), ("don-vi/quan-dong/to-det/index.html", 4),
        ("index.html", 3), ("don-vi/index.html", 1), ("loai/index.html", 1), ("linh-vuc/index.html", 1),
    ],
)  # fmt: skip
def test_every_chart_has_its_data(public: Path, page: str, charts: int) -> None:
    links = LINK.findall((public / page).read_text("utf-8"))
    assert len(links) == charts
    assert all(len(data(public, page, link)) > 1 for link in links)


@pytest.mark.parametrize("page", ["thong-ke/index.html", "don-vi/quan-dong/index.html"])
def test_the_file_says_what_the_table_says(public: Path, page: str) -> None:
    text = (public / page).read_text("utf-8")
    compared = 0
    for found in TABLE.finditer(text):
        table, file = shown(found[0]), data(public, page, found[1])
        assert table[0] == file[0]
        for row, line in zip(table[1:], file[1:], strict=True):
            if file[0][-1] == "Tỷ lệ":
                assert row[:-1] == line[:-1]
                assert row[-1] == f"{float(line[-1]) * 100:.1f}%".replace(".", ",")
            else:
                year, month = line[0].split("-")
                assert row == [f"{int(month)}/{year}", *(cell or "–" for cell in line[1:])]
            compared += 1
    assert compared > 12


def test_a_unit_has_one_file_for_all_its_charts(public: Path) -> None:
    page = "don-vi/quan-dong/to-det/index.html"
    links = set(LINK.findall((public / page).read_text("utf-8")))
    assert len(links) == 1
    rows = data(public, page, links.pop())
    assert rows[0] == ["Biểu đồ", "Mục", *rows[0][2:-1], "Cộng"]
    totals = {
        chart: sum(int(row[-1] or 0) for row in rows[1:] if row[0] == chart)
        for chart in dict.fromkeys(row[0] for row in rows[1:])
    }
    assert len(totals) == 4
    assert len(set(totals.values())) == 1, "every chart divides the same innovations"
    assert list((public / page).parent.glob("*.csv")) == [public / page.replace("index.html", "so-lieu.csv")]
