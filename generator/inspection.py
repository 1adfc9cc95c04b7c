"""Runs the rules over one file, and over what crosses files; turns problems into findings.

Pure: contents come in, findings and data go out. Which files exist and what they contain is the
business of the flows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.document import Document, SyntaxProblem, text_position
from generator.findings import Finding, Problem
from generator.model import Programme, Union
from generator.rules import Rule, rules_of
from generator.schema import Checker, Schemas, Violation

UNION_FILE = "union.yml"
SUBMISSIONS = "submissions/"


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


@dataclass(frozen=True)
class Catalogue:
    """What rules across files look at. Paths are relative to the catalogue's root, with `/`.

    `unions` are those whose files could be read, by ID; `images` names for each innovation's path the
    photos that it shows, as written.
    """

    programme: Programme
    paths: frozenset[str]
    unions: Mapping[str, Union]
    images: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def union_id(path: str) -> str:
    """`submissions/a/b/union.yml` → `a/b`; also the union whose folder any other file lies in."""
    return path.removeprefix(SUBMISSIONS).rpartition("/")[0]


def is_union_file(path: str) -> bool:
    """Whether the path is that of a union's own file."""
    return path.rpartition("/")[2] == UNION_FILE


def entry_id(path: str) -> str:
    """`submissions/a/b/c.yml` → `a/b/c`, the identity of an innovation."""
    return path.removeprefix(SUBMISSIONS).removesuffix(".yml")


def inspect_name(path: str, programme: Programme) -> list[Finding]:
    """The findings about the path of any file below submissions/."""
    found = ((rule, problem) for rule in rules_of("name") for problem in rule.check(path, programme))
    return [_finding(path, rule, problem, 1, 1) for rule, problem in found]


def inspect_file(path: str, raw: bytes, programme: Programme, schemas: Schemas) -> Inspection:
    """Everything that one YAML file says about itself, ordered by position."""
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
    checker = schemas.union(union_id(path)) if is_union_file(path) else schemas.innovation
    data = document.data(checker.shape)
    valid, more = _inspect_data(path, document, data, checker, programme)
    return _sorted(path, data if valid else None, findings + more)


def inspect_catalogue(catalogue: Catalogue, texts: Mapping[str, str]) -> list[Finding]:
    """The findings of rules across files. `texts` gives the text of a path for its positions."""
    findings = []
    for rule in rules_of("catalogue"):
        for path, problem in rule.check(catalogue):
            findings.append(_locate(path, rule, problem, texts.get(path, "")))
    return sorted(findings, key=lambda f: f.order)


def _inspect_data(
    path: str, document: Document, data: Any, checker: Checker, programme: Programme
) -> tuple[bool, list[Finding]]:
    violations = list(checker.violations(data))
    findings = []
    for violation in violations:
        rule, problem = _explain_violation(violation)
        findings.append(_finding(path, rule, problem, *document.locate(problem.at, problem.on_key)))
    if not isinstance(data, dict):
        return False, findings
    wrong = {v.at[0] if v.at else v.key for v in violations}
    for rule in rules_of("union" if is_union_file(path) else "innovation"):
        if wrong.isdisjoint(rule.needs):
            for problem in rule.check(data, programme):
                if problem.offset is not None:
                    position = text_position(document.text, problem.offset)
                else:
                    position = document.locate(problem.at, problem.on_key)
                findings.append(_finding(path, rule, problem, *position))
    return not violations, findings


def _explain_violation(violation: Violation) -> tuple[Rule, Problem]:
    for rule in rules_of("schema"):
        problem = rule.check(violation)
        if problem is not None:
            return rule, problem
    raise LookupError(f"no rule explains the schema keyword {violation.keyword!r}")


def _explain_syntax(path: str, problems: Iterable[Any]) -> list[Finding]:
    return [
        _finding(path, rule, problem, source.line, source.column)
        for source in problems
        for rule in rules_of("yaml")
        for problem in rule.check(source)
    ]


def _locate(path: str, rule: Rule, problem: Problem, text: str) -> Finding:
    try:
        position = Document(text).locate(problem.at, problem.on_key)
    except SyntaxProblem:
        position = (1, 1)
    return _finding(path, rule, problem, *position)


def _finding(path: str, rule: Rule, problem: Problem, line: int, column: int) -> Finding:
    return Finding(path, line, column, rule.id, rule.severity, problem.message, problem.hint)


def _sorted(path: str, data: Mapping[str, Any] | None, findings: list[Finding]) -> Inspection:
    return Inspection(path, data, tuple(sorted(set(findings), key=lambda f: f.order)))
