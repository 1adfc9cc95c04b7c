"""For GitLab: a Code Quality report, which it shows beside the changed lines of a merge request.

Format: “Code Quality report format” in GitLab's documentation.
"""

import json

from generator.report.fingerprints import fingerprints
from generator.report.report import Report

_SEVERITY = {"error": "major", "warning": "minor"}


def render(report: Report) -> str:
    """The findings as one JSON list."""
    prints = fingerprints(report.findings)
    issues = [
        {
            "description": report.words(finding),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[finding.severity],
            "location": {"path": finding.path, "lines": {"begin": finding.line}},
        }
        for finding, fingerprint in zip(report.findings, prints, strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)
