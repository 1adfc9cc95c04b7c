"""Số tiền làm lợi ở trong khoảng hợp lý

Số tiền rất nhỏ hoặc rất lớn thường do ghi thiếu hoặc thừa chữ số. Khoảng hợp lý là
`limits.benefit_vnd_plausible` của schema/programme.yml. Vẫn có sáng kiến rất lớn, nên đây chỉ là lưu ý:
người duyệt xem lại cách tính.

Nguồn: Quy ước của danh mục này; schema/programme.yml.

---

The benefit in money is within a plausible range

A very small or very large sum mostly has a digit too few or too many. The range is
`limits.benefit_vnd_plausible` of schema/programme.yml. Very large innovations do exist, so this is a
warning: the reviewer looks at how the sum was computed.

Source: this catalogue's own convention; schema/programme.yml.

---

Good:
    benefit: {money_vnd: 120000000}
Bad:
    benefit: {money_vnd: 12000}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.rules import wrong_unit
from generator.text import Text, format_money, format_number

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("benefit",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    money = data["benefit"].get("money_vnd")
    plausible = programme.data["limits"]["benefit_vnd_plausible"]
    if money is None or plausible["from"] <= money <= plausible["to"]:
        return
    if any(wrong_unit.check(data, programme)):
        return
    small = money < plausible["from"]
    bound = plausible["from" if small else "to"]
    yield Problem(
        Text(
            f"Giá trị làm lợi {format_number(money)} đồng {'nhỏ' if small else 'lớn'} khác thường "
            f"({'dưới' if small else 'trên'} {format_money(bound)}).",
            f"The benefit of {format_number(money, language='en')} VND is unusually "
            f"{'small' if small else 'large'} ({'less' if small else 'more'} than "
            f"{format_money(bound, 'en')}).",
        ),
        Text(
            "Đếm lại các chữ số: số tiền tính bằng đồng. Nếu đúng thì để nguyên và ghi rõ cách tính ở "
            "`basis`.",
            "Count the digits: the sum is in đồng. Where it is right, keep it and explain it in `basis`.",
        ),
        ("benefit", "money_vnd"),
    )
