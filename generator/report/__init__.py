"""Formats of findings: what people and programs read. Nothing here decides what a finding is.

One module a format, each with `render`. Text of contributors is shown, never obeyed: it can neither steer a
terminal nor forge a line of a format.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.report import github, gitlab, json, junit, sarif, text
from generator.report.report import Report

# The formats that a program reads: there, standard output holds nothing else.
FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
}


def append_step_summary(path: Path, report: Report) -> None:
    """Add the findings as a table to the file that GitHub Actions shows under a step."""
    with path.open("a", encoding="utf-8", errors="replace") as file:
        file.write(github.step_summary(report))


__all__ = ["FORMATS", "Report", "append_step_summary"]
