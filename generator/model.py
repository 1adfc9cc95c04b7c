"""The catalogue's nouns as frozen dataclasses, and how they are read from validated data.

Nothing here checks anything: data has passed the schema before it comes in. Dates are
`datetime.date`, money is whole VND, shares are per cent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any, Literal

from generator.text import fold

Data = Mapping[str, Any]

SUBMISSIONS = "submissions/"
UNION_FILE = "union.yml"
# A special file is a pipe, a socket or a device.
Mode = Literal["file", "executable", "symlink", "submodule", "special", "unreadable"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file below submissions/: its path from the catalogue's root, with `/`, and what kind of file it is.

    `size` is in bytes. A submodule has size 0.
    """

    path: str
    size: int = 0
    mode: Mode = "file"

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def is_union(self) -> bool:
        """Whether it is a union's own file."""
        return self.path.endswith("/" + UNION_FILE)

    @property
    def is_yaml(self) -> bool:
        return self.path.endswith(".yml")

    @property
    def has_contents(self) -> bool:
        """Whether it holds something itself, rather than lead elsewhere."""
        return self.mode in ("file", "executable")

    @property
    def union_id(self) -> str:
        """The union whose folder it lies in: `submissions/a/b/union.yml` → `a/b`."""
        return self.path.removeprefix(SUBMISSIONS).rpartition("/")[0]

    @property
    def entry_id(self) -> str:
        """`submissions/a/b/c.yml` → `a/b/c`, the identity of an innovation."""
        return self.path.removeprefix(SUBMISSIONS).removesuffix(".yml")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary of programme.yml, with its names per language."""

    id: str
    name: Data
    short_name: Data
    research: bool = False

    @staticmethod
    def from_data(data: Data) -> "Term":
        return Term(
            data["id"], data["name"], data.get("short_name", data["name"]), data.get("research", False)
        )


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the programme; both days belong to it."""

    id: str
    name: Data
    start: date
    end: date
    target: int

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    @property
    def months(self) -> tuple[str, ...]:
        """The months that the phase touches, as `2022-03`."""
        first = self.start.year * 12 + self.start.month - 1
        last = self.end.year * 12 + self.end.month - 1
        return tuple(f"{n // 12}-{n % 12 + 1:02}" for n in range(first, last + 1))


VOCABULARIES = (
    "kinds", "fields", "unit_types", "ownerships", "union_types", "research_levels", "recognisers",
)  # fmt: skip


@dataclass(frozen=True)
class Programme:
    """schema/programme.yml: the rules and words of the programme."""

    data: Data
    phases: tuple[Phase, ...]
    vocabularies: Mapping[str, Mapping[str, Term]]

    @staticmethod
    def from_data(data: Data) -> "Programme":
        phases = tuple(
            Phase(p["id"], p["name"], date.fromisoformat(p["from"]), date.fromisoformat(p["to"]), p["target"])
            for p in data["phases"]
        )
        words = {name: {word["id"]: Term.from_data(word) for word in data[name]} for name in VOCABULARIES}
        return Programme(data, tuple(sorted(phases, key=lambda p: p.start)), words)

    def phase(self, phase_id: str) -> Phase:
        """The phase with this ID."""
        return next(phase for phase in self.phases if phase.id == phase_id)

    def phase_of(self, day: date) -> Phase | None:
        """The phase that an application on `day` counts in."""
        return next((phase for phase in self.phases if day in phase), None)

    def phase_on(self, day: str) -> Phase | None:
        """The same for a day as text: year, month, day."""
        return self.phase_of(date.fromisoformat(day))

    @property
    def start(self) -> date:
        return self.phases[0].start

    @property
    def end(self) -> date:
        return max(phase.end for phase in self.phases)

    @property
    def participation_threshold(self) -> float:
        """The share of members (0–1) that every union should reach in each phase."""
        return float(self.data["participation_threshold_percent"]) / 100

    def participants_needed(self, members: int) -> int:
        """How many of so many members have to take part, so that the threshold is reached."""
        # Exactly: 7 % of 100 members are 7, which 100 * 0.07 is not.
        return ceil(members * Fraction(str(self.data["participation_threshold_percent"])) / 100)

    @property
    def upper_support_vnd(self) -> int:
        return int(self.data["support"]["upper_union_vnd"])

    @property
    def grassroots_support_max_vnd(self) -> int:
        return int(self.data["support"]["grassroots_union_max_vnd"])

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.data["languages"])

    def is_research(self, kind: str) -> bool:
        word = self.vocabularies["kinds"].get(kind)
        return word is not None and word.research


