"""For code scanning and editors: SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from generator.findings import Finding
from generator.manual import explain
from generator.report.fingerprints import fingerprints
from generator.report.report import Report
from generator.rules import Rule, all_rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Paths are relative to the catalogue's folder, which the reader knows.
_BASE = "%SRCROOT%"


def render(report: Report) -> str:
    """One run with the rules that found something and every finding."""
    rules = [all_rules()[rule] for rule in sorted({finding.rule for finding in report.findings})]
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    names = fingerprints(report.findings)
    driver = {"name": "sangkien", "rules": [_rule(rule, report.language) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "language": "en-US" if report.language == "en" else "vi-VN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The catalogue's folder."}}},
        "results": [
            _result(finding, report, numbers, name)
            for finding, name in zip(report.findings, names, strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    """A rule with its help in both languages, the reader's first."""
    manual = rule.manual
    languages = ("en", "vi") if language == "en" else ("vi", "en")
    texts = (f"{manual.title.get(each)}. {manual.text.get(each)}" for each in languages)
    pages = (explain(rule, each) for each in languages)
    return {
        "id": rule.id,
        "shortDescription": {"text": manual.title.get(language)},
        "fullDescription": {"text": manual.text.get(language)},
        "help": {"text": "\n\n".join(texts), "markdown": "\n\n".join(pages)},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, report: Report, numbers: Mapping[str, int], name: str) -> dict[str, Any]:
    place = {"uri": quote(finding.path, errors="surrogateescape"), "uriBaseId": _BASE}
    region = {"startLine": finding.line, "startColumn": finding.column}
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": finding.severity,
        "message": {"text": report.words(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        "partialFingerprints": {"finding/v1": name},
    }
