"""Control characters, which hide in a file of cases."""

import pytest

from tests.harness import INNOVATION, base_text, findings_in

TEXT = base_text(INNOVATION)


@pytest.mark.parametrize(
    "code", [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF]
)
def test_a_control_character_is_told_with_its_place(code: int) -> None:
    (finding,) = findings_in(TEXT.replace("kind: technical", f"kind: tech{chr(code)}nical"))
    assert (finding.rule, finding.line, finding.column) == ("forbidden-characters", 2, 11)
    assert finding.message.vi == f"Có ký tự điều khiển U+{code:04X} không nhìn thấy được."
    assert finding.message.en == f"There is an invisible control character U+{code:04X}."
    assert finding.hint.vi == "Xóa ký tự ở vị trí này, hoặc gõ lại cả dòng."


def test_several_are_counted() -> None:
    (finding,) = findings_in(TEXT.replace("tay", "t\x02ay"))
    assert finding.line == 1
    count = TEXT.count("tay")
    assert (
        finding.message.vi
        == f"Có ký tự điều khiển U+0002 không nhìn thấy được. Cả tệp có {count} ký tự như vậy."
    )


@pytest.mark.parametrize("sign", ["\xa0", "«", "°", "\u2026", "\ufffd", "½"])
def test_signs_whose_bytes_begin_alike_are_fine(sign: str) -> None:
    found = findings_in(TEXT.replace("vòi nước chung", f"vòi nước{sign}chung"))
    assert "forbidden-characters" not in {finding.rule for finding in found}


def test_windows_line_endings_are_fine() -> None:
    assert findings_in(TEXT.replace("\n", "\r\n")) == ()
