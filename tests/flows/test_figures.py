"""Every figure of statistics.json, counted again from the YAML files by other code than `statistics`."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.flows.demo import run as demo
from tests.catalogues import ROOT, build_site, golden_catalogue, own_catalogue

_DASHED = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}


def read(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def folded(name: str) -> str:
    import unicodedata

    plain = "".join(_DASHED.get(c, c) for c in name.lower())
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def credited(data: Any) -> str:
    """Who an innovation is credited to: the lead, else the highest share, ties to the first listed."""
    best = next((a for a in data["authors"] if a.get("lead") == "true"), None)
    if best is None:
        highest = max(float(a["share"]) for a in data["authors"])
        best = next(a for a in data["authors"] if float(a["share"]) == highest)
    return folded(best["name"]) if "name" in best else "alias " + folded(best["alias"])


def figures(entries: list[Any], target: int | None, members: int | None, programme: Any, authors: int) -> Any:
    """F of the contract for these innovations; `authors` was counted per grassroots union."""
    due = [e for e in entries if e.get("registration", {}).get("approved_on") and "report" in e]
    money = [int(e["benefit"]["money_vnd"]) for e in entries if "money_vnd" in e["benefit"]]
    return {
        "innovations": len(entries), "target": target,
        "progress": None if not target else round(len(entries) / target, 6),
        "authors": authors, "members": members,
        "participation": None if not members else round(authors / members, 6),
        "benefit_vnd": sum(money), "social_only": len(entries) - len(money),
        "support_due_vnd": len(due) * int(programme["support"]["upper_union_vnd"]),
        "support_grassroots_vnd": sum(int(e.get("support", {}).get("grassroots_vnd", 0)) for e in entries),
        "by_kind": dict(Counter(e["kind"] for e in entries)),
        "by_field": dict(Counter(e["field"] for e in entries)),
        "by_month": dict(Counter(e["applied"]["on"][:7] for e in entries)),
        "by_unit_type": dict(Counter(e["unit_type"] for e in entries if e["unit_type"])),
        "by_ownership": dict(Counter(e["ownership"] for e in entries if e["ownership"])),
        "by_benefit": dict(Counter(map(benefit_class, entries))),
    }  # fmt: skip


def benefit_class(entry: Any) -> str:
    """The class of an innovation's benefit, by the least amount of the class."""
    if "money_vnd" not in entry["benefit"]:
        return "social"
    amount = int(entry["benefit"]["money_vnd"])
    return str(10**9 if amount >= 10**9 else 10**8 if amount >= 10**8 else 0)


def recount(root: Path, left_out: set[str]) -> dict[str, Any]:
    """Every union's M of the contract, by ID; the city's under ''."""
    programme = read(root / "schema" / "programme.yml")
    phases = programme["phases"]
    entries: dict[str, list[Any]] = {}
    own: dict[str, Any] = {}
    for path in sorted((root / "submissions").rglob("*.yml")):
        name = path.relative_to(root).as_posix()
        folder = path.parent.relative_to(root / "submissions").as_posix()
        if path.name == "union.yml":
            own[folder] = read(path)
        elif name not in left_out:
            entries.setdefault(folder, []).append(read(path))
    for folder, found in entries.items():
        for entry in found:
            entry["unit_type"], entry["ownership"] = (
                own[folder].get("unit_type"),
                own[folder].get("ownership"),
            )
    below = {u: [u] if "/" in u else [g for g in own if g.startswith(f"{u}/")] for u in own}
    below[""] = [g for g in own if "/" in g]
    result = {}
    for union, folders in below.items():
        result[union] = _measure(union, folders, entries, own, programme, phases)
    return result


def _measure(union: str, folders: list[str], entries: Any, own: Any, programme: Any, phases: Any) -> Any:
    def number(key: str, phase: Any) -> int | None:
        if union == "":
            if key == "targets":
                return int(phase["target"])
            given = programme["federation"].get("members", {}).get(phase["id"])
            uppers = [o.get("members", {}).get(phase["id"]) for u, o in own.items() if "/" not in u]
            return int(given) if given else None if None in uppers else sum(map(int, uppers))
        given = own[union].get(key, {}).get(phase["id"])
        return None if given is None else int(given)

    per_phase, targets, members = {}, [], []
    for phase in phases:
        chosen = {
            f: [e for e in entries.get(f, ()) if phase["from"] <= e["applied"]["on"] <= phase["to"]]
            for f in folders
        }
        people = sum(len({credited(e) for e in found}) for found in chosen.values())
        targets.append(number("targets", phase))
        members.append(number("members", phase))
        everything = [e for found in chosen.values() for e in found]
        per_phase[phase["id"]] = figures(everything, targets[-1], members[-1], programme, people)
    people = sum(len({credited(e) for e in entries.get(f, ())}) for f in folders)
    everything = [e for f in folders for e in entries.get(f, ())]
    target = None if None in targets else sum(t for t in targets if t is not None)
    latest = next((m for m in reversed(members) if m is not None), None)
    return {"phases": per_phase, "total": figures(everything, target, latest, programme, people)}


def compare(root: Path) -> None:
    left_out = {finding.path for finding in build_site(root).survey.errors}
    published = json.loads((root / "public/api/v1/statistics.json").read_bytes())
    expected = recount(root, left_out)
    assert published["city"] == expected.pop("")
    for upper in published["unions"]:
        for union in (upper, *upper["grassroots"]):
            found = {key: union[key] for key in ("phases", "total")}
            assert found == expected.pop(union["id"]), union["id"]
    assert not expected, "unions without figures"


def test_the_catalogue(tmp_path: Path) -> None:
    compare(own_catalogue(tmp_path))


def test_the_golden_catalogue(tmp_path: Path) -> None:
    compare(golden_catalogue(tmp_path))


@pytest.mark.parametrize("seed", [1, 2])
def test_synthetic_catalogues(seed: int, tmp_path: Path) -> None:
    demo(ROOT, 400, seed, tmp_path / "demo", lambda done, of: None)
    compare(tmp_path / "demo")
