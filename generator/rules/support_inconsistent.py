"""Đã báo cáo thì nên đã đăng ký và được duyệt

Công đoàn cấp trên hỗ trợ cho sáng kiến khi có đủ ba điều: đã đăng ký trên phần mềm, đã được duyệt, đã
được công đoàn cơ sở báo cáo. Có báo cáo mà chưa có ngày đăng ký hoặc ngày duyệt thì số liệu chưa tính hỗ
trợ; có thể chỉ là quên ghi, nên đây chỉ là lưu ý.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (điều kiện hỗ trợ).

---

What is reported should be registered and approved

The upper-level union supports an innovation once three things hold: it is registered on the software,
approved there, and reported by the grassroots union. With a report and no date of registration or
approval, the figures count no support; the date may only have been forgotten, so this is a warning.

Source: the programme's announcement of 25 January 2022 (when support is due).

---

Good:
    registration: {submitted_on: 2022-04-10, approved_on: 2022-04-20}
    report: {on: 2022-05-01}
Bad:
    registration: {submitted_on: 2022-04-10}
    report: {on: 2022-05-01}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, format_money

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("registration", "report")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    if "report" not in data or "approved_on" in data.get("registration", {}):
        return
    lacking = (
        Text("ngày duyệt (`registration.approved_on`)", "its day of approval (`registration.approved_on`)")
        if "registration" in data
        else Text("phần đăng ký (`registration`)", "its registration (`registration`)")
    )
    support = Text(*(format_money(programme.upper_support_vnd, language) for language in ("vi", "en")))
    yield Problem(
        Text(
            f"Sáng kiến đã báo cáo mà chưa có {lacking.vi}, nên chưa được tính {support.vi} hỗ trợ của "
            "công đoàn cấp trên.",
            f"The innovation is reported and lacks {lacking.en}, so the upper-level union's support of "
            f"{support.en} is not due.",
        ),
        Text(
            "Ghi thêm nếu đã đăng ký và được duyệt; nếu chưa thì để nguyên, bổ sung sau.",
            "Add it where it was registered and approved; otherwise leave it until then.",
        ),
        ("report",),
        on_key=True,
    )
