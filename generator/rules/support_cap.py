"""Công đoàn cơ sở chi hỗ trợ không quá mức tối đa

Công đoàn cơ sở được chi từ kinh phí của mình cho việc nghiên cứu, viết sáng kiến, nhiều nhất bằng mức
`support.grassroots_union_max_vnd` của schema/programme.yml cho mỗi sáng kiến.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (mức hỗ trợ).

---

A grassroots union spends no more than the cap

A grassroots union may spend from its own budget on research and writing, at most
`support.grassroots_union_max_vnd` of schema/programme.yml per innovation.

Source: the programme's announcement of 25 January 2022 (amounts of support).

---

Good:
    support: {grassroots_vnd: 200000}
Bad:
    support: {grassroots_vnd: 250000}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, format_money

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("support",)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    cap, spent = programme.grassroots_support_max_vnd, data.get("support", {}).get("grassroots_vnd", 0)
    if spent > cap:
        yield Problem(
            Text(
                f"Công đoàn cơ sở chi {format_money(spent)}, vượt mức tối đa {format_money(cap)} cho một "
                "sáng kiến.",
                f"The grassroots union spent {format_money(spent, 'en')}, more than the cap of "
                f"{format_money(cap, 'en')} per innovation.",
            ),
            Text(
                f"Ghi số tiền thực chi, nhiều nhất `{cap}`; khoản khác không ghi ở đây.",
                f"Give what was spent, at most `{cap}`; other spending does not belong here.",
            ),
            ("support", "grassroots_vnd"),
        )
