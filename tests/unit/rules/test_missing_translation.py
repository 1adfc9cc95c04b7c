"""Programmes whose names are not in every language: their pages could not be made."""

import pytest

from generator.inspection import inspect_programme
from generator.repository import PROGRAMME, Repository
from generator.schema import Checker
from tests.harness import ROOT, base_text

RAW = base_text(PROGRAMME)
CHECKER = Checker(Repository(ROOT).schema("programme"))


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            ", en: Education and training}",
            "}",
            "{vi: Giáo dục và",
            "`name` “Giáo dục và đào tạo” chưa có `en`.",
        ),
        (", en: Phase 2}", "}", "{vi: Giai đoạn 2", "`name` “Giai đoạn 2” chưa có `en`."),
        (", en: Management}", "}", "{vi: Quản lý", "`short_name` “Quản lý” chưa có `en`."),
        (
            ", en: Effect}",
            "}",
            "{vi: Hiệu quả",
            "Mục thứ 3 của `description_headings` “Hiệu quả” chưa có `en`.",
        ),
        (
            "\n  en: One Million Innovations",
            "",
            "vi: 01 triệu sáng kiến\n",
            "`short_name` “01 triệu sáng kiến” chưa có `en`.",
        ),
        (
            ", en: Effect}",
            ", eng: Effect}",
            "{vi: Hiệu quả",
            "Mục thứ 3 của `description_headings` “Hiệu quả” chưa có `en`.",
        ),
    ],
)
def test_a_name_without_a_language(old: str, new: str, at: str, message: str) -> None:
    text = RAW.replace(old, new, 1)
    data, (finding,) = inspect_programme(PROGRAMME, text.encode(), CHECKER)
    assert data is None
    assert (finding.rule, finding.severity, finding.message.vi) == ("missing-translation", "error", message)
    before = text[: text.index(at)]
    assert (finding.line, finding.column) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def test_vietnamese_alone_needs_no_english() -> None:
    text = RAW.replace("languages: [vi, en]", "languages: [vi]").replace(", en: Education and training}", "}")
    assert inspect_programme(PROGRAMME, text.encode(), CHECKER)[1] == ()


@pytest.mark.parametrize("languages", ["[en]", "[vi, vi]", "[]", "[vi, fr]", "[vi, en, en]", "vi"])
def test_other_languages_than_the_site_has(languages: str) -> None:
    text = RAW.replace("languages: [vi, en]", f"languages: {languages}")
    data, (finding,) = inspect_programme(PROGRAMME, text.encode(), CHECKER)
    assert data is None
    assert text.splitlines()[finding.line - 1] == f"languages: {languages}"
    assert finding.column == len("languages: ") + 1
    assert "languages" in finding.message.vi
