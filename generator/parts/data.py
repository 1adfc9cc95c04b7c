"""Open data about the whole, as parts: the JSON API's general files, and the page that lists everything.

Sizes are known only when files are made, so the page comes last, together with the files that are put
together from others.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from generator.exports import (
    FOLDER,
    DataFile,
    api,
    atom,
    columns,
    compact,
    database,
    json_ld,
    openapi,
    packages,
    rows,
    spacious,
    statistics_json,
)  # fmt: skip
from generator.pages.overview import UnionData, open_data
from generator.pages.page import CITY
from generator.pages.standing import upper_ids
from generator.pages.widget import widget_path
from generator.parts.desk import Desk, File
from generator.parts.tables import (
    DATABASE,
    all_tables,
    figure_rows,
    groups,
    in_order,
    kept,
    prune,
    public_union,
    table_path,
    union_row,
)  # fmt: skip
from generator.splice import Run, splice
from generator.text import Text

_CSV, _LINES = f"{FOLDER}/sang-kien.csv", f"{FOLDER}/sang-kien.jsonl"
_UNIONS, _FIGURES = f"{FOLDER}/cong-doan.csv", f"{FOLDER}/so-lieu.csv"
_DATASETTE = f"{FOLDER}/metadata.json"
_BLOCK = 1 << 20
_TYPES = {
    "CSV": "text/csv", "JSON Lines": "application/x-ndjson", "SQLite": "application/vnd.sqlite3",
    "JSON": "application/json", "Atom": "application/atom+xml",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def plan_api(desk: Desk) -> Iterator[tuple[str, str]]:
    """The general files of the JSON API."""
    yield "figures", desk.everything
    yield "unions", desk.everything
    yield "rules", desk.base


def make_api(desk: Desk, name: str) -> Iterator[File]:
    """Figures; unions; or the programme and the API's description."""
    if name == "figures":
        yield _spliced(desk, statistics_json.PATH, _named(desk, statistics_json.statistics(desk.snapshot)))
    elif name == "unions":
        feeds = {upper: atom.feed_path(upper) for upper in desk.grassroots}
        pieces = api.unions(desk.snapshot, partial(public_union, desk), feeds)
        yield _spliced(desk, api.UNIONS, _named(desk, pieces))
    else:
        yield api.PROGRAMME, api.programme(desk.programme)
        yield api.OPENAPI, compact(openapi.document(desk.sources))


def plan_data(desk: Desk) -> Iterator[tuple[str, str]]:
    """One part: it shows the size of everything."""
    yield "page", desk.fingerprint(("open_data.html",), desk.everything)


def make_data(desk: Desk, name: str) -> Iterator[File]:
    """The files of the whole catalogue, what describes them, and the page."""
    prune(desk)
    sizes: dict[str, int] = {}
    for path, content in _joined(desk):
        sizes[path] = len(content) if isinstance(content, bytes) else content.stat().st_size
        yield path, content
    tables = all_tables(desk)
    in_csv = [table for table in tables if table.name in _IN_CSV]
    for table in in_csv:
        yield packages.schema_path(table), spacious(packages.table_schema(table))
    yield _DATASETTE, spacious(database.metadata(tables, desk.programme))
    files = list(_files(desk, sizes))
    per_union = {upper: list(_union_files(desk, upper)) for upper in upper_ids(desk.snapshot)}
    listed = [*files, *(file for found in per_union.values() for file in found)]
    yield packages.DATA_PACKAGE, spacious(packages.data_package(desk.programme, in_csv, listed))
    yield packages.CATALOGUE, spacious(packages.catalogue(desk.snapshot, files))
    yield api.INDEX, api.index(desk.snapshot, files)
    unions = [
        UnionData(desk.snapshot.unions[u], tuple(found), atom.feed_path(u), widget_path(u))
        for u, found in per_union.items()
    ]
    for language in desk.languages:
        root = "../" if language == "vi" else "../../"
        described = json_ld.data_set(desk.snapshot, files, root, language)
        yield from desk.render([open_data(desk.snapshot, files, unions, in_csv, described, language)])


def _joined(desk: Desk) -> Iterator[tuple[str, bytes | Path]]:
    """What is put together from the files of unions, which lie in the next folder, or is small."""
    innovations, _, unions, figures, *_ = all_tables(desk)
    head = rows.Writer(innovations.columns).head()
    made = kept(desk) / "sang-kien.csv.new"
    with made.open("wb") as file:
        file.write(head)
        for path in (table_path(u, g, "csv") for u in in_order(desk.grassroots) for g in groups(desk)):
            with (desk.stage / path).open("rb") as part:
                part.seek(len(head))
                while block := part.read(_BLOCK):
                    file.write(block)
    yield _CSV, made
    yield _spliced(desk, _LINES, _lines(desk))
    yield _spliced(desk, _UNIONS, _table(desk, unions, lambda u: [union_row(desk, unions, u)]))
    yield _spliced(desk, _FIGURES, _table(desk, figures, lambda u: figure_rows(desk, figures, u)))


