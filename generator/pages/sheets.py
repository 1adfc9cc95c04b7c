"""The data of a page's charts as files: which chart gives which table, and its headings.

What is in a chart belongs to `standing` and `charts`; how a table is written as CSV to `exports`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.charts.time import TimeChart
from generator.exports.columns import Column
from generator.exports.rows import Writer
from generator.pages.page import Page, Sheet
from generator.pages.shell import STATISTICS, localised
from generator.pages.standing import Breakdown, League, LeagueRow
from generator.text import Text

_Row = tuple[str | int | float | None, ...]

# The file of each chart, by its name in a page's context; and what a breakdown divides by.
_FILES = {
    "time": "theo-thang", "kinds": "theo-loai", "fields": "theo-linh-vuc", "benefits": "theo-lam-loi",
    "unit_types": "theo-loai-hinh", "ownerships": "theo-so-huu", "league": "xep-hang",
    "below": "cong-doan-co-so",
}  # fmt: skip
_DIVIDED = {
    "kinds": Text("Loại giải pháp", "Kind"),
    "fields": Text("Lĩnh vực", "Field"),
    "benefits": Text("Mức làm lợi", "Benefit"),
    "unit_types": Text("Loại hình đơn vị", "Type of unit"),
    "ownerships": Text("Hình thức sở hữu", "Ownership"),
    "months": Text("Tháng áp dụng", "Month of application"),
}
_MONTHS = (
    Text("Tháng", "Month"), Text("Trong tháng", "In the month"), Text("Cộng dồn", "Cumulative"),
    Text("Cần đạt cuối tháng", "Due by the end of the month"),
)  # fmt: skip
_LEAGUE = (
    Text("Hạng", "Rank"), Text("Công đoàn", "Union"), Text("Sáng kiến", "Innovations"),
    Text("Chỉ tiêu", "Target"), Text("Đạt chỉ tiêu", "Share of the target"),
)  # fmt: skip
_PARTICIPATION = Text("Tham gia", "Participation")
_MONEY = Text("Làm lợi (đồng)", "Benefit (VND)")
_CHART, _ROW = Text("Biểu đồ", "Chart"), Text("Mục", "Item")
_SUM, _SHARE = Text("Cộng", "Total"), Text("Tỷ lệ", "Share")
_UNKNOWN = Text("chưa có số liệu", "not known")
# All charts of a page in one file.
_TOGETHER = "so-lieu"


def of_whole(*names: str) -> dict[str, str]:
    """For charts that the page of statistics shows too: where their data is, below the language's root."""
    return {name: _path(STATISTICS, _FILES[name]) for name in names}


def with_sheets(page: Page, *names: str) -> Page:
    """The page with the data of these charts of its context, a file each; links stand under `csv`."""
    own = page.path.removeprefix(f"{page.language}/")
    places = {name: _path(own, _FILES[name]) for name in names}
    sheets = tuple(
        Sheet(localised(path, page.language), *_table(name, page.context[name], page.language))
        for name, path in places.items()
    )
    csv: Mapping[str, str] = page.context.get("csv", {})
    return replace(page, context={**page.context, "csv": {**csv, **places}}, sheets=sheets)


def with_one_sheet(page: Page, *names: str) -> Page:
    """The page with the data of these charts of its context in one file, so that files stay few."""
    place = _path(page.path.removeprefix(f"{page.language}/"), _TOGETHER)
    language = page.language
    phases = page.context["kinds"].phases
    headings = (_CHART.get(language), _ROW.get(language), *phases, _SUM.get(language))
    rows = tuple(row for name in names for row in _long(name, page.context[name], language))
    sheet = Sheet(localised(place, language), headings, rows)
    return replace(page, context={**page.context, "csv": dict.fromkeys(names, place)}, sheets=(sheet,))


def csv_of(sheet: Sheet) -> bytes:
    """The table as CSV that a spreadsheet opens."""
    writer = Writer([Column(heading, Text(heading, heading)) for heading in sheet.headings])
    return writer.head() + writer.lines(list(row) for row in sheet.rows)


def _path(page: str, file: str) -> str:
    """Beside a page that has its own folder, else in the folder named after it."""
    folder = page.removesuffix("index.html") if page.endswith("index.html") else f"{page[: -len('.html')]}/"
    return f"{folder}{file}.csv"


def _table(name: str, chart: object, language: str) -> tuple[tuple[str, ...], tuple[_Row, ...]]:
    """Headings and rows of one chart."""
    if isinstance(chart, TimeChart):
        known = chart.target is not None
        headings = tuple(words.get(language) for words in _MONTHS[: 4 if known else 3])
        return headings, tuple(
            (row.month, row.value, row.total, *((row.target,) if known else ())) for row in chart.months
        )
    if isinstance(chart, League):
        people = tuple(f"{_PARTICIPATION.get(language)}, {phase.name[language]}" for phase in chart.phases)
        headings = (*(words.get(language) for words in _LEAGUE), *people, _MONEY.get(language))
        return headings, tuple(map(_standing, chart.rows))
    assert isinstance(chart, Breakdown)
    several = len(chart.phases) > 1
    added = (_SUM.get(language),) if several else ()
    headings = (_DIVIDED[name].get(language), *chart.phases, *added, _SHARE.get(language))
    return headings, tuple(
        (
            bar.label or _UNKNOWN.get(language), *bar.parts, *((bar.value,) if several else ()),
            round(bar.share, 6),
        )
        for bar in chart.bars
    )  # fmt: skip


def _standing(row: LeagueRow) -> _Row:
    figures = row.figures
    shares = (figures.progress, *(share for share, _ in row.participation))
    progress, *people = (None if share is None else round(share, 6) for share in shares)
    return (
        row.place, row.union.short_name, figures.innovations, figures.target, progress, *people,
        figures.benefit_vnd,
    )  # fmt: skip


def _long(name: str, chart: object, language: str) -> Iterator[_Row]:
    """The rows of one chart among those of others: chart, item, number per phase, sum."""
    if isinstance(chart, TimeChart):
        touched = [band.phase.months for band in chart.bands]
        for month in chart.months:
            of = [month.value if month.month in months else None for months in touched]
            yield _DIVIDED["months"].get(language), month.month, *of, month.value
    else:
        assert isinstance(chart, Breakdown)
        for bar in chart.bars:
            word = bar.label or _UNKNOWN.get(language)
            yield _DIVIDED[name].get(language), word, *bar.parts, bar.value
