"""Bí danh ghi ở alias, không ghi ở name

Mục `name` là họ tên thật, công khai khi tác giả đã đồng ý bằng văn bản. “Tác giả 1” không phải họ tên và
không ai đồng ý cho công khai được, nên ghi ở `alias`, không kèm ngày đồng ý.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

A pseudonym belongs in alias, not in name

`name` is a real name, published with the author's written consent. “Tác giả 1” is nobody's name, and nobody
can consent to it: write it as `alias`, without a date of consent.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 100}
Bad:
    authors:
      - {name: Tác giả 1, consent_on: 2022-03-01, job: Công nhân, share: 100}
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, fold

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("authors",)
_PSEUDONYM = re.compile(
    r"(?:dong |nhom )?(?:tac gia|cong nhan|doan vien|nguoi lao dong|nhan vien|giao vien|bi danh|thanh vien)"
    r"(?: (?:so )?(?:[0-9]+|[a-z]|mot|hai|ba|bon|nam))?"
    r"|an danh|giau ten|khong (?:neu )?ten|author(?: [0-9]+)?|anonymous"
)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    for number, author in enumerate(data["authors"]):
        name = author.get("name", "")
        if _PSEUDONYM.fullmatch(fold(name).strip()):
            yield Problem(
                Text(f"“{name}” là bí danh, không phải họ tên.", f"“{name}” is a pseudonym, not a name."),
                Text(
                    f"Thay `name` bằng `alias: {name}` và bỏ `consent_on`.",
                    f"Replace `name` with `alias: {name}` and leave out `consent_on`.",
                ),
                ("authors", number, "name"),
            )
