"""All figures as JSON: the city, every upper-level union, every grassroots union, per phase and in total."""

import json
from typing import Any

from generator.exports import DataFile
from generator.pages.page import CITY, Snapshot
from generator.pages.standing import grassroots_ids, upper_ids
from generator.text import Text

PATH = "api/v1/statistics.json"


def export(snapshot: Snapshot) -> DataFile:
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
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    about = Text(
        "Số liệu của thành phố, từng công đoàn cấp trên và từng công đoàn cơ sở",
        "Figures of the city, every upper-level union and every grassroots union",
    )
    return DataFile(PATH, "JSON", about, content)


def _union(snapshot: Snapshot, union_id: str) -> dict[str, Any]:
    name = snapshot.unions[union_id].name
    return {"id": union_id, "name": name, **snapshot.measures[union_id].to_json()}
