"""Không ghi số điện thoại

Số điện thoại là dữ liệu cá nhân và lịch sử Git giữ lại mọi thứ đã đẩy lên. Cần liên hệ thì qua công đoàn cơ
sở. Số được nhận ra dù viết liền hay có dấu chấm, dấu cách, gạch ngang; số tiền và số văn bản không tính.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No telephone numbers

A telephone number is personal data, and Git's history keeps whatever was pushed. Whoever wants to get in
touch asks the grassroots union. A number is recognised with and without dots, spaces or dashes; amounts of
money and numbers of documents are not meant.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    job: Tổ trưởng tổ bảo trì
Bad:
    job: Tổ trưởng tổ bảo trì, ĐT 0912 345 678
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed, personal_numbers
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("số điện thoại", "a telephone number")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for number in personal_numbers(text):
        if number.kind == "phone":
            yield exposed(_WHAT, number.text, number.offset)
