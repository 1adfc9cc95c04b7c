"""Tables of open data and their columns: names, words and types, from the schemas.

A schema's field is a column, named by its place: `applied.on` is `applied_on`. Only what no schema has –
IDs, addresses, who is credited, figures – gets its words here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.exports.public import AUTHOR, UNION_PRIVATE
from generator.model import VOCABULARIES, Programme
from generator.schema import Schema, help_text, label
from generator.statistics import SUPPORT_DUE, SUPPORT_SPENT, TOTAL, Figures
from generator.text import Text

# A text that may be longer than this is no table's: it is in the files that hold whole innovations.
_LONGEST_CELL = 2000
_NO_TEXT = Text("", "")

INNOVATIONS, AUTHORS, UNIONS, FIGURES, PHASES = "innovations", "authors", "unions", "figures", "phases"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `type` is string, integer, number, boolean or date.

    `path` leads to its value in a public innovation or union; without one the value is computed.
    `words` are what codes stand for, `references` the table that has them.
    """

    name: str
    label: Text
    about: Text = _NO_TEXT
    type: str = "string"
    path: tuple[str, ...] = ()
    words: Mapping[str, str] | None = None
    references: str | None = None

    @property
    def unit(self) -> str | None:
        """The unit of amounts of money, whose names say it."""
        return "VND" if self.name.endswith("_vnd") else None


@dataclass(frozen=True)
class Table:
    """A table. `key` are the columns that name a row, `caption` the one that shows it to people."""

    name: str
    label: Text
    about: Text
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    caption: str | None = None
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sources:
    """What columns are derived from: the effective schemas, the programme, the names of unions."""

    innovation: Schema
    upper: Schema
    grassroots: Schema
    programme_schema: Schema
    programme: Programme
    union_names: Mapping[str, str]

    def names(self, vocabulary: str) -> dict[str, str]:
        """The Vietnamese names of a vocabulary's words."""
        return {word.id: word.name["vi"] for word in self.programme.vocabularies[vocabulary].values()}

    @property
    def phase(self) -> Column:
        """The column that says in which phase an innovation counts."""
        names = {phase.id: phase.name["vi"] for phase in self.programme.phases}
        words = _words(self.programme_schema["properties"]["phases"])
        return Column("phase", *words, words=names, references=PHASES)


def innovations(sources: Sources) -> Table:
    """One row for each innovation."""
    columns = [
        Column("id", *_ID, path=("id",)),
        Column("upper_union", label(sources.upper), _FOLDER, words=sources.union_names, references=UNIONS),
        Column(
            "grassroots_union",
            label(sources.grassroots),
            _FOLDER,
            words=sources.union_names,
            references=UNIONS,
        ),
        sources.phase,
    ]
    for path, schema in _leaves(sources.innovation):
        if schema.get("maxLength", 0) <= _LONGEST_CELL:
            columns.append(_column(path, schema, sources))
            if path == ("authors",):
                columns.append(Column("credited_author", *_CREDITED))
    columns.append(Column("url", *_URL, path=("url",)))
    facets = ("upper_union", "phase", "kind", "field")
    return Table(INNOVATIONS, *_words(sources.innovation), tuple(columns), caption="title", facets=facets)


def authors(sources: Sources) -> Table:
    """One row for each author of each innovation."""
    schema = sources.innovation["properties"]["authors"]
    person = schema["items"]["properties"]
    columns = (
        Column("innovation", label(sources.innovation), references=INNOVATIONS),
        Column("position", _POSITION, type="integer"),
        *(_column((key,), person[key], sources) for key in AUTHOR),
        Column("credited", *_IS_CREDITED, type="boolean"),
    )
    return Table(AUTHORS, *_words(schema), columns, ("innovation", "position"), "name")


def unions(sources: Sources) -> Table:
    """One row for each union, upper-level or grassroots, and one for the whole."""
    columns = [
        Column("id", *_UNION_ID, path=("id",)),
        Column("upper", label(sources.upper), _FOLDER, path=("upper",), references=UNIONS),
    ]
    known = {"id", "upper", *UNION_PRIVATE}
    for schema in (sources.upper, sources.grassroots):
        for path, part in _leaves(schema):
            column = _column(path, part, sources)
            # Lists are not for cells, and what there is for each phase stands among the figures.
            if part.get("type") != "array" and "x-keys" not in part and column.name not in known:
                known.add(column.name)
                columns.append(column)
    columns.append(Column("url", *_URL, path=("url",)))
    facets = ("upper", "type", "unit_type", "ownership")
    return Table(UNIONS, *_UNIONS, tuple(columns), caption="short_name", facets=facets)


def figures(sources: Sources) -> Table:
    """One row for each union and phase, and one for each union's total."""
    phase = sources.phase
    words = {**(phase.words or {}), TOTAL: _ALL_PHASES}
    columns = [
        Column("union", *_UNION_ID, words=sources.union_names, references=UNIONS),
        Column("phase", phase.label, _TOTAL, words=words),
    ]
    for name in Figures().to_json():
        if name in FIGURE_WORDS:
            kind = "number" if name in RATIOS else "integer"
            columns.append(Column(name, FIGURE_WORDS[name], type=kind))
    return Table(FIGURES, *_FIGURES, tuple(columns), ("union", "phase"))


