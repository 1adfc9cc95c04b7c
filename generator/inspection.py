"""Runs the rules over one file, and over what crosses files; turns problems into findings.

Pure: contents come in, findings and data go out. Which files exist and what they contain is the
business of the flows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.catalogue import Catalogue
from generator.document import Document, SyntaxProblem, text_position
from generator.findings import Finding, Problem
from generator.model import Programme, SourceFile
from generator.photos import EXTENSIONS
from generator.rules import Rule, rules_of
from generator.schema import Checker, Schemas, Violation
from generator.similarity import Match


@dataclass(frozen=True)
class Inspection:
    """What one YAML file turned out to be. `data` is None when it cannot be used."""

    path: str
    data: Mapping[str, Any] | None
    findings: tuple[Finding, ...]

    @property
    def faulty(self) -> bool:
        """Whether the file must stay out of the published site."""
        return self.data is None or any(f.severity == "error" for f in self.findings)


def taken(
    file: SourceFile, read: Callable[[], bytes], programme: Programme
) -> tuple[SourceFile, bytes | None]:
    """A file below submissions/ with its contents, None where nobody looks at them or they cannot be read."""
    photo = file.name.rpartition(".")[2].lower() in EXTENSIONS
    wanted = file.is_yaml or (photo and file.size <= programme.data["limits"]["image_bytes"])
    if not (file.has_contents and wanted):
        return file, None
    try:
        return file, read()
    except OSError:
        return replace(file, mode="unreadable"), None


def inspect_source(file: SourceFile, raw: bytes | None, programme: Programme, schemas: Schemas) -> Inspection:
    """Everything about a file below submissions/, of which `taken` told: its place, and what is in it."""
    place = inspect_place(file, programme)
    if raw is None:
        return Inspection(file.path, None, tuple(place))
    if not file.is_yaml:
        return Inspection(file.path, None, (*place, *inspect_image(file, raw, programme)))
    inside = inspect_file(file, raw, programme, schemas)
    return Inspection(file.path, inside.data, (*place, *inside.findings))


def inspect_place(file: SourceFile, programme: Programme) -> list[Finding]:
    """The findings about a file below submissions/ that need no look inside: its name, size and mode."""
    found = ((rule, problem) for rule in rules_of("file") for problem in rule.check(file, programme))
    return _ordered(_finding(file.path, rule, problem, 1, 1) for rule, problem in found)


def inspect_image(file: SourceFile, raw: bytes, programme: Programme) -> list[Finding]:
    """The findings about the contents of a photo."""
    found = ((rule, problem) for rule in rules_of("image") for problem in rule.check(file, raw, programme))
    return _ordered(_finding(file.path, rule, problem, 1, 1) for rule, problem in found)


def inspect_file(file: SourceFile, raw: bytes, programme: Programme, schemas: Schemas) -> Inspection:
    """Everything that one YAML file says about itself, ordered by position."""
    path = file.path
    findings: list[Finding] = []
    for rule in rules_of("bytes"):
        findings += (_finding(path, rule, p, p.line or 1, p.column or 1) for p in rule.check(raw, programme))
    if any(f.severity == "error" for f in findings):
        return _sorted(path, None, findings)
    text = raw.decode("utf-8")
    for rule in rules_of("text"):
        for problem in rule.check(text, programme):
            position = text_position(text, problem.offset or 0)
            findings.append(_finding(path, rule, problem, *position))
    try:
        document = Document(text)
        oddities = list(document.oddities())
    except SyntaxProblem as problem:
        return _sorted(path, None, findings + _explain_syntax(path, [problem]))
    if oddities:
        return _sorted(path, None, findings + _explain_syntax(path, oddities))
    checker = schemas.union(file.union_id) if file.is_union else schemas.innovation
    data = document.data(checker.shape)
    rules = rules_of("union" if file.is_union else "innovation")
    valid, more = _inspect_data(path, document, data, checker, rules, programme)
    return _sorted(path, data if valid else None, findings + more)


def inspect_programme(
    path: str, raw: bytes, checker: Checker
) -> tuple[Mapping[str, Any] | None, tuple[Finding, ...]]:
    """The data of programme.yml, None where it is faulty, and the findings."""
    try:
        document = Document(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None, tuple(_explain_syntax(path, [SyntaxProblem("invalid UTF-8", 1, 1)]))
    except SyntaxProblem as error:
        return None, tuple(_explain_syntax(path, [error]))
    oddities = list(document.oddities())
    if oddities:
        return None, tuple(_explain_syntax(path, oddities))
    data = document.data(checker.shape)
    found = [_explained(path, document, violation) for violation in checker.violations(data)]
    if not found:
        for rule in rules_of("programme"):
            for problem in rule.check(data):
                position = document.locate(problem.at, problem.on_key)
                found.append(_finding(path, rule, problem, *position))
    return (None if found else data), tuple(_ordered(found))


def inspect_catalogue(catalogue: Catalogue, read: Callable[[str], str]) -> list[Finding]:
    """The findings of rules across files. `read` gives the text of a path, for positions in it."""
    findings = []
    for rule in rules_of("catalogue"):
        for path, problem in rule.check(catalogue):
            findings.append(_locate(path, rule, problem, read))
    return _ordered(findings)


def inspect_novelty(
    path: str, near: Iterable[tuple[Match, str]], read: Callable[[str], str]
) -> list[Finding]:
    """The findings about an innovation whose nearest earlier ones, each with its title, are `near`."""
    return _ordered(
        _locate(path, rule, problem, read)
        for match, title in near
        for rule in rules_of("novelty")
        for problem in rule.check(match, title)
    )


def _inspect_data(
    path: str, document: Document, data: Any, checker: Checker, rules: Iterable[Rule], programme: Programme
) -> tuple[bool, list[Finding]]:
    violations = list(checker.violations(data))
    findings = [_explained(path, document, violation) for violation in violations]
    if not isinstance(data, dict):
        return False, findings
    wrong = {v.at[0] if v.at else v.key for v in violations}
    for rule in rules:
        if wrong.isdisjoint(rule.needs):
            for problem in rule.check(data, programme):
                if problem.offset is not None:
                    position = text_position(document.text, problem.offset)
                else:
                    position = document.locate(problem.at, problem.on_key)
                findings.append(_finding(path, rule, problem, *position))
    return not violations, findings


def _explained(path: str, document: Document, violation: Violation) -> Finding:
    for rule in rules_of("schema"):
        problem = rule.check(violation)
        if problem is not None:
            return _finding(path, rule, problem, *document.locate(problem.at, problem.on_key))
    raise LookupError(f"no rule explains the schema keyword {violation.keyword!r}")


def _explain_syntax(path: str, problems: Iterable[Any]) -> list[Finding]:
    return [
        _finding(path, rule, problem, source.line, source.column)
        for source in problems
        for rule in rules_of("yaml")
        for problem in rule.check(source)
    ]


def _locate(path: str, rule: Rule, problem: Problem, read: Callable[[str], str]) -> Finding:
    if not problem.at:
        return _finding(path, rule, problem, 1, 1)
    try:
        position = Document(read(path)).locate(problem.at, problem.on_key)
    except SyntaxProblem:
        position = (1, 1)
    return _finding(path, rule, problem, *position)


def _finding(path: str, rule: Rule, problem: Problem, line: int, column: int) -> Finding:
    return Finding(path, line, column, rule.id, rule.severity, problem.message, problem.hint)


def _sorted(path: str, data: Mapping[str, Any] | None, findings: list[Finding]) -> Inspection:
    return Inspection(path, data, tuple(_ordered(findings)))


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by position; those of one place stay as they were found, so that runs agree."""
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.order)
