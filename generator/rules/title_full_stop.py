"""Tên sáng kiến không kết thúc bằng dấu chấm

Tên không phải là một câu; dấu chấm ở cuối làm tiêu đề trang và danh sách trông lộn xộn. “v.v.” và dấu ba
chấm thì được.

Nguồn: Quy ước của danh mục này.

---

The title does not end with a full stop

A title is no sentence; a full stop after it makes headings and lists look untidy. “v.v.” and an ellipsis
are fine.

Source: this catalogue's own convention.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: Bồn rửa tay đạp chân cho phân xưởng may.
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("title",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    title = data["title"].rstrip()
    if title.endswith(".") and not title.endswith(("..", "v.v.")):
        yield Problem(
            Text("Tên sáng kiến kết thúc bằng dấu chấm.", "The title ends with a full stop."),
            Text("Bỏ dấu chấm ở cuối.", "Take the full stop away."),
            ("title",),
        )