def words(sources: Sources) -> tuple[Table, ...]:
    """The tables of what codes stand for: each vocabulary, and the phases."""
    parts = sources.programme_schema["properties"]
    columns = (Column("id", _CODE), Column("name", _NAME), Column("name_en", _ENGLISH_NAME))
    tables = [Table(v, *_words(parts[v]), columns, caption="name") for v in VOCABULARIES]
    phase = parts["phases"]["items"]["properties"]
    more = (
        *(Column(key, *_words(phase[key]), type="date") for key in ("from", "to")),
        Column("target", *_words(phase["target"]), type="integer"),
    )
    return (*tables, Table(PHASES, *_words(parts["phases"]), (*columns, *more), caption="name"))


def _column(path: tuple[str, ...], schema: Schema, sources: Sources) -> Column:
    vocabulary = schema.get("x-vocabulary")
    kind = "date" if schema.get("format") == "date" else schema.get("type", "string")
    return Column(
        "_".join(path), *_words(schema), "string" if kind == "array" else kind, path,
        sources.names(vocabulary) if vocabulary else None, vocabulary,
    )  # fmt: skip


def _leaves(schema: Schema, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The fields that hold values, with the way to each: those of objects are entered, lists are not."""
    for key, part in schema["properties"].items():
        if part.get("type") == "object" and "x-keys" not in part:
            yield from _leaves(part, (*path, key))
        else:
            yield (*path, key), part


def _words(schema: Schema) -> tuple[Text, Text]:
    return label(schema), help_text(schema)


_ID = (
    Text("Mã sáng kiến", "ID"),
    Text(
        "Công đoàn cấp trên, công đoàn cơ sở và tên tệp; không thay đổi.",
        "Upper-level union, grassroots union and name of the file; it stays the same.",
    ),
)
_UNION_ID = (
    Text("Mã công đoàn", "Union"),
    Text("Tên thư mục của công đoàn; _all là toàn danh mục.", "The union’s folder; _all is the whole."),
)
_URL = (
    Text("Địa chỉ trang", "Page"),
    Text(
        "Nếu không bắt đầu bằng https thì tính từ gốc của trang web.",
        "Relative to the site’s root where it does not start with https.",
    ),
)
_CREDITED = (
    Text("Tác giả được ghi nhận", "Credited author"),
    Text(
        "Người chủ trì, nếu không có thì người đóng góp nhiều nhất; bằng nhau thì người ghi trước.",
        "The project lead, else the author with the highest share; the first listed where shares tie.",
    ),
)
_IS_CREDITED = (
    Text("Được ghi nhận", "Credited"),
    Text("Mỗi sáng kiến ghi nhận cho một người.", "Each innovation is credited to one person."),
)
_UNIONS = (
    Text("Công đoàn", "Unions"),
    Text(
        "Công đoàn cấp trên, công đoàn cơ sở và toàn danh mục.",
        "Upper-level unions, grassroots unions, and the whole.",
    ),
)
_FIGURES = (
    Text("Số liệu", "Figures"),
    Text(
        "Số liệu của từng đơn vị theo giai đoạn và cả chương trình; để trống là chưa có số liệu.",
        "Figures of each union, per phase and in total; empty where unknown.",
    ),
)
_FOLDER = Text("Mã là tên thư mục của công đoàn.", "The code is the union’s folder.")
_POSITION = Text("Thứ tự", "Position")
_TOTAL = Text("total là cả chương trình.", "total is the whole programme.")
_ALL_PHASES = "Cả chương trình"
_CODE, _NAME, _ENGLISH_NAME = Text("Mã", "Code"), Text("Tên", "Name"), Text("Tên tiếng Anh", "English name")
RATIOS = ("progress", "participation")
# The figures that are one number, in words; those by kind, field or month are counted from the innovations.
FIGURE_WORDS = {
    "innovations": Text("Sáng kiến", "Innovations"),
    "target": Text("Chỉ tiêu", "Target"),
    "progress": Text("Tỷ lệ so với chỉ tiêu (1 là đủ)", "Share of the target (1 is all of it)"),
    "authors": Text("Tác giả được ghi nhận, mỗi người tính một lần", "Distinct credited authors"),
    "members": Text("Số đoàn viên", "Members"),
    "participation": Text("Tỷ lệ tác giả trên đoàn viên (1 là tất cả)", "Authors as a share of the members"),
    "benefit_vnd": Text("Làm lợi bằng tiền (đồng)", "Benefit in money (VND)"),
    "social_only": Text("Sáng kiến chỉ có lợi ích xã hội", "Innovations with social benefit only"),
    "support_due_vnd": Text(f"{SUPPORT_DUE.vi} (đồng)", f"{SUPPORT_DUE.en} (VND)"),
    "support_grassroots_vnd": Text(f"{SUPPORT_SPENT.vi} (đồng)", f"{SUPPORT_SPENT.en} (VND)"),
}
