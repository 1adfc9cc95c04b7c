"""For programs: a list of objects, ordered as the findings are. Its keys are a contract."""

import json
from typing import Any

from generator.findings import Finding
from generator.report.report import Report


def render(report: Report) -> str:
    """The findings as one JSON list."""
    found = [to_dict(finding, report.language) for finding in report.findings]
    return json.dumps(found, ensure_ascii=False, indent=2)


def to_dict(finding: Finding, language: str) -> dict[str, Any]:
    """One finding as plain data, in one language."""
    return {
        "path": finding.path, "line": finding.line, "column": finding.column, "rule": finding.rule,
        "severity": finding.severity, "message": finding.message.get(language),
        "hint": finding.hint.get(language),
    }  # fmt: skip
