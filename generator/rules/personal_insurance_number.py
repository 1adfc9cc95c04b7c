"""Không ghi số sổ bảo hiểm xã hội

Số sổ bảo hiểm xã hội (10 chữ số) cho biết đúng một người. Số đứng cạnh chữ BHXH bị coi là số sổ; số tiền
đóng bảo hiểm thì không.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No social insurance numbers

A social insurance number (10 digits) names one person. A number next to BHXH is taken for one; an amount of
contributions is not.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    job: Công nhân chuyền may 4
Bad:
    job: Công nhân chuyền may 4, sổ BHXH 3112345678
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed, personal_numbers
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("số sổ bảo hiểm xã hội", "a social insurance number")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for number in personal_numbers(text):
        if number.kind == "insurance":
            yield exposed(_WHAT, number.text, number.offset)
