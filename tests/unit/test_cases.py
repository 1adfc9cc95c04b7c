"""The cases below tests/cases/ give the findings that stand beside them, and every rule has its cases."""

from pathlib import Path

import pytest

from generator.rules import all_rules
from tests.harness import (
    CASES,
    GRASSROOTS,
    INNOVATION,
    ROOT,
    as_data,
    base_text,
    case_folders,
    expected_of,
    files_below,
    findings_in,
    findings_of,
    merged,
)

RULES = tuple(all_rules())
# Rules whose cases no checkout can hold as files (bytes, modes, thousands of files) have a test of their own.
BY_TEST = {
    path.stem.removeprefix("test_").replace("_", "-") for path in (ROOT / "tests/unit/rules").glob("*.py")
}
# The docstring's examples of these scopes are excerpts of a file, and can be tried.
TRIED = ("innovation", "schema", "union", "yaml")
TRIED_RULES = tuple(rule.id for rule in all_rules().values() if rule.scope in TRIED)


def _name(case: Path) -> str:
    return case.relative_to(CASES).as_posix()


@pytest.mark.parametrize("case", case_folders(), ids=_name)
def test_a_case_gives_the_findings_beside_it(case: Path, tmp_path: Path) -> None:
    assert as_data(findings_of(tmp_path, files_below(case))) == expected_of(case)


def test_the_base_of_all_cases_is_good(tmp_path: Path) -> None:
    assert findings_of(tmp_path, {}) == ()


def test_every_folder_of_cases_belongs_to_a_rule() -> None:
    assert {case.parent.name for case in case_folders()} <= set(RULES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in BY_TEST])
def test_every_rule_has_a_bad_and_a_good_case(rule: str) -> None:
    expected = [expected_of(case) for case in case_folders() if case.parent.name == rule]
    assert any(rule in {finding["rule"] for finding in findings} for findings in expected), "no bad case"
    assert any(findings == [] for findings in expected), "no good case"


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_whole_manual(rule: str) -> None:
    manual = all_rules()[rule].manual
    texts = [part for text in (manual.title, manual.text, manual.source) for part in (text.vi, text.en)]
    assert all(texts)
    assert manual.good
    assert manual.bad
    assert manual.title.vi != manual.title.en


@pytest.mark.parametrize("rule", TRIED_RULES)
def test_the_examples_of_a_manual_are_what_it_says(rule: str) -> None:
    path = GRASSROOTS if all_rules()[rule].scope == "union" else INNOVATION
    manual = all_rules()[rule].manual
    good = {finding.rule for finding in findings_in(merged(base_text(path), manual.good), path)}
    bad = {finding.rule for finding in findings_in(merged(base_text(path), manual.bad), path)}
    assert rule not in good
    assert rule in bad
