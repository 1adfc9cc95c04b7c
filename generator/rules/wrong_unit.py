"""Số tiền làm lợi tính bằng đồng, không bằng triệu hay tỷ đồng

120 triệu đồng phải ghi là 120000000. Nếu số tiền nhỏ khác thường mà cách tính hoặc lợi ích xã hội lại nói
đến triệu, tỷ đồng, thì số tiền đã bị ghi theo triệu hoặc tỷ, và số liệu chung sẽ sai đi hàng triệu lần.

Nguồn: Quy ước của danh mục này; schema/programme.yml.

---

The benefit in money is in đồng, not in millions or billions

120 million đồng is written 120000000. Where the sum is unusually small while its basis or the social
benefit speaks of millions or billions, it was written in those units, and the figures would be wrong by a
factor of a million.

Source: this catalogue's own convention; schema/programme.yml.

---

Good:
    benefit: {money_vnd: 120000000, basis: Tiết kiệm 120 triệu đồng tiền vật tư một năm}
Bad:
    benefit: {money_vnd: 120, basis: Tiết kiệm 120 triệu đồng tiền vật tư một năm}
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules._amounts import sums_in
from generator.text import Text, fold, format_number

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("benefit",)
_LARGE_UNIT = re.compile(r"\b(trieu|ty|ti)\b(?=\s*(dong|vnd|/|[.,;)]|$))")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    benefit = data["benefit"]
    money = benefit.get("money_vnd")
    if money is None or money >= programme.data["limits"]["benefit_vnd_plausible"]["from"]:
        return
    text = f"{benefit.get('basis', '')}\n{benefit.get('social', '')}"
    sums = list(sums_in(text))
    if any(value == money for value, _, _ in sums if value >= 1000):
        return  # The text gives the same sum in đồng: small, and in the right unit.
    large = [(value, written) for value, written, scale in sums if scale >= 10**6]
    same = next((s for s in large if s[0] in (money * 10**3, money * 10**6, money * 10**9)), None)
    value, written = same or next(iter(large), (None, ""))
    if value is None and not _LARGE_UNIT.search(fold(text)):
        return
    if value is None:
        hint = Text(
            "Ghi đủ số đồng: 120 triệu đồng phải ghi `120000000`.",
            "Write the whole sum in đồng: 120 million is `120000000`.",
        )
    else:
        hint = Text(f"{written} phải ghi `{int(value)}`.", f"“{written}” is written `{int(value)}`.")
    yield Problem(
        Text(
            f"Giá trị làm lợi ghi {format_number(money)} đồng, trong khi lời giải thích nói đến triệu "
            "hoặc tỷ đồng.",
            f"The benefit is given as {format_number(money, language='en')} VND, while its explanation "
            "speaks "
            "of millions or billions.",
        ),
        hint,
        ("benefit", "money_vnd"),
    )
