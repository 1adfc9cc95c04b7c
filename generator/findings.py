"""Findings: problems in people's files, as data.

What a rule yields is a `Problem` (where in the document, in words); the driver turns it into a
`Finding` (which file, line and column). How findings are shown belongs to the room `report`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from generator.text import Text

Severity = Literal["error", "warning"]
Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found, before its place is known.

    `at` is a path into the document (keys and list indexes). `on_key` points at the key instead of
    the value. `offset` (in characters of the text) or `line`/`column` (from 1) override `at`.
    """

    message: Text
    hint: Text
    at: Pointer = ()
    on_key: bool = False
    offset: int | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in one file. Lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: Text
    hint: Text

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key of every list of findings: by path, line, column, then rule."""
        return self.path, self.line, self.column, self.rule


@dataclass(frozen=True)
class Validation:
    """What a check found: the findings in their order, and the paths of the files that were looked at."""

    findings: tuple[Finding, ...]
    checked: tuple[str, ...]

    def within(self, places: Collection[str]) -> "Validation":
        """Only what concerns these files and folders; `.` is everything."""
        heads = tuple(f"{place}/" for place in places)

        def covered(path: str) -> bool:
            return path in places or path.startswith(heads) or "." in places

        findings = tuple(finding for finding in self.findings if covered(finding.path))
        return Validation(findings, tuple(filter(covered, self.checked)))

    def plus(self, findings: Iterable[Finding]) -> "Validation":
        """With these findings among the others."""
        merged = sorted((*self.findings, *findings), key=lambda finding: finding.order)
        return Validation(tuple(merged), self.checked)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors
