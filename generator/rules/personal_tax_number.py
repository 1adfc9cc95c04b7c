"""Không ghi mã số thuế của cá nhân

Số đứng sau chữ MST hoặc “mã số thuế” bị coi là mã số thuế cá nhân, trừ khi ghi rõ là của doanh nghiệp, đơn
vị.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No tax numbers of persons

A number after MST or “mã số thuế” is taken for a person's tax number, unless the words say that it is an
enterprise's or an organisation's.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    social: Giảm thời gian kê khai thuế cho hộ kinh doanh.
Bad:
    social: Đã kê khai cho chủ hộ, MST 8123456789.
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed, personal_numbers
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("mã số thuế cá nhân", "a person's tax number")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for number in personal_numbers(text):
        if number.kind == "tax":
            yield exposed(_WHAT, number.text, number.offset)
