"""Sáng kiến được áp dụng khi công đoàn còn hoạt động

Công đoàn thành lập, sáp nhập, giải thể theo thời gian. Sáng kiến áp dụng sau ngày chấm dứt thuộc công
đoàn kế thừa; áp dụng trước ngày thành lập thì thuộc công đoàn cũ.

Nguồn: Quy ước của danh mục này.

---

An innovation was applied while its union existed

Unions are founded, merged and dissolved. An innovation applied after a union's last day belongs to its
successor; one applied before the union was founded belongs to an earlier one.

Source: this catalogue's own convention.

---

Good:
    applied: {on: 2022-12-31}    # union.yml: valid: {to: 2022-12-31}
Bad:
    applied: {on: 2023-01-01}    # union.yml: valid: {to: 2022-12-31}
"""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import SUBMISSIONS, Union
from generator.text import Text, format_date

SCOPE = "catalogue"
SEVERITY = "error"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    bounded = {u.id: u for u in catalogue.unions.values() if u.valid_from or u.valid_to}
    if not bounded:
        return
    for path, entry in catalogue.entries.items():
        grassroots = path.removeprefix(SUBMISSIONS).rpartition("/")[0]
        for union_id in (grassroots, grassroots.partition("/")[0]):
            union = bounded.get(union_id)
            problem = _problem(union, date.fromisoformat(entry.applied_on)) if union else None
            if problem is not None:
                yield path, problem


def _problem(union: Union, day: date) -> Problem | None:
    if union.valid_from and day < union.valid_from:
        bound = union.valid_from
        message = Text(
            f"Sáng kiến áp dụng ngày {format_date(day)}, trước khi {union.short_name} thành lập "
            f"({format_date(bound)}).",
            f"Applied on {format_date(day, 'en')}, before {union.short_name} was founded "
            f"({format_date(bound, 'en')}).",
        )
    elif union.valid_to and day > union.valid_to:
        bound = union.valid_to
        message = Text(
            f"Sáng kiến áp dụng ngày {format_date(day)}, sau khi {union.short_name} chấm dứt hoạt động "
            f"({format_date(bound)}).",
            f"Applied on {format_date(day, 'en')}, after {union.short_name} had ended "
            f"({format_date(bound, 'en')}).",
        )
        if union.successor:
            return Problem(
                message,
                Text(
                    f"Kiểm tra lại ngày áp dụng, hoặc chuyển tệp sang submissions/{union.successor}/.",
                    f"Check the day of application, or move the file to submissions/{union.successor}/.",
                ),
                ("applied", "on"),
            )
    else:
        return None
    return Problem(
        message,
        Text(
            f"Kiểm tra lại ngày áp dụng, và mục `valid` trong submissions/{union.id}/union.yml.",
            f"Check the day of application, and `valid` in submissions/{union.id}/union.yml.",
        ),
        ("applied", "on"),
    )
