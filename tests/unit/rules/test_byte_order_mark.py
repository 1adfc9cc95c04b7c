"""A byte order mark, which editors add and take away unasked."""

from tests.harness import INNOVATION, base_text, findings_in

TEXT = base_text(INNOVATION)


def test_a_mark_is_a_warning_and_the_rest_is_still_checked() -> None:
    mark, missing = findings_in(
        "\ufeff" + TEXT.replace("kind: technical", "knd: technical").replace("knd: technical\n", "")
    )
    assert (mark.rule, mark.severity, mark.line, mark.column) == ("byte-order-mark", "warning", 1, 1)
    assert mark.message.vi == "Đầu tệp có dấu thứ tự byte (BOM) không nhìn thấy được."
    assert mark.message.en == "The file starts with an invisible byte order mark (BOM)."
    assert (missing.rule, missing.line, missing.column) == ("missing-key", 1, 1)


def test_no_mark_no_finding() -> None:
    assert findings_in(TEXT) == ()
