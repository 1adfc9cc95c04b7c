"""For GitHub Actions: a workflow command an annotation, and all findings as Markdown for the step summary.

Format: “Workflow commands for GitHub Actions” in GitHub's documentation. The forge shows ten errors and ten
warnings a step, so the most useful come first.
"""

from collections import Counter
from collections.abc import Iterable

from generator.findings import Finding
from generator.report.report import SEVERITY, Report
from generator.rules import all_rules
from generator.text import Text

# GitHub refuses a summary of more than a mebibyte.
_MOST_BYTES = 1_000_000
_HEADS = (
    Text("Chỗ", "Place"),
    Text("Mức", "Severity"),
    Text("Nội dung", "What to do"),
    Text("Quy tắc", "Rule"),
)
_TITLE = Text("Kết quả kiểm tra", "What the check found")
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """A line `::error file=…::…` for each finding."""
    return "\n".join(_command(finding, report) for finding in most_useful(report.findings))


def step_summary(report: Report) -> str:
    """The summary and a table of all findings, as far as GitHub takes it."""
    language = report.language
    lines = [f"### {_TITLE.get(language)}", "", _plain(report.summary), ""]
    if report.findings:
        lines += ["| " + " | ".join(head.get(language) for head in _HEADS) + " |", "|---|---|---|---|"]
    size = sum(len(line.encode()) + 1 for line in lines)
    for number, finding in enumerate(report.findings):
        row = _row(finding, report)
        size += len(row.encode("utf-8", "replace")) + 1
        if size > _MOST_BYTES:
            left = len(report.findings) - number
            lines += [
                "",
                Text(f"Còn {left} mục nữa; xem nhật ký.", f"{left} more are in the log.").get(language),
            ]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def most_useful(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings, and of each severity the first of every file before a second of any."""
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for number, finding in enumerate(findings):
        place = finding.path, finding.severity
        ranked.append((finding.severity != "error", seen[place], number, finding))
        seen[place] += 1
    return [finding for *_, finding in sorted(ranked, key=lambda rank: rank[:3])]


def _command(finding: Finding, report: Report) -> str:
    properties = {
        "file": finding.path, "line": str(finding.line), "col": str(finding.column),
        "title": all_rules()[finding.rule].manual.title.get(report.language),
    }  # fmt: skip
    told = ",".join(f"{key}={_escape(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{finding.severity} {told}::{_escape(report.words(finding), _DATA)}"


def _escape(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def _row(finding: Finding, report: Report) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    severity = SEVERITY[finding.severity].get(report.language)
    return f"| {_plain(place)} | {severity} | {_plain(report.words(finding))} | {_plain(finding.rule)} |"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is: every sign that could mean something to it is escaped."""
    flat = " ".join(text.split())
    return "".join(f"\\{sign}" if sign.isascii() and sign.isprintable() and not sign.isalnum() and sign != " "
                   else sign for sign in flat)  # fmt: skip
