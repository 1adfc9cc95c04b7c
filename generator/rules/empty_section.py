"""Không để phần nào của mô tả trống

Có tiêu đề mà không có nội dung thì người duyệt không biết là chưa viết hay không có gì để viết.

Nguồn: Quy ước của danh mục này.

---

No section of a description is empty

With a heading and nothing below it, a reviewer cannot tell whether there is nothing to say or it was not
written yet.

Source: this catalogue's own convention.

---

Good:
    description: |
      ## Thực trạng
      Công nhân xếp hàng chờ rửa tay ở hai vòi nước, phải chạm tay vào vòi chung.
      ## Giải pháp
      Bồn rửa đạp chân, ghép từ khung bàn may cũ.
      ## Hiệu quả
      Giờ giao ca giảm từ 14 xuống 6 phút.
Bad:
    description: |
      ## Thực trạng
      Công nhân xếp hàng chờ rửa tay ở hai vòi nước, phải chạm tay vào vòi chung, giờ giao ca kéo dài.
      ## Giải pháp
      Bồn rửa đạp chân, ghép từ khung bàn may cũ.
      ## Hiệu quả
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules._sections import sections
from generator.rules._words import shorten
from generator.text import Text

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("description",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    for _, heading, filled in sections(data["description"]):
        if not filled:
            yield Problem(
                Text(
                    f"Phần “{shorten(heading)}” của mô tả không có nội dung.",
                    f"The section “{shorten(heading)}” of the description is empty.",
                ),
                Text("Viết nội dung, hoặc xóa tiêu đề.", "Write it, or delete the heading."),
                ("description",),
                on_key=True,
            )
