"""Ngày áp dụng nằm trong một giai đoạn của chương trình

Sáng kiến được tính cho giai đoạn có ngày áp dụng (hoặc áp dụng thử, lấy ngày sớm hơn), không theo ngày
đăng ký hay ngày duyệt. Sáng kiến áp dụng trước ngày đầu hoặc sau ngày cuối của chương trình thì không
được tính. Ngày đăng ký trên phần mềm có thời hạn riêng, nên không xét ở đây.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (hai giai đoạn).

---

The day of application lies in a phase of the programme

An innovation counts in the phase of its application (or trial application, whichever is earlier), not of
its registration or approval. One that was applied before the programme's first day or after its last does
not count. Registration on the software had windows of its own and is not looked at here.

Source: the programme's announcement of 25 January 2022 (its two phases).

---

Good:
    applied: {on: 2022-05-31}
Bad:
    applied: {on: 2021-08-31}
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, format_date, named

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("applied",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    day = date.fromisoformat(data["applied"]["on"])
    if programme.phase_of(day) is None:
        vi = "; ".join(
            _span(phase.start, phase.end, named(phase.name).vi, "vi") for phase in programme.phases
        )
        en = "; ".join(
            _span(phase.start, phase.end, named(phase.name).en, "en") for phase in programme.phases
        )
        yield Problem(
            Text(
                f"Ngày áp dụng {format_date(day)} không thuộc giai đoạn nào của chương trình.",
                f"The day of application, {format_date(day, 'en')}, is in no phase of the programme.",
            ),
            Text(
                f"Kiểm tra lại ngày áp dụng lần đầu hoặc áp dụng thử. Các giai đoạn: {vi}.",
                f"Check the day of the first or trial application. The phases: {en}.",
            ),
            ("applied", "on"),
        )


def _span(start: date, end: date, name: str, language: str) -> str:
    return f"{name} ({format_date(start, language)} – {format_date(end, language)})"
