"""Formats of findings: what people and programs read. Nothing here decides what a finding is."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from generator.findings import Finding
from generator.text import Text, format_number

_SEVERITY = {"error": Text("lỗi", "error"), "warning": Text("lưu ý", "warning")}


def as_text(findings: Iterable[Finding], language: str, read: Callable[[str], str]) -> str:
    """For the terminal: each finding with its line and a caret under the column. `read` gives a path's text."""
    blocks = []
    lines: tuple[str, list[str]] = ("", [])
    for finding in findings:
        if lines[0] != finding.path:
            lines = finding.path, read(finding.path).splitlines()
        blocks.append(_block(finding, language, lines[1]))
    return "\n".join(blocks)


def as_json(findings: Iterable[Finding], language: str) -> str:
    """A list of objects, ordered as the findings are."""
    return json.dumps([to_dict(finding, language) for finding in findings], ensure_ascii=False, indent=2)


def to_dict(finding: Finding, language: str) -> dict[str, Any]:
    """One finding as plain data, in one language."""
    return {
        "path": finding.path, "line": finding.line, "column": finding.column, "rule": finding.rule,
        "severity": finding.severity, "message": finding.message.get(language),
        "hint": finding.hint.get(language),
    }  # fmt: skip


def summary(files: int, errors: int, warnings: int, language: str) -> str:
    """The last line of a validation."""
    counted = [format_number(number, 0, language) for number in (files, errors, warnings)]
    if language == "en":
        return "{} {} checked: {} {}, {} {}.".format(
            counted[0], "file" if files == 1 else "files", counted[1], "error" if errors == 1 else "errors",
            counted[2], "warning" if warnings == 1 else "warnings",
        )  # fmt: skip
    return "Đã kiểm tra {} tệp: {} lỗi, {} lưu ý.".format(*counted)


def _block(finding: Finding, language: str, lines: list[str]) -> str:
    severity = _SEVERITY[finding.severity].get(language)
    head = f"{finding.path}:{finding.line}:{finding.column}: {severity}: {finding.message.get(language)}"
    parts = [head]
    if finding.line <= len(lines):
        # The caret keeps the line's own tabs, so that it stands under the same column.
        line = lines[finding.line - 1][:160]
        indent = "".join("\t" if c == "\t" else " " for c in line[: finding.column - 1])
        parts += [f"    {line}", f"    {indent}^"]
    parts.append(f"    → {finding.hint.get(language)} [{finding.rule}]")
    return "\n".join(parts) + "\n"
