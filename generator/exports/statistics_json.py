"""All figures as JSON: the city, every upper-level union, every grassroots union, per phase and in total."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.exports import API
from generator.exports.nested import Piece, pieces
from generator.pages.page import CITY, Snapshot
from generator.text import Text

PATH = f"{API}/statistics.json"
ABOUT = Text(
    "Số liệu của toàn danh mục, từng công đoàn cấp trên và từng công đoàn cơ sở",
    "Figures of the whole, every upper-level union and every grassroots union",
)


def statistics(snapshot: Snapshot) -> Iterator[Piece]:
    """The file in pieces; unions in alphabetical order of their names, null where a figure is unknown."""
    about = partial(_union, snapshot)
    return pieces(snapshot, {"city": snapshot.measures[CITY].to_json()}, about, about)


def _union(snapshot: Snapshot, union_id: str) -> dict[str, Any]:
    name = snapshot.unions[union_id].name
    return {"id": union_id, "name": name, **snapshot.measures[union_id].to_json()}
