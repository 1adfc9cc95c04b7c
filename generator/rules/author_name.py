"""Mỗi tác giả có tên kèm ngày đồng ý, hoặc có bí danh

Họ tên là dữ liệu cá nhân: chỉ công khai khi tác giả đã đồng ý bằng văn bản, và ghi ngày của văn bản đó.
Im lặng không phải là đồng ý. Chưa có văn bản thì ghi bí danh (“Tác giả 1”), và không ghi tên.

Nguồn: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.

---

Each author has a name with the date of consent, or a pseudonym

A name is personal data: it is published only with the author's written consent, and with its date.
Silence is not consent. Until then a pseudonym (“Tác giả 1”) stands in place of the name.

Source: Law 91/2025/QH15 on the protection of personal data.

---

Good:
    authors:
      - {alias: Tác giả 1, job: Công nhân, share: 100}
Bad:
    authors:
      - {name: Nguyễn Văn An, job: Công nhân, share: 100}
"""

from generator.findings import Problem
from generator.rules._words import key_name
from generator.schema import Violation
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "oneOf" or "alias" not in violation.schema.get("properties", {}):
        return None
    name, alias, consent = (key_name(violation.schema, key) for key in ("name", "alias", "consent_on"))
    author = violation.value
    # Whoever reads the log of a check need not read the name as well: messages leave it out.
    if "name" in author and "alias" in author:
        key = "alias"
        message = Text(
            f"Tác giả này có cả {name.vi} và {alias.vi}.", f"This author has both {name.en} and {alias.en}."
        )
        hint = Text(
            "Đã có văn bản đồng ý thì giữ `name` kèm `consent_on`, xóa `alias`; chưa có thì chỉ giữ `alias`.",
            "With written consent keep `name` and `consent_on`, delete `alias`; without it keep `alias` "
            "only.",
        )
    elif "name" in author:
        key = "name"
        message = Text(f"Có {name.vi} mà không có {consent.vi}.", f"There is {name.en} without {consent.en}.")
        hint = Text(
            "Ghi ngày trên văn bản đồng ý của tác giả, ví dụ `consent_on: 2022-03-01`; chưa có văn bản thì "
            "thay `name` bằng `alias: Tác giả 1`.",
            "Give the date on the author's written consent, as in `consent_on: 2022-03-01`; without one "
            "replace `name` with `alias: Tác giả 1`.",
        )
    elif "consent_on" in author:
        key = "consent_on"
        message = Text(f"Có {consent.vi} mà không có {name.vi}.", f"There is {consent.en} without {name.en}.")
        hint = Text(
            "Thêm `name`, hoặc xóa `consent_on` và chỉ ghi `alias`.",
            "Add `name`, or delete `consent_on` and give an `alias` only.",
        )
    else:
        key = ""
        message = Text(
            f"Tác giả này không có {name.vi}, cũng không có {alias.vi}.",
            f"This author has neither {name.en} nor {alias.en}.",
        )
        hint = Text(
            "Thêm `alias: Tác giả 1`, hoặc `name` kèm `consent_on` khi đã có văn bản đồng ý.",
            "Add `alias: Tác giả 1`, or `name` and `consent_on` with written consent.",
        )
    return Problem(message, hint, (*violation.at, key) if key else violation.at, on_key=bool(key))
