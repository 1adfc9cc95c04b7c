"""The SQLite file as statements, and the metadata with which Datasette serves it as it is.

Who writes the file is `store`. Every table is keyed, so that its bytes follow from its rows alone.
"""

from collections.abc import Sequence
from typing import Any

from generator.exports import LICENCE, LICENCE_URL
from generator.exports.columns import FIGURES, INNOVATIONS, PHASES, Column, Table
from generator.model import Programme

# Datasette calls a database by its file's name.
NAME = "sang-kien"
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_ORDER = {
    INNOVATIONS: ("sort_desc", "applied_on"),
    FIGURES: ("sort_desc", "innovations"),
    PHASES: ("sort", "from"),
}


def statements(tables: Sequence[Table]) -> str:
    """The statements that make the tables."""
    return "".join(map(_create, tables))


def insertion(table: Table) -> str:
    """The statement that adds a row."""
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'


def metadata(tables: Sequence[Table], programme: Programme) -> dict[str, Any]:
    """Datasette's metadata.json: titles, what each column means and its unit, licence and source."""
    data = programme.data
    shown = {
        "title": data["site_name"]["vi"],
        "description": data["name"]["vi"],
        "license": LICENCE.vi,
        "license_url": LICENCE_URL,
        "source": data["federation"]["name"]["vi"],
    }
    if data["site_url"]:
        shown["source_url"] = data["site_url"]
    described = {table.name: _described(table) for table in tables}
    return {**shown, "databases": {NAME: {**shown, "tables": described}}}


def _create(table: Table) -> str:
    lines = [f"{_quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    lines += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.references)} (id)"
        for column in table.columns
        if column.references
    ]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {_quoted(table.name)} (\n  {body}\n) WITHOUT ROWID;\n"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _described(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": table.label.vi,
        "description": table.about.vi,
        "columns": {column.name: _meaning(column) for column in table.columns},
    }
    if table.caption:
        found["label_column"] = table.caption
    if table.facets:
        found["facets"] = list(table.facets)
    if table.name in _ORDER:
        way, column = _ORDER[table.name]
        found[way] = column
    return found


def _meaning(column: Column) -> str:
    label, about = column.label.vi, column.about.vi
    return f"{label}. {about}" if about else label
