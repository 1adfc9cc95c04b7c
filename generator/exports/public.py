"""What of an innovation and of a union is public: the one gate through which all open data passes.

People are published as pages show them – name or pseudonym, job, share – and a confidential innovation
with what its page shows. Everything else of an innovation's file is public, whatever fields it has.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import Data, Innovation, Programme

# Who gave consent, and when, stays in the file; so do the people who review a union's innovations.
AUTHOR = ("name", "job", "share")
UNION_PRIVATE = frozenset({"reviewers"})
# Fields of a confidential innovation. Its unit is known by its ID.
CONFIDENTIAL = frozenset({"title", "field", "summary", "authors", "benefit", "confidential"})


def innovation(innovation_id: str, data: Data, fields: Sequence[str], programme: Programme) -> dict[str, Any]:
    """The public innovation: its ID, page, union and phase, then those of `fields` that it has.

    `data` is the innovation's file, which satisfies the schema; `fields` are the schema's, in its order.
    """
    site = programme.data["site_url"]
    union_id = innovation_id.rpartition("/")[0]
    url = f"{site}sang-kien/{innovation_id}.html"
    found: dict[str, Any] = {"id": innovation_id, "url": url, "union": union_id}
    confidential = data.get("confidential", False)
    if not confidential:
        phase = programme.phase_on(data["applied"]["on"])
        found["phase"] = phase.id if phase else None
    for field in fields:
        if field in data and (not confidential or field in CONFIDENTIAL):
            found[field] = data[field]
    found["authors"] = _authors(innovation_id, data)
    if "images" in found:
        base = f"{site}sang-kien/{union_id}/"
        found["images"] = [{**image, "url": base + image["file"]} for image in found["images"]]
    return found


def _authors(innovation_id: str, data: Data) -> list[dict[str, Any]]:
    people = data["authors"]
    credited = 0
    if len(people) > 1:
        known = Innovation.from_data(innovation_id, data)
        credited = known.authors.index(known.credited)
    return [
        {
            "name": person.get("name") or person["alias"],
            "job": person["job"],
            "share": person["share"],
            "credited": number == credited,
        }
        for number, person in enumerate(people)
    ]


def union(union_id: str, data: Data, site: str) -> dict[str, Any]:
    """The public union: its ID, its page, the upper-level union if it is below one, its file's fields."""
    found: dict[str, Any] = {"id": union_id, "url": f"{site}don-vi/{union_id}/index.html"}
    if "/" in union_id:
        found["upper"] = union_id.partition("/")[0]
    found.update((key, value) for key, value in data.items() if key not in UNION_PRIVATE)
    return found


def properties(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of a schema of innovations, in its order."""
    return tuple(schema["properties"])
