"""Bí danh không phải là họ tên thật

Ghi họ tên thật vào `alias` là công khai tên mà không có sự đồng ý. Bí danh nên là “Tác giả 1”, “Tác giả 2”;
cùng một người trong một công đoàn cơ sở thì cùng một bí danh.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

A pseudonym is not a real name

A real name as `alias` publishes it without consent. A pseudonym should be “Tác giả 1”, “Tác giả 2”; the
same person within a grassroots union keeps the same one.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 100}
Bad:
    authors:
      - {alias: Nguyễn Văn An, job: Công nhân, share: 100}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, fold

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("authors",)
# Vietnamese family names, without diacritics.
_FAMILIES = frozenset((
    "au", "bach", "banh", "bui", "cao", "chau", "chu", "chung", "cu", "dam",
    "dang", "dao", "dau", "diep", "dinh", "do", "doan", "duong", "giang", "ha",
    "han", "hau", "ho", "hoang", "hua", "huynh", "khong", "khuc", "kieu", "kim",
    "la", "lai", "lam", "le", "lieu", "lo", "luc", "luong", "luu", "ly",
    "mac", "mai", "nghiem", "ngo", "nguyen", "nham", "nhu", "ninh", "nong", "ong",
    "pham", "phan", "phi", "phung", "quach", "quan", "sam", "ta", "tang", "thach",
    "thai", "than", "tieu", "to", "ton", "tong", "tran", "trieu", "trinh", "truong",
    "tu", "ung", "van", "vi", "vo", "vu", "vuong",
))  # fmt: skip


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    for number, author in enumerate(data["authors"]):
        words = author.get("alias", "").split()
        if 3 <= len(words) <= 5 and fold(words[0]) in _FAMILIES and all(map(_is_name, words)):
            yield Problem(
                Text(
                    f"Bí danh “{words[0][:2]}••••••” giống họ tên thật.",
                    f"The pseudonym “{words[0][:2]}••••••” looks like a real name.",
                ),
                Text(
                    "Đã có văn bản đồng ý thì ghi ở `name` kèm `consent_on`; chưa có thì ghi "
                    "`alias: Tác giả 1`.",
                    "With written consent write it as `name` with `consent_on`; without it write "
                    "`alias: Tác giả 1`.",
                ),
                ("authors", number, "alias"),
            )


def _is_name(word: str) -> bool:
    return word.isalpha() and (word.istitle() or (word.isupper() and len(word) > 1))
