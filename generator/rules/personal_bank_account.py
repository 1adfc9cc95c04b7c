"""Không ghi số tài khoản ngân hàng

Tiền hỗ trợ được chuyển theo hồ sơ của công đoàn, không theo danh mục này. Số đứng sau chữ STK hoặc “số tài
khoản” bị coi là tài khoản ngân hàng.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No bank accounts

Support is paid according to the union's own files, not to this catalogue. A number after STK or “số tài
khoản” is taken for a bank account.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    support: {grassroots_vnd: 200000}
Bad:
    support: {grassroots_vnd: 200000}   # STK 1903 4567 8901
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed, personal_numbers
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("số tài khoản ngân hàng", "a bank account number")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for number in personal_numbers(text):
        if number.kind == "bank":
            yield exposed(_WHAT, number.text, number.offset)
