"""Open data that holds innovations, as parts: each union's file of the JSON API, tables, the database.

Tables and database are put together from what each grassroots union contributes; contributions are kept
in the catalogue's state folder and can be made again from the store at any time.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from generator.exports import FOLDER, WHOLE, api, columns, compact, database, public, rows, xlsx
from generator.pages.page import CITY
from generator.parts.desk import Desk, Draft, File
from generator.records import CONFIDENTIAL_MONTH
from generator.store.export import Pieces, PublicDatabase, contents, union_content

DATABASE = f"{FOLDER}/{database.NAME}.sqlite"
_KEPT = "database"


def in_order(ids: Iterable[str]) -> list[str]:
    """Unions in the order in which the IDs of their innovations stand."""
    return sorted(ids, key=lambda union_id: f"{union_id}/")


def groups(desk: Desk) -> tuple[str, ...]:
    """What an upper-level union's tables are divided into: phases, and what must not be told apart."""
    return (*(phase.id for phase in desk.programme.phases), CONFIDENTIAL_MONTH)


def table_path(upper: str, group: str, ending: str) -> str:
    """Where a table of an upper-level union is; `ending` is csv or xlsx."""
    return f"{FOLDER}/{upper}/{group}.{ending}"


def plan_records(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every grassroots union: its file of the JSON API."""
    for below in desk.grassroots.values():
        for union_id in below:
            yield union_id, desk.states[union_id]


def make_record(desk: Desk, union_id: str) -> Iterator[File]:
    """The file of a grassroots union with its innovations."""
    upper = desk.snapshot.unions[union_id.partition("/")[0]]
    lines = (compact(innovation) for innovation in _innovations(desk, union_id))
    yield api.union_path(union_id), api.union_file(public_union(desk, union_id), upper.name, lines)


def plan_tables(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every upper-level union: it depends on its grassroots unions alone."""
    for upper, below in desk.grassroots.items():
        states = [(u, desk.states[u]) for u in in_order(below)]
        yield upper, desk.fingerprint((), desk.union_digests[upper], states)


def make_table(desk: Desk, upper: str) -> Iterator[File]:
    """The tables of an upper-level union, one for each group, for programs and for people."""
    table = columns.innovations(desk.sources)
    writer, sheet, flat = rows.Writer(table.columns), xlsx.Sheet(table.columns), rows.Flattener(table)
    current = {u: desk.states[u] for u in desk.grassroots[upper]}
    folder = kept(desk)
    with Pieces(folder / f"{upper}.sqlite") as pieces:
        with pieces.transaction():
            for union_id in pieces.stale(current):
                found: dict[str, list[rows.Row]] = {}
                for innovation in _innovations(desk, union_id):
                    group = innovation.get("phase") or CONFIDENTIAL_MONTH
                    found.setdefault(group, []).append(flat.row(innovation))
                given = {f"csv/{group}": writer.lines(lines) for group, lines in found.items()}
                given |= {f"xlsx/{group}": sheet.lines(lines) for group, lines in found.items()}
                pieces.put(union_id, current[union_id], given)
        made = folder / f"{upper}.new"

        def as_csv(sort: str) -> Path:
            with made.open("wb") as file:
                file.write(writer.head())
                file.writelines(pieces.joined(sort))
            return made

        def as_xlsx(sort: str) -> Path:
            with made.open("wb") as file:
                xlsx.write(file, sheet, desk.snapshot.unions[upper].name, pieces.joined(sort))
            return made

        for group in groups(desk):
            for ending, write in (("csv", as_csv), ("xlsx", as_xlsx)):
                sort = f"{ending}/{group}"
                key = desk.fingerprint((), desk.union_digests[upper], pieces.state(sort))
                yield table_path(upper, group, ending), Draft(key, partial(write, sort))


def plan_database(desk: Desk) -> Iterator[tuple[str, str]]:
    """One part: it depends on everything, but asks again only the unions that changed."""
    yield "whole", desk.everything


def make_database(desk: Desk, name: str) -> Iterator[File]:
    """The database of everything."""
    innovations, authors, unions, figures, *words = tables = all_tables(desk)
    current = {union_id or WHOLE: state for union_id, state in desk.figure_states.items()}
    flat = rows.Flattener(innovations)
    owned = {table.name: table.key[0] for table in (innovations, authors, unions, figures)}
    made = kept(desk) / f"{_KEPT}.new"
    with PublicDatabase(kept(desk) / _KEPT, database.statements(tables), owned) as public_database:
        with public_database.transaction():
            for owner in public_database.stale(current):
                union_id = CITY if owner == WHOLE else owner
                given: dict[str, Iterable[rows.Row]] = {
                    database.insertion(unions): [union_row(desk, unions, union_id)],
                    database.insertion(figures): figure_rows(desk, figures, union_id),
                }
                if "/" in union_id:
                    found = list(_innovations(desk, union_id))
                    given[database.insertion(innovations)] = map(flat.row, found)
                    given[database.insertion(authors)] = rows.author_rows(found, public.AUTHOR)
                public_database.put(owner, current[owner], given)
            for table in words:
                lines = rows.word_rows(table, desk.programme)
                public_database.fill(table.name, database.insertion(table), lines)
        public_database.write(made)
    yield DATABASE, made


def all_tables(desk: Desk) -> tuple[columns.Table, ...]:
    """Every table of the database: innovations, authors, unions, figures, then words."""
    given = desk.sources
    return (
        columns.innovations(given), columns.authors(given), columns.unions(given), columns.figures(given),
        *columns.words(given),
    )  # fmt: skip


def union_row(desk: Desk, table: columns.Table, union_id: str) -> rows.Row:
    """The row of the table of unions for one of them, or for the whole."""
    if union_id == CITY:
        return rows.whole_row(table, desk.programme)
    return rows.union_row(table, public_union(desk, union_id))


def figure_rows(desk: Desk, table: columns.Table, union_id: str) -> Iterable[rows.Row]:
    """The rows of the table of figures for one union, or for the whole."""
    return rows.figure_rows(table, union_id, desk.snapshot.measures[union_id])


def public_union(desk: Desk, union_id: str) -> dict[str, Any]:
    """What of a union is public."""
    found = union_content(desk.store, union_id)
    return public.union(union_id, found, desk.programme.data["site_url"])


def kept(desk: Desk) -> Path:
    """Where contributions are kept, and files that are being made."""
    folder = desk.repository.state / "exports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def prune(desk: Desk) -> None:
    """Remove what is kept of upper-level unions that are gone."""
    known = {f"{upper}.sqlite" for upper in desk.grassroots}
    for path in kept(desk).glob("*.sqlite"):
        if path.name not in known:
            path.unlink()


def _innovations(desk: Desk, union_id: str) -> Iterator[dict[str, Any]]:
    fields = public.properties(desk.sources.innovation)
    found = contents(desk.store, union_id)
    return (public.innovation(i, data, fields, desk.programme) for i, data in found)
