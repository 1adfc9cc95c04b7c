"""Công đoàn có công đoàn kế thừa thì có ngày chấm dứt

Công đoàn kế thừa chỉ có khi công đoàn này đã sáp nhập hoặc giải thể, nên phải biết ngày cuối cùng hoạt
động: sáng kiến áp dụng sau ngày đó thuộc công đoàn kế thừa.

Nguồn: Quy ước của danh mục này.

---

A union with a successor has a last day

There is a successor only once a union was merged or dissolved, so its last day is known: innovations
applied after it belong to the successor.

Source: this catalogue's own convention.

---

Good:
    valid: {to: 2022-12-31}
    successor: ngo-quyen/cang-song-cam
Bad:
    valid: {from: 2010-01-01}
    successor: ngo-quyen/cang-song-cam
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text

SCOPE = "union"
SEVERITY = "error"
NEEDS = ("successor", "valid")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    if "successor" in data and "to" not in data.get("valid", {}):
        yield Problem(
            Text(
                "Có công đoàn kế thừa mà không có ngày chấm dứt.",
                "There is a successor, and no last day of this union.",
            ),
            Text(
                "Ghi ngày cuối cùng, ví dụ `valid: {to: 2022-12-31}`; nếu công đoàn còn hoạt động thì "
                "xóa `successor`.",
                "Give it, as in `valid: {to: 2022-12-31}`; delete `successor` while the union exists.",
            ),
            ("successor",),
            on_key=True,
        )
