"""Rows of tables: public innovations, unions and figures as flat values, and those values as CSV.

A value is text, a number, a truth or None. Codes stay codes; `Writer` puts their names beside them.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.exports import WHOLE
from generator.exports.columns import Column, Table
from generator.model import Programme
from generator.pages.page import CITY
from generator.statistics import TOTAL, Measure
from generator.text import Text

Value = str | int | float | None
Row = list[Value]

# A byte order mark: without it Excel reads UTF-8 as something else.
MARK = b"\xef\xbb\xbf"
# A cell that begins so would be computed by a spreadsheet, whoever wrote it.
_FORMULA = re.compile("\0[=+\\-@\t\r\n＝＋－＠]")
_EMPTY: Mapping[str, Any] = {}
# Columns of innovations whose values are put together here.
_COMPUTED = frozenset({"upper_union", "grassroots_union", "phase", "credited_author"})


class Flattener:
    """Turns public innovations into the rows of `table`."""

    def __init__(self, table: Table) -> None:
        # Runs of columns whose values lie in the same group of an innovation, None for the innovation itself.
        groups: list[tuple[str | None, list[str]]] = []
        for column in table.columns:
            path = column.path or ((column.name,) if column.name in _COMPUTED else ())
            group = path[0] if len(path) == 2 else None
            if not groups or groups[-1][0] != group:
                groups.append((group, []))
            groups[-1][1].append(path[-1])
        self._groups = groups

    def row(self, innovation: Mapping[str, Any]) -> Row:
        """The values of one innovation, in the order of the columns."""
        people = innovation["authors"]
        flat = {
            **innovation,
            "upper_union": innovation["id"].partition("/")[0],
            "grassroots_union": innovation["union"],
            "authors": "; ".join(map(_person, people)),
            "credited_author": next(person["name"] for person in people if person["credited"]),
        }
        if "tags" in flat:
            flat["tags"] = "; ".join(flat["tags"])
        if "images" in flat:
            flat["images"] = "; ".join(image["url"] for image in flat["images"])
        row: Row = []
        for group, keys in self._groups:
            part = flat if group is None else flat.get(group, _EMPTY)
            row += [part.get(key) for key in keys]
        return row


def _person(person: Mapping[str, Any]) -> str:
    share = f"{person['share']:g}".replace(".", ",")
    return f"{person['name']} ({person['job']}, {share}%)"


def author_rows(innovations: Iterable[Mapping[str, Any]], keys: Sequence[str]) -> Iterable[Row]:
    """The rows of the table of authors; `keys` are what is public of each."""
    for innovation in innovations:
        for number, person in enumerate(innovation["authors"], 1):
            yield [innovation["id"], number, *(person[key] for key in keys), person["credited"]]


def union_row(table: Table, union: Mapping[str, Any]) -> Row:
    """A public union as a row."""
    row: Row = []
    for column in table.columns:
        value: Any = union
        for key in column.path:
            value = value.get(key, _EMPTY)
        row.append(None if value is _EMPTY else value)
    return row


def whole_row(table: Table, programme: Programme) -> Row:
    """The whole catalogue as a row of the table of unions: its name is the federation's."""
    federation = programme.data["federation"]
    known = {
        "id": WHOLE, "name": federation["name"]["vi"], "short_name": federation["short_name"]["vi"],
        "url": f"{programme.data['site_url']}index.html",
    }  # fmt: skip
    return [known.get(column.name) for column in table.columns]


def figure_rows(table: Table, union_id: str, measure: Measure) -> Iterable[Row]:
    """The rows of the table of figures for a union, or for the whole: its phases and its total."""
    names = [column.name for column in table.columns[2:]]
    for phase, figures in (*measure.phases.items(), (TOTAL, measure.total)):
        data = figures.to_json()
        yield [WHOLE if union_id == CITY else union_id, phase, *(data[name] for name in names)]


def word_rows(table: Table, programme: Programme) -> Iterable[Row]:
    """The rows of a table of words."""
    if table.name in programme.vocabularies:
        for word in programme.vocabularies[table.name].values():
            yield [word.id, word.name["vi"], word.name.get("en")]
    else:
        for p in programme.phases:
            start, end = p.start.isoformat(), p.end.isoformat()
            yield [p.id, p.name["vi"], p.name.get("en"), start, end, p.target]


class Writer:
    """Writes rows of a table as CSV: RFC 4180, with a name beside every code, and no formula."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = named(columns)
        self._plan = [
            (number, words)
            for number, column in enumerate(columns)
            for words in ((None, column.words) if column.words is not None else (None,))
        ]
        self._truths = [n for n, column in enumerate(self.columns) if column.type == "boolean"]

    def head(self) -> bytes:
        """The mark and the line of names."""
        return MARK + self._lines([[column.name for column in self.columns]])

    def lines(self, rows: Iterable[Row]) -> bytes:
        """The lines of `rows`."""
        return self._lines(map(self._cells, rows))

    def _cells(self, row: Row) -> Row:
        cells = [row[n] if words is None else words.get(row[n]) for n, words in self._plan]  # type: ignore[arg-type]
        for number in self._truths:
            truth = cells[number]
            cells[number] = None if truth is None else "true" if truth else "false"
        # One look at all texts of a row, as nearly no row has such a cell.
        if _FORMULA.search("\0" + "\0".join([cell for cell in cells if isinstance(cell, str)])):
            return [_harmless(cell) if isinstance(cell, str) else cell for cell in cells]
        return cells

    @staticmethod
    def _lines(rows: Iterable[Sequence[Value]]) -> bytes:
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        return text.getvalue().encode()


def named(columns: Sequence[Column]) -> tuple[Column, ...]:
    """`columns` as CSV has them: after every column of codes one with their names."""
    found = []
    for column in columns:
        found.append(column)
        if column.words is not None:
            label = Text(f"{column.label.vi}: tên gọi", f"{column.label.en}: name")
            found.append(Column(f"{column.name}_name", label))
    return tuple(found)


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match("\0" + text) else text
