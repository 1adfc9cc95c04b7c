"""Ngày có thật, viết theo thứ tự năm-tháng-ngày

Ngày ghi là 2022-03-15 để không ai nhầm ngày với tháng, và xếp được theo thời gian. Ngày không có trong
lịch, như 31/02, cũng bị báo.

Nguồn: ISO 8601; schema/.

---

Dates exist and are written year-month-day

Dates are written 2022-03-15, so that nobody mistakes the day for the month and they can be sorted. Days
that the calendar does not have, such as 31 February, are reported too.

Source: ISO 8601; schema/.

---

Good:
    applied: {on: 2022-03-15}
Bad:
    applied: {on: 15/03/2022}
"""

import re
from calendar import monthrange

from generator.findings import Problem
from generator.rules._words import example, field_name, shorten
from generator.schema import Violation, is_date
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "format" or violation.expected != "date":
        return None
    name, found = field_name(violation.schema, violation.at), shorten(violation.value)
    written = re.findall(r"[0-9]+", violation.value[:40])[:3]
    year, month, day = _parts(written)
    fixed = f"{year:04}-{month:02}-{day:02}"
    if is_date(fixed):
        message = Text(
            f"{name.vi} ghi “{found}”, không đúng dạng năm-tháng-ngày.",
            f"{name.en} is “{found}”, which is not of the form year-month-day.",
        )
        return Problem(message, Text(f"Ghi `{fixed}`.", f"Write `{fixed}`."), violation.at)
    if 1 <= month <= 12 and 1 <= year <= 9999 and day:
        days = monthrange(year, month)[1]
        message = Text(
            f"{name.vi} ghi “{found}”, nhưng tháng {month}/{year} chỉ có {days} ngày.",
            f"{name.en} is “{found}”, but {year}-{month:02} has only {days} days.",
        )
        return Problem(message, Text("Kiểm tra lại ngày.", "Check the day."), violation.at)
    shown = example(violation.schema) or "2022-03-15"
    return Problem(
        Text(f"{name.vi} không phải là một ngày: “{found}”.", f"{name.en} is no date: “{found}”."),
        Text(
            f"Ghi đủ năm-tháng-ngày bằng chữ số, ví dụ `{shown}`.",
            f"Write year, month and day in digits, as in `{shown}`.",
        ),
        violation.at,
    )


def _parts(written: list[str]) -> tuple[int, int, int]:
    """Year, month and day from three numbers in either order; zeros where there are not three."""
    if len(written) != 3 or any(len(number) > 4 for number in written):
        return 0, 0, 0
    first, month, last = (int(number) for number in written)
    if len(written[0]) == 4:
        year, day = first, last
    else:
        year, day = (last + 2000 if len(written[2]) < 3 else last), first
    if month > 12 >= day:
        month, day = day, month
    return year, month, day
