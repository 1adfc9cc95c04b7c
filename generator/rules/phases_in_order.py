"""Các giai đoạn có ngày bắt đầu trước ngày kết thúc và không chồng lên nhau

Một sáng kiến chỉ tính cho một giai đoạn, theo ngày áp dụng. Vì vậy mỗi giai đoạn có ngày bắt đầu không sau
ngày kết thúc, và hai giai đoạn không có ngày chung.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (cách chia hai giai đoạn).

---

Phases start before they end and do not overlap

An innovation counts in one phase only, by its day of application. So each phase starts no later than it
ends, and shares no day with another.

Source: the programme's announcement of 25 January 2022 (how it divides its two phases).

---

Good:
    phases:
      - {id: phase-1, name: {vi: Giai đoạn 1}, from: 2021-09-01, to: 2022-05-31, target: 20000}
      - {id: phase-2, name: {vi: Giai đoạn 2}, from: 2022-06-01, to: 2023-09-01, target: 25000}
Bad:
    phases:
      - {id: phase-1, name: {vi: Giai đoạn 1}, from: 2021-09-01, to: 2022-06-30, target: 20000}
      - {id: phase-2, name: {vi: Giai đoạn 2}, from: 2022-06-01, to: 2023-09-01, target: 25000}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data
from generator.text import Text, format_date

SCOPE = "programme"
SEVERITY = "error"


def check(data: Data) -> Iterator[Problem]:
    phases = data["phases"]
    for number, phase in enumerate(phases):
        if phase["from"] > phase["to"]:
            yield Problem(
                Text(
                    f"Giai đoạn “{phase['id']}” kết thúc trước khi bắt đầu.",
                    f"Phase “{phase['id']}” ends before it starts.",
                ),
                Text("Sửa `from` hoặc `to`.", "Correct `from` or `to`."),
                ("phases", number, "to"),
            )
        for earlier in phases[:number]:
            if phase["from"] <= earlier["to"] and earlier["from"] <= phase["to"]:
                day = max(phase["from"], earlier["from"])
                yield Problem(
                    Text(
                        f"Giai đoạn “{phase['id']}” và “{earlier['id']}” cùng có ngày {format_date(day)}.",
                        f"The phases “{phase['id']}” and “{earlier['id']}” share {format_date(day, 'en')}.",
                    ),
                    Text(
                        "Sửa để hai giai đoạn không có ngày chung.", "Change them so that they share no day."
                    ),
                    ("phases", number, "from"),
                )
