"""Lợi ích ghi bằng tiền, hoặc lợi ích xã hội

Một sáng kiến phải có khả năng mang lại lợi ích thiết thực: bằng tiền, hoặc cho xã hội, cộng đồng, đơn vị.
Ghi ít nhất một trong hai.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (thế nào là sáng kiến).

---

The benefit is in money or to society

An innovation can bring practical benefit: in money, or to society, the community or the unit. At least
one of the two is given.

Source: the programme's announcement of 25 January 2022 (what counts as an innovation).

---

Good:
    benefit: {social: Công nhân không chạm tay vào vòi nước chung.}
Bad:
    benefit: {basis: 8 phút × 300 người × 300 ngày}
"""

from generator.findings import Problem
from generator.rules._words import field_name, key_name
from generator.schema import Violation
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "anyOf":
        return None
    owner = field_name(violation.schema, violation.at)
    choices = [key_name(violation.schema, part["required"][0]) for part in violation.expected]
    return Problem(
        Text(
            f"{owner.vi} cần ít nhất một trong các mục: {', '.join(choice.vi for choice in choices)}.",
            f"{owner.en} needs at least one of {', '.join(choice.en for choice in choices)}.",
        ),
        Text(
            "Ghi số tiền làm lợi, hoặc ghi lợi ích cho xã hội, cộng đồng, đơn vị.",
            "Give the sum gained, or the benefit to society, the community or the unit.",
        ),
        violation.at,
        on_key=True,
    )
