"""Số nằm trong khoảng cho phép

Tỷ lệ đóng góp lớn hơn 0 và không quá 100; số tiền làm lợi, số đoàn viên, chỉ tiêu là số dương. Chưa biết
thì bỏ cả mục, không ghi 0.

Nguồn: schema/.

---

Numbers are within their range

Shares are above 0 and at most 100; benefits, members and targets are positive. Leave out what is unknown
instead of writing 0.

Source: schema/.

---

Good:
    benefit: {money_vnd: 120000000}
Bad:
    benefit: {money_vnd: 0}
"""

from generator.findings import Problem
from generator.rules._words import field_name, shorten
from generator.schema import Violation, help_text
from generator.text import Text, format_number

SCOPE = "schema"
SEVERITY = "error"
_BOUNDS = {
    "minimum": Text("phải từ {} trở lên", "must be {} or more"),
    "exclusiveMinimum": Text("phải lớn hơn {}", "must be more than {}"),
    "maximum": Text("nhiều nhất là {}", "must be {} or less"),
    "exclusiveMaximum": Text("phải nhỏ hơn {}", "must be less than {}"),
}


def check(violation: Violation) -> Problem | None:
    bound = _BOUNDS.get(violation.keyword)
    if bound is None:
        return None
    name, about, limit = (
        field_name(violation.schema, violation.at),
        help_text(violation.schema),
        violation.expected,
    )
    found = shorten(violation.value)
    return Problem(
        Text(
            f"{name.vi} {bound.vi.format(format_number(limit))}, không phải {found}.",
            f"{name.en} {bound.en.format(format_number(limit, language='en'))}, not {found}.",
        ),
        Text(
            f"Sửa lại số; chưa biết thì bỏ cả mục. {about.vi}".rstrip(),
            f"Correct the number; leave the field out where it is unknown. {about.en}".rstrip(),
        ),
        violation.at,
    )
