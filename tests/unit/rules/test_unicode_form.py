"""Text with separate marks, which tools like to compose on the way into a file of cases."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.rules.unicode_form import check
from tests.harness import INNOVATION, base_game, base_text, findings_in

TEXT = base_text(INNOVATION)
LINE = next(line for line in TEXT.split("\n") if line.startswith("summary"))


def test_separate_marks_are_told_with_the_first_of_them() -> None:
    (finding,) = findings_in(
        TEXT.replace("tay đạp chân, giờ", unicodedata.normalize("NFD", "tay đạp chân, giờ"))
    )
    assert (finding.rule, finding.severity, finding.line, finding.column) == (
        "unicode-form",
        "error",
        4,
        LINE.index("đạp") + 2,
    )
    assert finding.message.vi == (
        "Chữ “đạp” được ghi bằng dấu rời, không phải dạng dựng sẵn (Unicode NFC); cả tệp có 1 dòng như vậy."
    )
    assert finding.message.en == (
        "“đạp” is written with separate marks instead of the composed form (Unicode NFC); "
        "lines of this kind in the file: 1."
    )
    assert finding.hint.vi == "Chạy `sangkien fix` để chuyển cả tệp sang NFC, hoặc gõ lại các dòng đó."


def test_both_spellings_of_a_tone_are_composed() -> None:
    assert findings_in(TEXT.replace("vòi nước chung", "hòa, hoà, thủy, thuỷ, d̄ung")) == ()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_composed_text_has_no_finding_and_other_text_has_one(text: str) -> None:
    found = list(check(text, base_game().programme))
    assert len(found) == (not unicodedata.is_normalized("NFC", text))
    assert not list(check(unicodedata.normalize("NFC", text), base_game().programme))
    for problem in found:
        # Whatever stands before the place is composed already.
        assert unicodedata.is_normalized("NFC", text[: problem.offset])
