"""Một tác giả chỉ ghi một lần

Cùng một tên hoặc bí danh ghi hai lần thì số tác giả bị tính sai. Hai người trùng tên trong một đơn vị thì
ghi thêm để phân biệt, ví dụ “Nguyễn Văn An (tổ 2)”.

Nguồn: Thông tư 18/2013/TT-BKHCN, Phụ lục I (bảng tác giả).

---

An author is listed once

The same name or pseudonym listed twice makes the number of authors wrong. Two people of one name in a
unit are told apart by an addition such as “Nguyễn Văn An (tổ 2)”.

Source: Circular 18/2013/TT-BKHCN, Annex I (the table of authors).

---

Good:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 50}
      - {alias: Tác giả 2, job: Công nhân, share: 50}
Bad:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 50}
      - {alias: tác giả 1, job: Công nhân, share: 50}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules._words import nth
from generator.text import Text, fold

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("authors",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    seen: dict[tuple[str, str], int] = {}
    for number, author in enumerate(data["authors"]):
        key = "name" if "name" in author else "alias"
        first = seen.setdefault((key, " ".join(fold(author[key]).split())), number)
        if first != number:
            yield Problem(
                Text(
                    f"Tác giả thứ {nth(number)} trùng với tác giả thứ {nth(first)}.",
                    f"Author {number + 1} is the same as author {first + 1}.",
                ),
                Text(
                    "Xóa một mục và cộng tỷ lệ lại; nếu là hai người trùng tên thì ghi thêm để phân biệt, "
                    "ví dụ “(tổ 2)”.",
                    "Delete one of them and add up the shares; tell two people of one name apart by an "
                    "addition such as “(tổ 2)”.",
                ),
                ("authors", number, key),
            )
