"""Mô tả có đủ các phần

Mô tả chia thành các phần như trong `description_headings` của schema/programme.yml (thực trạng, giải
pháp, hiệu quả), mỗi phần một tiêu đề `## …`, để người đọc và người duyệt tìm ngay được điều cần xem.

Nguồn: Quy ước của danh mục này; Thông tư 18/2013/TT-BKHCN, Phụ lục I (mô tả bản chất, lợi ích).

---

A description has all its sections

A description is divided into the sections named in `description_headings` of schema/programme.yml
(situation, solution, effect), each below a heading `## …`, so that readers and reviewers find what they
look for.

Source: this catalogue's own convention; Circular 18/2013/TT-BKHCN, Annex I (nature and benefits).

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
      Công nhân xếp hàng chờ rửa tay ở hai vòi nước, phải chạm tay vào vòi chung. Bồn rửa đạp chân ghép từ
      khung bàn may cũ. Giờ giao ca giảm từ 14 xuống 6 phút.
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules._sections import sections
from generator.text import Text, fold, named

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("description",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    found = [fold(heading) for _, heading, _ in sections(data["description"])]
    wanted = [named(heading) for heading in programme.data["description_headings"]]
    lacking = [w for w in wanted if not any(fold(w.vi) in f or fold(w.en) in f for f in found)]
    if lacking:
        vi, en = (", ".join(f"“{w.vi}”" for w in lacking), ", ".join(f"“{w.vi}” ({w.en})" for w in lacking))
        yield Problem(
            Text(f"Mô tả thiếu phần: {vi}.", f"The description lacks these sections: {en}."),
            Text(
                f"Thêm dòng tiêu đề, ví dụ `## {lacking[0].vi}`, trước phần đó.",
                f"Add a heading such as `## {lacking[0].vi}` before the section.",
            ),
            ("description",),
            on_key=True,
        )
