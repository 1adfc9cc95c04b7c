"""All figures as JSON: the city, every upper-level union, every grassroots union, per phase and in total."""

from typing import Any

from generator.exports import API, compact
from generator.pages.page import CITY, Snapshot
from generator.pages.standing import grassroots_ids, upper_ids
from generator.text import Text

PATH = f"{API}/statistics.json"
ABOUT = Text(
    "Số liệu của thành phố, từng công đoàn cấp trên và từng công đoàn cơ sở",
    "Figures of the city, every upper-level union and every grassroots union",
)


def statistics(snapshot: Snapshot) -> bytes:
    """The file; unions in alphabetical order of their names, null where a figure is unknown."""
    data = {
        "city": snapshot.measures[CITY].to_json(),
        "unions": [
            {
                **_union(snapshot, upper),
                "grassroots": [_union(snapshot, g) for g in grassroots_ids(snapshot, upper)],
            }
            for upper in upper_ids(snapshot)
        ],
    }
    return compact(data)


def _union(snapshot: Snapshot, union_id: str) -> dict[str, Any]:
    name = snapshot.unions[union_id].name
    return {"id": union_id, "name": name, **snapshot.measures[union_id].to_json()}
