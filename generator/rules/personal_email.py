"""Không ghi địa chỉ thư điện tử

Địa chỉ thư điện tử là dữ liệu cá nhân và là mồi cho thư rác. Cần liên hệ thì qua công đoàn cơ sở.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No e-mail addresses

An e-mail address is personal data, and bait for spam. Whoever wants to get in touch asks the grassroots
union.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    job: Giáo viên môn Vật lí
Bad:
    job: Giáo viên môn Vật lí, an.nguyen@example.com
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("địa chỉ thư điện tử", "an e-mail address")
_ADDRESS = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}"
)


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if "@" in text:
        for address in _ADDRESS.finditer(text):
            yield exposed(_WHAT, address[0], address.start())
