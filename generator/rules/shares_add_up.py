"""Tỷ lệ đóng góp của các tác giả cộng lại bằng 100%

Đơn yêu cầu công nhận sáng kiến ghi tỷ lệ đóng góp của từng tác giả; tổng phải bằng 100%. Người
được ghi nhận sáng kiến là người chủ trì, hoặc người có tỷ lệ cao nhất.

Nguồn: Thông tư 18/2013/TT-BKHCN, Phụ lục I.

---

The authors' shares add up to 100%

The application form states each author's share of the contribution; together they make 100%. The
innovation is credited to the project lead, or to the author with the highest share.

Source: Circular 18/2013/TT-BKHCN, Annex I.

---

Good:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 60}
      - {alias: Tác giả 2, job: Công nhân, share: 40}
Bad:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 60}
      - {alias: Tác giả 2, job: Công nhân, share: 60}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules._shares import remainder
from generator.text import Text, format_number

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("authors",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    left = remainder(author["share"] for author in data["authors"])
    if left:
        total = float(100 - left)
        decimals = next((n for n in (0, 1) if total == round(total, n)), 2)
        vi, en = (format_number(total, decimals, language) for language in ("vi", "en"))
        yield Problem(
            Text(
                f"Tỷ lệ đóng góp cộng lại được {vi}%, không phải 100%.",
                f"The shares add up to {en}%, not to 100%.",
            ),
            Text(
                "Sửa các giá trị `share` để tổng bằng 100.",
                "Change the `share` values so that they add up to 100.",
            ),
            ("authors",),
            on_key=True,
        )
