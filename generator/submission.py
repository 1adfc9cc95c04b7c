"""The file that the answers of an interview make, and which answers the errors in it are about. Pure.

The rules alone say what is wrong, also of a file that is not complete yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator import inspection
from generator.catalogue import Catalogue, EntryFacts
from generator.document import Document, dump
from generator.findings import Finding, Pointer
from generator.interview import DESCRIPTION, GRASSROOTS, UPPER, Interview
from generator.model import SUBMISSIONS, UNION_FILE, SourceFile
from generator.questions import Answers, assign, ordered
from generator.text import slugify

# How long a name may be that leaves room for a number behind it.
_SHORTER = 70


@dataclass(frozen=True)
class Fault:
    """An error. Where it is `exact`, it lies in the answer at `pointer`, otherwise in all that is there."""

    pointer: Pointer
    exact: bool
    finding: Finding


@dataclass(frozen=True)
class Submission:
    """What the `answers` make of an innovation; the unions are among them."""

    interview: Interview
    answers: Answers

    def path(self, number: int = 1) -> str:
        """Where the file goes; `number` tells it from others of that title."""
        title = self.answers.get(("title",), "")
        name = (slugify(title) if number == 1 else slugify(title, _SHORTER)) or "sang-kien"
        end = f"-{number}" if number > 1 else ""
        return f"{SUBMISSIONS}{self.answers[GRASSROOTS]}/{name}{end}.yml"

    @cached_property
    def text(self) -> str:
        """The file."""
        data: dict[str, Any] = {}
        for pointer, value in self._given():
            if pointer[:1] != DESCRIPTION:
                assign(data, pointer, value)
        sections = [text for _, text in self._sections()]
        if sections:
            data["description"] = "\n".join(sections)
        return dump(ordered(data, self.interview.schema))

    def findings(self, path: str) -> list[Finding]:
        """What the rules find in the file at `path`."""
        programme, file = self.interview.programme, SourceFile(path)
        inspected = inspection.inspect_file(file, self.text.encode(), programme, self.interview.schemas)
        found = [*inspection.inspect_place(file, programme), *inspected.findings]
        if inspected.data is not None:
            folders = (self.answers[UPPER], self.answers[GRASSROOTS])
            paths = frozenset((path, *(f"{SUBMISSIONS}{folder}/{UNION_FILE}" for folder in folders)))
            facts = {path: EntryFacts.of(inspected.data)}
            catalogue = Catalogue(programme, paths, self.interview.unions, facts)
            found += inspection.inspect_catalogue(catalogue, lambda _: self.text)
        return [finding for finding in found if finding.path == path]

    def faults(self) -> list[Fault]:
        """The errors, each led back to the answer or the answers that it is about."""
        document = Document(self.text)
        return [self._fault(document, f) for f in self.findings(self.path()) if f.severity == "error"]

    def question(self, fault: Fault) -> Pointer:
        """The first question whose answer could mend it."""
        at = fault.pointer
        return next((p for p in self.interview.course(self.answers) if p[: len(at)] == at), UPPER)

    def _given(self) -> Iterator[tuple[Pointer, Any]]:
        for pointer in self.interview.course(self.answers):
            if self.answers.get(pointer) is not None and pointer not in (UPPER, GRASSROOTS):
                yield pointer, self.answers[pointer]

    def _sections(self) -> Iterator[tuple[Pointer, str]]:
        for pointer, value in self._given():
            if pointer[:1] == DESCRIPTION and isinstance(pointer[1], int):
                yield pointer, f"## {self.interview.headings[pointer[1]]['vi']}\n{value}\n"

    def _fault(self, document: Document, finding: Finding) -> Fault:
        pointer, on_key = document.pointer_at(finding.line, finding.column)
        if pointer == DESCRIPTION and not on_key:
            pointer = self._section(document, finding)
        return Fault(pointer, not on_key and pointer in self.answers, finding)

    def _section(self, document: Document, finding: Finding) -> Pointer:
        """The section in which a finding lies; the description itself where it is about all of it."""
        end, _ = document.locate(DESCRIPTION)
        if finding.line > end:
            for pointer, text in self._sections():
                # Its lines, and an empty one.
                end += text.count("\n") + 1
                if finding.line <= end:
                    return pointer
        return DESCRIPTION
