"""Formats of findings: what people and programs read. Nothing here decides what a finding is.

One module a format, each with `render`. Text of contributors is shown, never obeyed: it can neither steer a
terminal nor forge a line of a format.
"""

from importlib import import_module
from pathlib import Path

from generator.report.report import Report

# Of these, only `text` is for people: elsewhere standard output holds nothing but the format.
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


def render(format_name: str, report: Report) -> str:
    """What a check found, in one of FORMATS."""
    text: str = import_module(f"{__name__}.{format_name}").render(report)
    return text


def append_step_summary(path: Path, report: Report) -> None:
    """Add the findings as a table to the file that GitHub Actions shows under a step."""
    from generator.report.github import step_summary

    with path.open("a", encoding="utf-8", errors="replace") as file:
        file.write(step_summary(report))


__all__ = ["FORMATS", "Report", "append_step_summary", "render"]
