"""Một sáng kiến đã có gần giống sáng kiến này

Sáng kiến phải mới trong phạm vi đơn vị. Khi nội dung gần giống một sáng kiến đã có – kể cả khi đổi tên,
đổi thứ tự câu hay bỏ dấu – máy nêu sáng kiến ấy, mức giống nhau và một câu trùng ý để người duyệt đọc
lại. Đây chỉ là lưu ý: giống nhau chưa phải là sao chép, người duyệt quyết định.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (sáng kiến là cái mới trong cơ quan, đơn vị).

---

An earlier innovation says nearly the same

An innovation is new within its unit. Where the text is close to an earlier one – also with another
title, another order of sentences or without diacritics – the earlier one is named with a score and a
passage that agrees, for the reviewer to read. Likeness is not copying: people decide.

Source: the programme's announcement of 25 January 2022 (an innovation is new within its unit).

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: Bon rua tay dap chan cho phan xuong may   # = Bồn rửa tay đạp chân cho phân xưởng may
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.similarity import NOVELTY_THRESHOLD, Match
from generator.text import Text, format_percent

SCOPE = "novelty"
SEVERITY = "warning"
# Of a passage, so much is shown.
_PASSAGE = 140


def check(match: Match, title: str) -> Iterator[Problem]:
    if match.score < NOVELTY_THRESHOLD:
        return
    vi, en = (format_percent(round(match.score, 2), language, 0) for language in ("vi", "en"))
    where = Text("ở đơn vị khác", "another unit")
    if match.same_unit:
        where = Text("của chính đơn vị", "the same unit")
    passage = match.passages[0][1]
    shown = passage if len(passage) <= _PASSAGE else passage[: _PASSAGE - 1].rstrip() + "…"
    path = f"submissions/{match.id}.yml"
    yield Problem(
        Text(
            f"Gần giống ({vi}) một sáng kiến đã có {where.vi}: “{title}”.",
            f"Close ({en}) to an earlier innovation of {where.en}: “{title}”.",
        ),
        Text(
            f"Đọc lại {path}, nhất là câu “{shown}”; nếu khác thì nêu rõ chỗ khác ở mục Điểm mới.",
            f"Read {path} again, above all “{shown}”; where it differs, say how under novelty.",
        ),
        ("title",),
    )
