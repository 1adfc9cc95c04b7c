"""Một danh sách không ghi trùng

Từ khóa ghi hai lần không giúp tìm dễ hơn. Mỗi mục của danh sách chỉ ghi một lần.

Nguồn: schema/.

---

A list repeats nothing

A tag written twice is not found any better. Each item of a list is written once.

Source: schema/.

---

Good:
    tags: [rửa tay, khử khuẩn]
Bad:
    tags: [rửa tay, rửa tay]
"""

from generator.findings import Problem
from generator.rules._words import field_name, flow, shorten
from generator.schema import Violation
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "uniqueItems":
        return None
    name = field_name(violation.schema, violation.at)
    first: dict[str, int] = {}
    repeated = (n for n, item in enumerate(violation.value) if first.setdefault(flow(item), n) != n)
    index = next(repeated, 0)
    found = shorten(violation.value[index])
    return Problem(
        Text(f"{name.vi} ghi “{found}” hơn một lần.", f"{name.en} has “{found}” more than once."),
        Text("Xóa mục trùng.", "Delete the repeated item."),
        (*violation.at, index),
    )
