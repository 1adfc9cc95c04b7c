"""A catalogue as peers get it: the same entries, with the names of what they point at put in.

What is derived here (phase, month, credited author) is a gift to the peers: they need not compute it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml import CSafeLoader

from generator.model import UNION_FILE, Innovation, Programme, Union
from generator.repository import Repository

LANGUAGE = "vi"


class _Loader(CSafeLoader):
    """Leaves dates as they are written, and takes no `on` for a truth value."""


_Loader.yaml_implicit_resolvers = {
    letter: [
        (tag, pattern)
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp") and (letter in "tTfF" or not tag.endswith(":bool"))
    ]
    for letter, resolvers in CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Catalogue:
    """The folder `root`, which `sangkien demo` has written."""

    root: Path

    @cached_property
    def programme(self) -> Programme:
        return Repository(self.root).game.programme

    @cached_property
    def unions(self) -> Mapping[str, Union]:
        """Every union by its ID, upper-level ones before those below them."""
        found = sorted((self.root / "submissions").glob(f"*/{UNION_FILE}"))
        found += sorted((self.root / "submissions").glob(f"*/*/{UNION_FILE}"))
        ids = (path.parent.relative_to(self.root / "submissions").as_posix() for path in found)
        return {
            union_id: Union.from_data(union_id, _load(path))
            for union_id, path in zip(ids, found, strict=True)
        }

    @cached_property
    def paths(self) -> list[Path]:
        """The entries' files, in order."""
        files = (self.root / "submissions").glob("*/*/*.yml")
        return sorted(path for path in files if path.name != UNION_FILE)

    def entries(self) -> Iterator[tuple[Innovation, dict[str, Any]]]:
        """Every entry, with its file's data."""
        for path in self.paths:
            data = _load(path)
            name = path.with_suffix("").relative_to(self.root / "submissions").as_posix()
            yield Innovation.from_data(name, data), data

    def name(self, vocabulary: str, word: str) -> str:
        """The short name of a word of the programme."""
        found: str = self.programme.vocabularies[vocabulary][word].short_name[LANGUAGE]
        return found

    def shown(self, entry: Innovation, data: Mapping[str, Any]) -> dict[str, Any]:
        """What the page of an entry shows, but for its title and its text."""
        phase = self.programme.phase_of(entry.applied_on)
        fields: dict[str, Any] = {
            "summary": entry.summary,
            "kind": entry.kind,
            "kind_name": self.name("kinds", entry.kind),
            "field": entry.field,
            "field_name": self.name("fields", entry.field),
            "phase": phase.id if phase else None,
            "phase_name": phase.name[LANGUAGE] if phase else None,
            "month": entry.month,
            "unit": self.unions[entry.grassroots_id].short_name,
            "upper": self.unions[entry.upper_id].short_name,
            "unit_type": self.unions[entry.grassroots_id].unit_type,
            "benefit": data["benefit"],
            "authors": data["authors"],
            "credited": entry.credited.name,
            "support_vnd": entry.grassroots_vnd,
            "supported": entry.supported,
            "confidential": entry.confidential,
        }
        if not entry.confidential:
            fields["recogniser"] = self.name("recognisers", entry.recognition["by"])
            copied = ("applied", "novelty", "recognition", "research", "registration", "report", "tags")
            fields |= {key: data[key] for key in copied if key in data}
        return {key: value for key, value in fields.items() if value is not None}

    def text(self, entry: Innovation) -> str:
        """The Markdown text of an entry's page."""
        return "" if entry.confidential else entry.description


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Loader)
    return loaded
