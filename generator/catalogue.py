"""What rules across files look at: the paths of a catalogue, its unions, and a few facts of each entry.

How it is read is the business of the flows. It may be partial: when a few changed files are checked,
`paths` is still complete, while `unions` and `entries` hold only those that the change touches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.model import Data, Programme, Union


class EntryFacts(NamedTuple):
    """What of an innovation other files depend on: a tuple, since there are so many.

    `applied_on` is the day in ISO form, `images` are paths as written in its file.
    """

    applied_on: str
    images: tuple[str, ...] = ()

    @staticmethod
    def of(data: Data) -> "EntryFacts":
        """The facts of an innovation's data, which satisfies the schema."""
        images = tuple(image["file"] for image in data.get("images", ()))
        return EntryFacts(data["applied"]["on"], images)


@dataclass(frozen=True)
class Catalogue:
    """Paths are relative to the catalogue's root, with `/`. `unions` are by ID, `entries` by path."""

    programme: Programme
    paths: frozenset[str]
    unions: Mapping[str, Union] = field(default_factory=dict)
    entries: Mapping[str, EntryFacts] = field(default_factory=dict)

    @cached_property
    def folders(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the files in each folder that holds some."""
        folders: dict[str, list[str]] = {}
        for path in self.paths:
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, []).append(name)
        return {folder: tuple(names) for folder, names in folders.items()}
