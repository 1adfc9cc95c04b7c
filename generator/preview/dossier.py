"""What a reviewer's report is made of: changed files, findings, likenesses, and the figures that move.

Plain data, and what follows from it: the verdict and the labels. How it is gathered is the business of the
flow, how it reads that of `report`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.findings import Finding
from generator.rules import PERSONAL
from generator.schema import Schema
from generator.similarity import NOVELTY_THRESHOLD, Match
from generator.statistics import Figures

Verdict = Literal["ready", "needs-look", "needs-fix"]
Status = Literal["added", "changed", "removed"]
# Everything that a report may be labelled with; whoever acts on labels takes no others.
LABELS = (
    "ready", "needs-look", "needs-fix", "similar", "new-union", "personal-data", "beyond-submissions",
)  # fmt: skip
# Rules whose errors mean that something is public which must not be.
_PERSONAL = (PERSONAL, "image-metadata")


@dataclass(frozen=True)
class Edit:
    """One file that is new, different or gone. Data is None where there is none or it cannot be read.

    `was_at` is its earlier path where it was moved. A `secret` one has something that must not be
    published, and is not shown.
    """

    path: str
    status: Status
    schema: Schema
    before: Any = None
    after: Any = None
    was_at: str | None = None
    secret: bool = False

    @property
    def is_union(self) -> bool:
        return self.path.endswith("/union.yml")

    @property
    def is_data(self) -> bool:
        """Whether it has fields to show; photos have none."""
        return self.path.endswith(".yml")


@dataclass(frozen=True)
class Likeness:
    """An innovation of the proposal and the earlier ones that resemble it, with the titles of those by ID."""

    path: str
    title: str
    matches: tuple[Match, ...]
    titles: Mapping[str, str]

    @property
    def close(self) -> tuple[Match, ...]:
        """The matches that a person should look at."""
        return tuple(match for match in self.matches if match.score >= NOVELTY_THRESHOLD)


@dataclass(frozen=True)
class Shift:
    """The figures of one union (or of all) in one phase or in total, before and after.

    None where the union is new or gone.
    """

    union: str
    phase: Mapping[str, str]
    before: Figures | None
    after: Figures | None


@dataclass(frozen=True)
class Dossier:
    """Everything about one proposal. `beyond` are the changed paths outside submissions/."""

    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    shifts: tuple[Shift, ...] = ()
    beyond: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        return sum(1 for finding in self.findings if finding.severity == "error")

    @property
    def alike(self) -> int:
        """How many innovations resemble an earlier one closely."""
        return sum(1 for likeness in self.likenesses if likeness.close)

    @property
    def new_unions(self) -> int:
        return sum(1 for edit in self.edits if edit.is_union and edit.status == "added")

    @property
    def verdict(self) -> Verdict:
        """Errors are to be mended; what only a person can judge is to be looked at; the rest is ready."""
        if self.errors:
            return "needs-fix"
        removed = any(edit.status == "removed" for edit in self.edits)
        if self.findings or self.alike or self.new_unions or self.beyond or removed:
            return "needs-look"
        return "ready"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the proposal, out of LABELS and in their order."""
        personal = any(finding.rule.startswith(_PERSONAL) for finding in self.findings)
        found = {self.verdict: True, "similar": self.alike, "new-union": self.new_unions,
                 "personal-data": personal, "beyond-submissions": self.beyond}  # fmt: skip
        return tuple(name for name in LABELS if found.get(name))