def _spliced(desk: Desk, path: str, runs: Iterable[Run]) -> tuple[str, Path]:
    """A file that is made of runs, those that did not change taken from its last making."""
    name = path.rpartition("/")[2]
    made = kept(desk) / f"{name}.new"
    splice(desk.stage / path, kept(desk) / f"{name}.json", made, runs)
    return path, made


def _named(desk: Desk, pieces: Iterable[Run]) -> Iterator[Run]:
    """Pieces that bear the names of grassroots unions as runs."""
    return ((f"{owner} {desk.states[owner]}" if owner else "", make) for owner, make in pieces)


def _lines(desk: Desk) -> Iterator[Run]:
    """The innovations of each grassroots union as lines, from its file of the JSON API."""

    def read(union_id: str) -> bytes:
        return api.lines_of((desk.stage / api.union_path(union_id)).read_bytes())

    below = in_order(u for own in desk.grassroots.values() for u in own)
    return _named(desk, ((union_id, partial(read, union_id)) for union_id in below))


def _table(desk: Desk, table: columns.Table, found: Callable[[str], Iterable[rows.Row]]) -> Iterator[Run]:
    """A table with rows for the whole and for each union, as CSV."""
    writer = rows.Writer(table.columns)
    yield "", writer.head
    unions, states = desk.snapshot.unions, desk.figure_states
    for union_id in (CITY, *in_order(unions)):
        # The name of a union's successor stands beside its ID.
        successor = unions[union_id].successor if union_id else None
        name = f"{union_id} {states[union_id]} {states.get(successor or '') if successor else ''}"
        yield name, partial(_written, writer, found, union_id)


def _written(writer: rows.Writer, found: Callable[[str], Iterable[rows.Row]], union_id: str) -> bytes:
    return writer.lines(found(union_id))


def _files(desk: Desk, sizes: dict[str, int]) -> Iterator[DataFile]:
    """The files about the whole, in the order of the page."""
    for path, kind, about, table in _WHOLE:
        size = sizes[path] if path in sizes else (desk.stage / path).stat().st_size
        yield DataFile(path, kind, _TYPES[kind], about, size, table)


def _union_files(desk: Desk, upper: str) -> Iterator[DataFile]:
    """The tables of an upper-level union."""
    name = desk.snapshot.unions[upper].short_name
    for group in groups(desk):
        phase = next((phase.name for phase in desk.programme.phases if phase.id == group), None)
        words = Text(phase["vi"], phase.get("en", phase["vi"])) if phase else _CONFIDENTIAL
        about = Text(f"{name}: {words.vi}", f"{name}: {words.en}")
        for kind, ending in (("CSV", "csv"), ("XLSX", "xlsx")):
            path = table_path(upper, group, ending)
            size = (desk.stage / path).stat().st_size
            yield DataFile(path, kind, _TYPES[kind], about, size, columns.INNOVATIONS)


_CONFIDENTIAL = Text("sáng kiến giữ kín nội dung", "confidential innovations")
_WHOLE = (
    (_CSV, "CSV", Text(
        "Mọi sáng kiến trong một bảng, mở được bằng Excel", "All innovations in one table, which Excel opens"
    ), columns.INNOVATIONS),
    (_LINES, "JSON Lines", Text(
        "Mọi sáng kiến, cả phần mô tả; mỗi dòng một sáng kiến",
        "All innovations with their descriptions, one a line",
    ), None),
    (DATABASE, "SQLite", Text(
        "Cơ sở dữ liệu: sáng kiến, tác giả, công đoàn, số liệu",
        "Database of innovations, authors, unions and figures",
    ), None),
    (_UNIONS, "CSV", Text(
        "Công đoàn cấp trên và cơ sở", "Upper-level and grassroots unions"
    ), columns.UNIONS),
    (_FIGURES, "CSV", Text(
        "Số liệu từng đơn vị theo giai đoạn", "Figures of each union, per phase"
    ), columns.FIGURES),
    (api.PROGRAMME, "JSON", api.ABOUT[api.PROGRAMME], None),
    (statistics_json.PATH, "JSON", statistics_json.ABOUT, None),
    (api.UNIONS, "JSON", api.ABOUT[api.UNIONS], None),
    (api.OPENAPI, "JSON", api.ABOUT[api.OPENAPI], None),
    (atom.WHOLE_FEED, "Atom", Text("Nguồn tin: sáng kiến mới nhất", "Feed of the newest innovations"), None),
)  # fmt: skip
_IN_CSV = {table for _, _, _, table in _WHOLE if table}
