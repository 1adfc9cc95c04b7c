"""Bytes that are not UTF-8, which no editor keeps in a file of cases."""

import pytest

from tests.harness import INNOVATION, base_text, findings_in

TEXT = base_text(INNOVATION)


OTHER = "Tệp không được lưu bằng bảng mã UTF-8: byte {} ở đây không phải là chữ."


@pytest.mark.parametrize(
    ("raw", "line", "column", "message"),
    [
        (TEXT.encode("utf-16"), 1, 1, "Tệp được lưu bằng bảng mã UTF-16, không phải UTF-8."),
        (TEXT.encode("utf-32"), 1, 1, "Tệp được lưu bằng bảng mã UTF-32, không phải UTF-8."),
        (TEXT.encode().replace("Bồn".encode(), b"B\xf4n", 1), 1, 9, OTHER.format("F4")),
        (TEXT.encode().replace("trưởng".encode(), b"tr\xff", 1), 8, 15, OTHER.format("FF")),
        (TEXT.encode().rstrip(b".\n") + b"\xe1\xbb", 33, 72, OTHER.format("E1")),
    ],
    ids=["utf-16", "utf-32", "one-byte-encoding", "stray-byte", "cut-off"],
)
def test_other_encodings_are_told_with_their_place(raw: bytes, line: int, column: int, message: str) -> None:
    (finding,) = findings_in(raw)
    assert (finding.rule, finding.line, finding.column) == ("not-utf8", line, column)
    assert finding.message.vi == message
    assert finding.hint.vi == (
        "Mở tệp bằng trình soạn thảo, chọn “Lưu thành…” (Save as) với bảng mã UTF-8 rồi lưu lại."
    )


def test_letters_of_every_script_are_fine() -> None:
    assert findings_in(TEXT.replace("vòi nước chung", "vòi nước chung (Waschbecken, 手洗い, 😀)")) == ()
