"""Công đoàn hoạt động từ ngày trước đến ngày sau

Ngày thành lập (`valid.from`) không thể sau ngày chấm dứt (`valid.to`).

Nguồn: Quy ước của danh mục này.

---

A union exists from an earlier to a later day

The day a union was founded (`valid.from`) cannot be after its last (`valid.to`).

Source: this catalogue's own convention.

---

Good:
    valid: {from: 2010-01-01, to: 2022-12-31}
Bad:
    valid: {from: 2022-12-31, to: 2010-01-01}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, format_date

SCOPE = "union"
SEVERITY = "error"
NEEDS = ("valid",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    valid = data.get("valid", {})
    first, last = valid.get("from"), valid.get("to")
    if first and last and first > last:
        yield Problem(
            Text(
                f"Công đoàn chấm dứt ngày {format_date(last)}, trước ngày thành lập {format_date(first)}.",
                f"The union ended on {format_date(last, 'en')}, before it was founded on "
                f"{format_date(first, 'en')}.",
            ),
            Text("Sửa `valid.from` hoặc `valid.to`.", "Correct `valid.from` or `valid.to`."),
            ("valid", "to"),
        )
