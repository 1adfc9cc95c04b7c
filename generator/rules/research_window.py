"""Đề tài được nghiệm thu và áp dụng trong thời gian chương trình tính

Đề tài nghiên cứu khoa học chỉ được tính khi đã nghiệm thu và áp dụng vào thực tế trong khoảng
`research_window` của schema/programme.yml. Nghiệm thu trước hay áp dụng trước đều được, vì đề tài có thể
áp dụng thử khi đang nghiên cứu.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (đề tài nghiên cứu khoa học).

---

A research project was accepted and applied while the programme counts it

A research project counts when it was accepted and applied in practice within `research_window` of
schema/programme.yml. Either may come first, since a project can be tried out while research goes on.

Source: the programme's announcement of 25 January 2022 (research projects).

---

Good:
    kind: research
    research: {level: city, accepted_on: 2021-09-01, confirmed_by: Giám đốc}
Bad:
    kind: research
    research: {level: city, accepted_on: 2021-08-31, confirmed_by: Giám đốc}
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, format_date

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("kind", "research", "applied")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    window = programme.data.get("research_window")
    if not window or "research" not in data or not programme.is_research(data["kind"]):
        return
    accepted, applied = data["research"]["accepted_on"], data["applied"]["on"]
    if not _within(accepted, window):
        yield _problem("nghiệm thu", "accepted", accepted, window, ("research", "accepted_on"))
    # A day in no phase is another rule's matter.
    if not _within(applied, window) and programme.phase_of(date.fromisoformat(applied)):
        yield _problem("áp dụng", "applied", applied, window, ("applied", "on"))


def _within(day: str, window: Data) -> bool:
    return bool(window["from"] <= day <= window.get("to", day))


def _problem(vi: str, en: str, day: str, window: Data, at: tuple[str, ...]) -> Problem:
    span_vi, span_en = f"từ {format_date(window['from'])}", f"from {format_date(window['from'], 'en')}"
    if "to" in window:
        span_vi += f" đến {format_date(window['to'])}"
        span_en += f" to {format_date(window['to'], 'en')}"
    return Problem(
        Text(
            f"Đề tài {vi} ngày {format_date(day)}, ngoài thời gian được tính ({span_vi}).",
            f"The project was {en} on {format_date(day, 'en')}, outside the time that counts ({span_en}).",
        ),
        Text(
            f"Kiểm tra lại ngày {vi}; đề tài {vi} ngoài thời gian này không được tính.",
            f"Check the day; a project {en} outside that time does not count.",
        ),
        at,
    )
