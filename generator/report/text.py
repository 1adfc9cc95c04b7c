"""For the terminal: each finding with its line and a caret under the column, and a summary at the end.

The line's number stands before it. That keeps a contributor's line from being taken for a command of the
program that reads a log: those begin a line.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from generator.findings import Finding
from generator.report.report import SEVERITY, Report
from generator.rules import PERSONAL

# How many characters of a long line are shown, and how many of them before the column.
_SHOWN = 100
_BEFORE = 60
_CUT = "…"
_TAB = "    "


def render(report: Report) -> str:
    """Every finding, then the summary."""
    found = [as_text(report.findings, report.language, report.read)] if report.findings else []
    return "\n".join([*found, report.summary])


def as_text(findings: Iterable[Finding], language: str, read: Callable[[str], str]) -> str:
    """The findings, without a summary. `read` gives a path's text."""
    findings = list(findings)
    # What must not be published is not shown either: a log of this may be public.
    secret = {(f.path, f.line) for f in findings if f.rule.startswith(PERSONAL)}
    blocks = []
    lines: tuple[str, list[str]] = ("", [])
    for finding in findings:
        if lines[0] != finding.path:
            # A photo has no lines to show.
            shown = read(finding.path) if finding.path.endswith(".yml") else ""
            lines = finding.path, shown.split("\n")
        known = [] if (finding.path, finding.line) in secret else lines[1]
        blocks.append("\n".join(_block(finding, language, known)) + "\n")
    return "\n".join(blocks)


def _block(finding: Finding, language: str, lines: list[str]) -> Iterator[str]:
    severity = SEVERITY[finding.severity].get(language)
    message, hint = finding.message.get(language), finding.hint.get(language)
    yield f"{_visible(finding.path)}:{finding.line}:{finding.column}: {severity}: {_visible(message)}"
    line = lines[finding.line - 1].removesuffix("\r") if finding.line <= len(lines) else ""
    if line.strip():
        before, after = _around(line, finding.column - 1)
        yield f"{finding.line:5} | {before}{after}"
        yield f"      | {' ' * _width(before)}^"
    yield f"    → {_visible(hint)} [{finding.rule}]"


def _around(line: str, offset: int) -> tuple[str, str]:
    """The part of a line before `offset` and the part from there on, as far as they are shown."""
    offset = min(offset, len(line))
    start = max(0, offset - _BEFORE) if len(line) > _SHOWN else 0
    while start > 0 and unicodedata.combining(line[start]):
        start -= 1
    end = start + _SHOWN
    before = (_CUT if start else "") + _visible(line[start:offset])
    return before, _visible(line[offset:end]) + (_CUT if len(line) > end else "")


def _visible(text: str) -> str:
    """Text of a contributor for a terminal: what would steer it, or not be seen, gets a sign of its own."""
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
