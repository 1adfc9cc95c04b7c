"""The JSON API of static files: what there is, the programme, the unions, and each union's innovations.

Version 1 keeps its paths and fields; more may be added. `statistics_json` belongs to it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.exports import API, LICENCE_ID, LICENCE_URL, DataFile, compact
from generator.exports.nested import Piece, pieces
from generator.model import Programme
from generator.pages.page import CITY, Snapshot
from generator.text import Text

VERSION = "1.0.0"
INDEX, PROGRAMME, UNIONS = (f"{API}/{name}.json" for name in ("index", "programme", "unions"))
OPENAPI = f"{API}/openapi.json"
# How a union's innovations begin and end in its file; between them every line is one innovation.
_BEFORE, _AFTER = b',"innovations":[\n', b"\n]}\n"
ABOUT = {
    INDEX: Text("Giao diện JSON: danh sách các tệp", "JSON API: what there is"),
    PROGRAMME: Text(
        "Chương trình: giai đoạn, chỉ tiêu, danh mục từ", "The programme: phases, targets, vocabularies"
    ),
    UNIONS: Text(
        "Các công đoàn, kèm đường dẫn tới sáng kiến của từng công đoàn cơ sở",
        "The unions, with the path to the innovations of each grassroots union",
    ),
    OPENAPI: Text("Mô tả giao diện JSON theo OpenAPI 3.1", "The JSON API in OpenAPI 3.1"),
}


def union_path(union_id: str) -> str:
    """Where the innovations of a grassroots union are."""
    return f"{API}/unions/{union_id}.json"


def union_file(union: Mapping[str, Any], upper_name: str, innovations: Iterable[bytes]) -> bytes:
    """A public grassroots union with its innovations, which come in as JSON, one line each."""
    upper = {"id": union["upper"], "name": upper_name}
    head = compact({"union": {**union, "upper": upper}})
    return head[:-1] + _BEFORE + b",\n".join(innovations) + _AFTER


def lines_of(content: bytes) -> bytes:
    """The innovations in a union's file as JSON Lines."""
    lines = content[content.index(_BEFORE) + len(_BEFORE) : -len(_AFTER)]
    # In JSON a line break stands between values only.
    return lines.replace(b",\n", b"\n") + b"\n" if lines else b""


def programme(given: Programme) -> bytes:
    """The programme as schema/programme.yml has it."""
    return compact(given.data)


def unions(
    snapshot: Snapshot, public: Callable[[str], Mapping[str, Any]], feeds: Mapping[str, str]
) -> Iterator[Piece]:
    """The unions in alphabetical order, in pieces. `public` gives a union, `feeds` the paths of feeds."""

    def upper(union_id: str) -> Mapping[str, Any]:
        return {**public(union_id), "innovations": _number(snapshot, union_id), "feed": feeds[union_id]}

    def grassroots(union_id: str) -> Mapping[str, Any]:
        return {**public(union_id), "innovations": _number(snapshot, union_id), "path": union_path(union_id)}

    return pieces(snapshot, {}, upper, grassroots)


def index(snapshot: Snapshot, files: Sequence[DataFile]) -> bytes:
    """What there is: name, day, licence, and the files with what they are about."""
    data = snapshot.programme.data
    return compact(
        {
            "version": VERSION,
            "name": data["site_name"],
            "programme": data["name"],
            "publisher": data["federation"]["name"],
            "as_of": snapshot.as_of.isoformat(),
            "innovations": _number(snapshot, CITY),
            "illustrative": bool(data.get("illustrative")),
            "licence": {"id": LICENCE_ID, "url": LICENCE_URL},
            "site": data["site_url"],
            "files": [
                {"path": f.path, "media_type": f.media_type, "about": {"vi": f.about.vi, "en": f.about.en}}
                for f in files
            ],
        }
    )


def _number(snapshot: Snapshot, union_id: str) -> int:
    return snapshot.measures[union_id].total.innovations
