"""Files at and above the size limit of programme.yml."""

from tests.harness import INNOVATION, base_game, base_text, findings_in

LIMIT = int(base_game().programme.data["limits"]["file_bytes"])
RAW = base_text(INNOVATION).encode()


def _of_size(size: int) -> bytes:
    return RAW + b"# " + b"x" * (size - len(RAW) - 3) + b"\n"


def test_one_byte_too_many() -> None:
    (finding,) = findings_in(_of_size(LIMIT + 1))
    assert (finding.rule, finding.severity, finding.line, finding.column) == ("file-too-large", "error", 1, 1)
    assert finding.message.vi == "Tệp quá lớn: 65.537 byte, được nhiều nhất 65.536 byte."
    assert finding.message.en == "The file is too large: 65,537 bytes, at most 65,536 are allowed."
    assert finding.hint.vi == "Rút gọn phần mô tả; ảnh để trong thư mục images/, không dán vào tệp này."


def test_the_limit_itself_is_fine() -> None:
    assert findings_in(_of_size(LIMIT)) == ()
