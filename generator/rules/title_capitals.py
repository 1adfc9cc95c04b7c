"""Tên sáng kiến không viết toàn chữ hoa

Tên viết toàn chữ hoa khó đọc, và không còn phân biệt được tên riêng. Viết hoa chữ đầu và tên riêng như
câu thường.

Nguồn: Quy ước của danh mục này.

---

The title is not all capitals

A title in capitals only is hard to read and no longer shows which words are names. Capitalise the first
letter and names, as in any sentence.

Source: this catalogue's own convention.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: BỒN RỬA TAY ĐẠP CHÂN CHO PHÂN XƯỞNG MAY
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("title",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    title = data["title"]
    if title.isupper():
        fixed = title.capitalize()
        yield Problem(
            Text("Tên sáng kiến viết toàn chữ hoa.", "The title is all capitals."),
            Text(
                f"Viết như câu thường: “{fixed}”, rồi viết hoa lại tên riêng và chữ viết tắt.",
                f"Write it as a sentence: “{fixed}”, then capitalise names and abbreviations again.",
            ),
            ("title",),
        )
