"""The page that puts upper-level unions side by side: one row a union, one column a figure.

Its script makes of the rows chosen a table of its own; the figures are those of this page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.charts.meter import Meter
from generator.model import Union
from generator.pages.page import Page, Sheet, Snapshot
from generator.pages.shell import COMPARE, localised, page
from generator.pages.standing import (
    PhaseStanding,
    grassroots_ids,
    league,
    phase_standings,
    union_url,
    upper_ids,
)  # fmt: skip
from generator.statistics import SUPPORT_DUE, SUPPORT_SPENT, Figures
from generator.text import Text

# As many as fit beside each other on a wide screen.
MOST = 4
_FILE = "so-sanh/so-lieu.csv"
Form = Literal["number", "share", "money"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, None where it is unknown; shares have a meter, `second` says that it is of people."""

    value: int | float | None
    form: Form
    meter: Meter | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A union with its figures, in the order of the headings."""

    union: Union
    url: str
    cells: tuple[Cell, ...]


def compare(snapshot: Snapshot, language: str) -> Page:
    """All upper-level unions with their figures, in the order of the league table."""
    table = league(snapshot, upper_ids(snapshot), None)
    rows = []
    for row in table.rows:
        union_id = row.union.id
        standings = phase_standings(snapshot, union_id, language)
        below = len(grassroots_ids(snapshot, union_id))
        cells = tuple(_cells(row.figures, row.quota, standings, below))
        rows.append(Compared(row.union, union_url(union_id), cells))
    phases = [phase.name[language] for phase in snapshot.programme.phases]
    headings = tuple(_headings(phases, language))
    found = page(
        COMPARE, "compare.html", "statistics", language,
        rows=rows, headings=headings, decimals=table.decimals, most=MOST, csv=_FILE,
        by_name=[snapshot.unions[union_id] for union_id in upper_ids(snapshot)],
    )  # fmt: skip
    return replace(found, sheets=(_sheet(rows, headings, language),))


def _headings(phases: list[str], language: str) -> Iterator[str]:
    yield from (words.get(language) for words in _OVERALL)
    for phase in phases:
        yield from (f"{words.get(language)}, {phase}" for words in _PER_PHASE)
    yield from (words.get(language) for words, _, _ in _REST)
    yield _BELOW.get(language)


def _cells(
    figures: Figures, quota: Meter, standings: tuple[PhaseStanding, ...], below: int
) -> Iterator[Cell]:
    yield Cell(figures.innovations, "number")
    yield Cell(figures.target, "number")
    yield Cell(figures.progress, "share", quota)
    for standing in standings:
        yield Cell(standing.figures.innovations, "number")
        yield Cell(standing.figures.progress, "share", standing.quota)
        yield Cell(standing.figures.participation, "share", standing.people, second=True)
    for _, form, value in _REST:
        yield Cell(value(figures), form)
    yield Cell(below, "number")


def _sheet(rows: list[Compared], headings: tuple[str, ...], language: str) -> Sheet:
    """The table as a file; money is in VND."""
    lines = tuple(
        (
            row.union.short_name,
            *(round(c.value, 6) if isinstance(c.value, float) else c.value for c in row.cells),
        )
        for row in rows
    )
    return Sheet(localised(_FILE, language), (_UNION.get(language), *headings), lines)


_UNION = Text("Công đoàn", "Union")
_OVERALL = (
    Text("Sáng kiến", "Innovations"), Text("Chỉ tiêu", "Target"), Text("Đạt chỉ tiêu", "Share of the target"),
)  # fmt: skip
_PER_PHASE = (
    Text("Sáng kiến", "Innovations"), Text("Đạt chỉ tiêu", "Share of the target"),
    Text("Tham gia", "Participation"),
)  # fmt: skip
_REST: tuple[tuple[Text, Form, Callable[[Figures], int | None]], ...] = (
    (Text("Tác giả được ghi nhận", "Credited authors"), "number", lambda f: f.authors),
    (Text("Đoàn viên", "Members"), "number", lambda f: f.members),
    (Text("Làm lợi bằng tiền", "Benefit in money"), "money", lambda f: f.benefit_vnd),
    (Text("Chỉ có lợi ích xã hội", "Social benefit only"), "number", lambda f: f.social_only),
    (SUPPORT_DUE, "money", lambda f: f.support_due_vnd),
    (SUPPORT_SPENT, "money", lambda f: f.support_grassroots_vnd),
)  # fmt: skip
_BELOW = Text("Số công đoàn cơ sở", "Grassroots unions")
