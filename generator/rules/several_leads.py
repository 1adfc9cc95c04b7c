"""Nhiều nhất một người chủ trì

Sáng kiến của nhiều người được ghi nhận cho người chủ trì, hoặc người có tỷ lệ đóng góp cao nhất; bằng
nhau thì người đứng trước. Vì vậy chỉ ghi `lead: true` cho một người, hoặc không ghi cho ai.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (ghi nhận tác giả).

---

At most one project lead

An innovation of several authors is credited to the project lead, or to the author with the highest share,
the first listed where shares tie. So `lead: true` stands with one author or with none.

Source: the programme's announcement of 25 January 2022 (whom an innovation is credited to).

---

Good:
    authors:
      - {alias: Tác giả 1, job: Kỹ sư, share: 50, lead: true}
      - {alias: Tác giả 2, job: Công nhân, share: 50}
Bad:
    authors:
      - {alias: Tác giả 1, job: Kỹ sư, share: 50, lead: true}
      - {alias: Tác giả 2, job: Công nhân, share: 50, lead: true}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules._words import nth
from generator.text import Text

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("authors",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    leads = [number for number, author in enumerate(data["authors"]) if author.get("lead")]
    for number in leads[1:]:
        yield Problem(
            Text(
                f"Tác giả thứ {nth(number)} cũng ghi là chủ trì, sau tác giả thứ {nth(leads[0])}.",
                f"Author {number + 1} is named as project lead, and so is author {leads[0] + 1}.",
            ),
            Text(
                "Chỉ giữ `lead: true` cho người chủ trì; sáng kiến được ghi nhận cho người đó.",
                "Keep `lead: true` with the project lead only; the innovation is credited to that author.",
            ),
            ("authors", number, "lead"),
            on_key=True,
        )
