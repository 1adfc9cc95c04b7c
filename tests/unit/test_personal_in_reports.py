"""A report may be published: it does not repeat what must not be published."""

from generator.report.text import as_text
from tests.harness import INNOVATION, base_text, findings_in

SECRET = "0912 345 678"


def test_the_line_of_a_personal_number_is_not_shown() -> None:
    text = base_text(INNOVATION).replace("## Giải pháp", f"## Giải pháp\n\n  Gọi {SECRET} để hỏi\u200b thêm.")
    findings = findings_in(text)
    assert {"personal-phone", "invisible-characters"} <= {f.rule for f in findings}
    for language in ("vi", "en"):
        told = as_text(findings, language, lambda path: text)
        assert "personal-phone" in told
        for digits in (SECRET, SECRET.replace(" ", ""), "345 678", "345678"):
            assert digits not in told
