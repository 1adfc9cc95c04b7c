"""Chữ theo đúng mẫu

Một số mục phải viết theo mẫu để máy dùng được: tệp ảnh `images/ten-anh.jpg`, tài khoản người duyệt
`@ten`, thư mục của công đoàn kế thừa `cong-doan-cap-tren/cong-doan-co-so`.

Nguồn: schema/.

---

Text follows its pattern

Some fields have a fixed form that programs rely on: a photo `images/name.jpg`, a reviewer's account
`@name`, the folder of a successor `upper-union/grassroots-union`.

Source: schema/.

---

Good:
    images:
      - {file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}
Bad:
    images:
      - {file: Bồn rửa.JPG, alt: Bồn rửa tay đạp chân}
"""

import re

from generator.findings import Problem
from generator.rules._words import example, field_name, shorten
from generator.schema import Violation
from generator.text import Text, slugify

SCOPE = "schema"
SEVERITY = "error"
_LONGEST = 200


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "pattern":
        return None
    name, found = field_name(violation.schema, violation.at), shorten(violation.value)
    fixed = _repaired(violation.value, violation.expected)
    shown = fixed or example(violation.schema)
    if fixed and "." in fixed:
        hint = Text(
            f"Ghi `{fixed}`, và đổi tên tệp cho khớp.", f"Write `{fixed}`, and rename the file to match."
        )
    elif fixed:
        hint = Text(f"Ghi `{fixed}`.", f"Write `{fixed}`.")
    elif shown:
        hint = Text(f"Ghi theo mẫu: `{shown}`.", f"Write it like this: `{shown}`.")
    else:
        hint = Text(f"Ghi theo mẫu `{violation.expected}`.", f"Follow the pattern `{violation.expected}`.")
    return Problem(
        Text(
            f"{name.vi} viết không đúng mẫu: “{found}”.", f"{name.en} does not follow its pattern: “{found}”."
        ),
        hint,
        violation.at,
    )


def _repaired(value: str, pattern: str) -> str | None:
    """A value of the pattern that says the same, where there is one."""
    if len(value) > _LONGEST:
        return None
    *folders, name = value.strip().split("/")
    stem, dot, suffix = name.rpartition(".")
    slug = slugify(stem) + dot + suffix.lower() if dot else slugify(name)
    path = "/".join([*(slugify(folder) for folder in folders), slug])
    candidates = (value.strip(), path, f"images/{slug}", "@" + value.strip().lstrip("@"))
    return next((candidate for candidate in candidates if re.search(pattern, candidate)), None)
