"""For build servers: JUnit's XML, a test suite a file. An error is a failed test, a warning one that speaks.

Format: the schema of Jenkins (junit-10.xsd), which others read too.
"""

import re
from collections.abc import Iterator
from html import escape

from generator.findings import Finding
from generator.report.report import Report

# What XML 1.0 has no way to write.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Every file that was looked at, and every finding."""
    found: dict[str, list[Finding]] = {path: [] for path in report.validation.checked}
    for finding in report.findings:
        found.setdefault(finding.path, []).append(finding)
    tests = sum(max(1, len(findings)) for findings in found.values())
    totals = _attributes(name="sangkien validate", tests=tests, failures=report.validation.errors)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{totals}>"]
    for path in sorted(found):
        lines += _suite(path, found[path], report)
    return "\n".join([*lines, "</testsuites>"])


def _suite(path: str, findings: list[Finding], report: Report) -> Iterator[str]:
    failures = sum(finding.severity == "error" for finding in findings)
    counts = {"tests": max(1, len(findings)), "failures": failures, "errors": 0, "skipped": 0}
    yield f"  <testsuite{_attributes(name=path, **counts)}>"
    if not findings:
        yield f"    <testcase{_attributes(name='sangkien validate', classname=path)}/>"
    for finding in findings:
        yield from _case(finding, report)
    yield "  </testsuite>"


def _case(finding: Finding, report: Report) -> Iterator[str]:
    name = f"{finding.rule} {finding.line}:{finding.column}"
    told = f"{finding.path}:{finding.line}:{finding.column}: {report.words(finding)}"
    yield f"    <testcase{_attributes(name=name, classname=finding.path)}>"
    if finding.severity == "error":
        about = _attributes(message=finding.message.get(report.language), type=finding.rule)
        yield f"      <failure{about}>{_text(told)}</failure>"
    else:
        yield f"      <system-out>{_text(told)}</system-out>"
    yield "    </testcase>"


def _attributes(**values: str | int) -> str:
    return "".join(f' {name}="{_text(str(value))}"' for name, value in values.items())


def _text(text: str) -> str:
    # Breaks written as numbers survive in attributes, and let no line of a log begin with foreign text.
    plain = escape(_FORBIDDEN.sub("\ufffd", text))
    return plain.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
