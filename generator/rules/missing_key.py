"""Các mục bắt buộc đều có mặt

Mỗi sáng kiến cần đủ: tên, loại giải pháp, lĩnh vực, tóm tắt, tác giả, ngày áp dụng, công nhận, lợi ích và
mô tả. Thiếu một mục thì chưa đủ căn cứ để tính là sáng kiến của chương trình.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (thế nào là sáng kiến); schema/.

---

Everything required is there

Each innovation needs its title, kind, field, summary, authors, day of application, recognition, benefit
and description. Without one of them it cannot be told to be an innovation of the programme.

Source: the programme's announcement of 25 January 2022 (what counts as an innovation); schema/.

---

Good:
    applied:
      on: 2022-03-15
      where: Phân xưởng may 2
Bad:
    applied:
      where: Phân xưởng may 2
"""

from generator.findings import Problem
from generator.rules._words import example, field_name, key_name
from generator.schema import Violation, help_text
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "required" or violation.key is None:
        return None
    wanted = violation.schema.get("properties", {}).get(violation.key, {})
    owner, missing = field_name(violation.schema, violation.at), key_name(violation.schema, violation.key)
    shown = example(wanted)
    line = f"`{violation.key}: {shown}`" if shown else f"`{violation.key}: …`"
    about = help_text(wanted)
    return Problem(
        Text(f"{owner.vi} thiếu mục {missing.vi}.", f"{owner.en} lacks {missing.en}."),
        Text(f"Thêm, ví dụ {line}. {about.vi}".rstrip(), f"Add it, as in {line}. {about.en}".rstrip()),
        violation.at,
    )
