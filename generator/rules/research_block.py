"""Đề tài nghiên cứu có mục `research`, sáng kiến khác thì không

Đề tài nghiên cứu khoa học phải cho biết cấp đề tài, ngày nghiệm thu và người xác nhận hiệu quả. Các loại
giải pháp khác không có những điều này; ghi mục `research` với loại khác nghĩa là một trong hai mục bị
nhầm.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (đề tài nghiên cứu khoa học).

---

A research project has a `research` block, and nothing else has

A research project tells its level, the day of its acceptance and who confirmed its effect. Other kinds of
innovation have none of these; a `research` block with another kind means that one of the two is wrong.

Source: the programme's announcement of 25 January 2022 (research projects).

---

Good:
    kind: research
    research: {level: city, accepted_on: 2021-10-01, confirmed_by: Giám đốc}
Bad:
    kind: technical
    research: {level: city, accepted_on: 2021-10-01, confirmed_by: Giám đốc}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, named

SCOPE = "innovation"
SEVERITY = "error"
NEEDS = ("kind", "research")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    research = programme.is_research(data["kind"])
    if research and "research" not in data:
        yield Problem(
            Text(
                "Loại giải pháp là đề tài nghiên cứu mà không có mục `research`.",
                "The kind is a research project, and the `research` block is missing.",
            ),
            Text(
                "Thêm cấp đề tài, ngày nghiệm thu và người xác nhận hiệu quả, ví dụ "
                "`research: {level: city, accepted_on: 2021-10-01, confirmed_by: Giám đốc}`.",
                "Add its level, the day of acceptance and who confirmed the effect, as in "
                "`research: {level: city, accepted_on: 2021-10-01, confirmed_by: Giám đốc}`.",
            ),
            ("kind",),
        )
    elif not research and "research" in data:
        kind = named(programme.vocabularies["kinds"][data["kind"]].name)
        wanted = next((word.id for word in programme.vocabularies["kinds"].values() if word.research), "…")
        yield Problem(
            Text(
                f"Có mục `research` mà loại giải pháp là “{kind.vi}”.",
                f"There is a `research` block, and the kind is “{kind.en}”.",
            ),
            Text(
                f"Nếu là đề tài nghiên cứu thì ghi `kind: {wanted}`; nếu không thì xóa mục `research`.",
                f"Write `kind: {wanted}` where it is a research project; otherwise delete `research`.",
            ),
            ("research",),
            on_key=True,
        )