@dataclass(frozen=True, slots=True)
class Union:
    """An upper-level union (`id` is `hong-bang`) or a grassroots union (`hong-bang/cty-abc`)."""

    id: str
    name: str
    short_name: str
    members: Mapping[str, int]
    targets: Mapping[str, int]
    type: str | None = None
    unit_type: str | None = None
    ownership: str | None = None
    reviewers: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    aliases: tuple[str, ...] = ()
    illustrative: bool = False
    source: str | None = None

    @property
    def is_upper(self) -> bool:
        return "/" not in self.id

    @property
    def upper_id(self) -> str:
        return self.id.partition("/")[0]

    def active_in(self, phase: Phase) -> bool:
        """Whether there was such a union on a day of `phase`."""
        begun = self.valid_from is None or self.valid_from <= phase.end
        return begun and (self.valid_to is None or phase.start <= self.valid_to)

    @staticmethod
    def from_data(union_id: str, data: Data) -> "Union":
        valid = data.get("valid", {})
        return Union(
            union_id, data["name"], data.get("short_name", data["name"]),
            data.get("members", {}), data.get("targets", {}),
            data.get("type"), data.get("unit_type"), data.get("ownership"),
            tuple(data.get("reviewers", ())), _day(valid.get("from")), _day(valid.get("to")),
            data.get("successor"), tuple(data.get("aliases", ())),
            data.get("illustrative", False), data.get("source"),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Author:
    """An author as published: `name` is the consented name or the pseudonym."""

    name: str
    job: str
    share: float
    lead: bool = False
    pseudonym: bool = False

    @property
    def identity(self) -> str:
        """Same person within one grassroots union: the same name (or pseudonym), folded."""
        return f"{'?' if self.pseudonym else ''}{fold(self.name)}"


@dataclass(frozen=True, slots=True)
class Innovation:
    """One innovation. `id` is `<upper>/<grassroots>/<slug>`."""

    id: str
    title: str
    kind: str
    field: str
    summary: str
    authors: tuple[Author, ...]
    applied_on: date
    description: str
    benefit: Data
    recognition: Data
    applied: Data = default(default_factory=dict)
    novelty: str | None = None
    research: Data | None = None
    registration: Data | None = None
    report: Data | None = None
    grassroots_vnd: int = 0
    confidential: bool = False
    images: tuple[Data, ...] = ()
    tags: tuple[str, ...] = ()

    @staticmethod
    def from_data(innovation_id: str, data: Data) -> "Innovation":
        authors = tuple(
            Author(
                a.get("name") or a.get("alias") or "", a["job"], a["share"],
                a.get("lead", False), "name" not in a,
            )
            for a in data["authors"]
        )  # fmt: skip
        return Innovation(
            innovation_id, data["title"], data["kind"], data["field"], data["summary"], authors,
            date.fromisoformat(data["applied"]["on"]), data["description"], data["benefit"],
            data["recognition"], data["applied"], data.get("novelty"), data.get("research"),
            data.get("registration"), data.get("report"),
            data.get("support", {}).get("grassroots_vnd", 0), data.get("confidential", False),
            tuple(data.get("images", ())), tuple(data.get("tags", ())),
        )  # fmt: skip

    @property
    def grassroots_id(self) -> str:
        return self.id.rpartition("/")[0]

    @property
    def upper_id(self) -> str:
        return self.id.partition("/")[0]

    @property
    def month(self) -> str:
        return f"{self.applied_on.year}-{self.applied_on.month:02}"

    @property
    def benefit_vnd(self) -> int | None:
        """The benefit in money, None where only a social benefit is given."""
        return self.benefit.get("money_vnd")

    @property
    def credited(self) -> Author:
        """Whom the innovation is credited to: the project lead, else the highest share, ties to the first.

        Source: the programme's announcement of 25 January 2022; the tie is this project's choice.
        """
        return next((a for a in self.authors if a.lead), None) or max(self.authors, key=lambda a: a.share)

    @property
    def supported(self) -> bool:
        """Whether the upper-level union owes its support: registered, approved and reported."""
        registered = self.registration or {}
        return bool(registered.get("approved_on")) and self.report is not None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
