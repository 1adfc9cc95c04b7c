"""Workbooks (Office Open XML): rows with headings in words, dates that are dates, a sheet of explanations.

Written here rather than by a library: libraries build cells one by one and take many times as long. Text
is always text, never a formula. A workbook is written as a stream, and the same rows give the same bytes.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import IO, Any

from generator.exports.columns import Column
from generator.exports.rows import Row
from generator.exports.xlsx_frame import AMOUNT, DATE, HEADING, NAMESPACE, WRAPPED, frame
from generator.exports.xml import HEAD, escaped

# Day 0 of spreadsheets, as they count from March 1900 on.
_EPOCH = date(1899, 12, 30).toordinal()
_YES = "Có"
# Cells cannot hold more characters.
_LONGEST = 32_767
_SHEETS = ("Sáng kiến", "Giải thích")
_EXPLAINED = ("Cột", "Giải thích")
# What readers take for an escaped character, although it was written so.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS = {"date": 12, "integer": 16, "number": 12, "boolean": 10}
_WIDTH = 24
_EMPTY = "<c/>"
# Between speed and size: the highest levels take five times as long for a fifth less.
_COMPRESSION = 3


class Sheet:
    """Writes rows of a table as the rows of a sheet, with names instead of codes."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self._writers = tuple(map(_writer, columns))

    def lines(self, rows: Iterable[Row]) -> bytes:
        """The XML of `rows`."""
        return "".join(map(self._line, rows)).encode()

    def _line(self, row: Row) -> str:
        pairs = zip(row, self._writers, strict=True)
        return f"<row>{''.join([_EMPTY if value is None else write(value) for value, write in pairs])}</row>"


def _writer(column: Column) -> Callable[[Any], str]:
    if column.words is not None:
        names = {code: _text(name) for code, name in column.words.items()}
        return lambda code: names.get(code, _EMPTY)
    if column.type == "date":
        return _day
    if column.type == "boolean":
        return lambda truth: _text(_YES) if truth else _EMPTY
    if column.type == "integer":
        return lambda number: f'<c s="{AMOUNT}"><v>{number}</v></c>'
    if column.type == "number":
        return lambda number: f"<c><v>{number}</v></c>"
    return _text


@lru_cache(maxsize=4096)
def _day(day: str) -> str:
    return f'<c s="{DATE}"><v>{date.fromisoformat(day).toordinal() - _EPOCH}</v></c>'


def _text(text: str, style: int = 0) -> str:
    content = escaped(text[:_LONGEST])
    if "_x" in content:
        content = _LOOKS_ESCAPED.sub("_x005F_", content)
    styled = f' s="{style}"' if style else ""
    return f'<c{styled} t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'


def write(file: IO[bytes], sheet: Sheet, title: str, rows: Iterable[bytes]) -> None:
    """The workbook: `rows` are runs of `sheet.lines`, which may be many; `title` names the document."""
    columns = sheet.columns
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as book:
        # Parts are opened by name: their date is then the format's first day, never today.
        for name, content in frame(title, _SHEETS).items():
            with book.open(name, "w") as part:
                part.write(content.encode())
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(_sheet_head(columns).encode())
            for run in rows:
                part.write(run)
            part.write(f'</sheetData><autoFilter ref="A1:{_letters(len(columns))}1"/></worksheet>'.encode())
        with book.open("xl/worksheets/sheet2.xml", "w") as part:
            part.write(_explanations(columns).encode())


def _sheet_head(columns: Sequence[Column]) -> str:
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{_WIDTHS.get(column.type, _WIDTH)}" customWidth="1"/>'
        for n, column in enumerate(columns, 1)
    )
    headings = "".join(_text(column.label.vi, HEADING) for column in columns)
    frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return (
        f'{HEAD}<worksheet xmlns="{NAMESPACE}"><sheetViews><sheetView workbookViewId="0">{frozen}</sheetView>'
        f"</sheetViews><cols>{widths}</cols><sheetData><row>{headings}</row>"
    )


def _explanations(columns: Sequence[Column]) -> str:
    lines = ["".join(_text(word, HEADING) for word in _EXPLAINED)]
    lines += [_text(c.label.vi) + _text(c.about.vi, WRAPPED) for c in columns if c.about.vi]
    return (
        f'{HEAD}<worksheet xmlns="{NAMESPACE}"><cols><col min="1" max="1" width="32" customWidth="1"/>'
        '<col min="2" max="2" width="90" customWidth="1"/></cols>'
        f"<sheetData>{''.join(f'<row>{line}</row>' for line in lines)}</sheetData></worksheet>"
    )


def _letters(number: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
