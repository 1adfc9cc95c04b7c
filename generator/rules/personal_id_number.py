"""Không ghi số căn cước, số chứng minh nhân dân

Số căn cước công dân (12 chữ số) được nhận ra ở mọi nơi; số chứng minh nhân dân (9 chữ số) dễ lẫn với số
tiền nên chỉ tính khi đứng cạnh chữ CMND, CMT hoặc “chứng minh”.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No identity card numbers

The number of a citizen's card (12 digits) is recognised anywhere; that of the older card (9 digits) looks
like an amount of money and counts only next to a word such as CMND, CMT or “chứng minh”.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    confirmed_by: Giám đốc
Bad:
    confirmed_by: Giám đốc, CCCD 031099012345
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed, personal_numbers
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("số căn cước hoặc chứng minh nhân dân", "the number of an identity card")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for number in personal_numbers(text):
        if number.kind == "id":
            yield exposed(_WHAT, number.text, number.offset)
