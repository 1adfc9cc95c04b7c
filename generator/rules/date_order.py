"""Các ngày theo đúng trình tự: áp dụng, công nhận, đăng ký, duyệt, báo cáo

Sáng kiến chỉ được công nhận khi đã áp dụng hoặc áp dụng thử, nên ngày công nhận không trước ngày áp dụng.
Sau đó danh mục theo trình tự: công nhận rồi mới đăng ký trên phần mềm, đăng ký rồi mới duyệt, duyệt rồi công
đoàn cơ sở mới báo cáo. Hai việc làm trong cùng một ngày thì được. Ngày nào không có thì so ngày liền trước
nó. Ngày đồng ý công khai tên và ngày nghiệm thu đề tài không bị ràng buộc với các ngày này.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (thế nào là sáng kiến; điều kiện hỗ trợ); trình tự đăng ký,
duyệt, báo cáo là quy ước của danh mục này.

---

Dates follow their order: applied, recognised, registered, approved, reported

An innovation is recognised once it is applied or applied on trial, so its recognition is not before its
application. From there on, the order is the catalogue's: registered on the software once recognised,
approved once registered, reported once approved. Two steps may fall on one day. Where a date is missing,
the one before it is compared. The date of an author's consent and the acceptance of a research project are
not bound to this order.

Source: the programme's announcement of 25 January 2022 (what counts as an innovation; when support is
due); the order of registration, approval and report is this catalogue's own convention.

---

Good:
    applied: {on: 2022-03-15}
    recognition: {by: council, on: 2022-03-15}
Bad:
    applied: {on: 2022-03-15}
    recognition: {by: council, on: 2022-03-14}
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, format_date

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("applied", "recognition", "registration", "report")

_STEPS: tuple[tuple[tuple[str, str], Text, Text], ...] = (
    (("applied", "on"), Text("áp dụng", "application"), Text("", "")),
    (
        ("recognition", "on"),
        Text("công nhận", "recognition"),
        Text(
            "Sáng kiến được công nhận khi đã áp dụng hoặc áp dụng thử",
            "An innovation is recognised once it is applied, on trial at least",
        ),
    ),
    (
        ("registration", "submitted_on"),
        Text("đăng ký", "registration"),
        Text(
            "Sáng kiến được công nhận rồi mới đăng ký trên phần mềm",
            "An innovation is recognised before it is registered on the software",
        ),
    ),
    (
        ("registration", "approved_on"),
        Text("duyệt", "approval"),
        Text("Sáng kiến được đăng ký rồi mới duyệt", "An innovation is registered before it is approved"),
    ),
    (
        ("report", "on"),
        Text("báo cáo", "report"),
        Text(
            "Công đoàn cơ sở báo cáo sau khi sáng kiến được công nhận, đăng ký và duyệt",
            "The grassroots union reports once an innovation is recognised, registered and approved",
        ),
    ),
)


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    steps = [step for step in _STEPS if step[0][1] in data.get(step[0][0], {})]
    for (before, earlier, _), (after, later, why) in pairwise(steps):
        first, second = data[before[0]][before[1]], data[after[0]][after[1]]
        # Days written year-month-day are in the order of their text.
        if second < first:
            yield Problem(
                Text(
                    f"Ngày {later.vi} {format_date(second)} trước ngày {earlier.vi} {format_date(first)}.",
                    f"The {later.en} on {format_date(second, 'en')} is before the {earlier.en} "
                    f"on {format_date(first, 'en')}.",
                ),
                Text(
                    f"{why.vi}: sửa `{'.'.join(after)}` hoặc `{'.'.join(before)}`.",
                    f"{why.en}: correct `{'.'.join(after)}` or `{'.'.join(before)}`.",
                ),
                after,
            )
