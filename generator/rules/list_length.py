"""Danh sách có số mục cho phép

Ít nhất một tác giả, nhiều nhất mười; nhiều nhất sáu ảnh và tám từ khóa. Mục không bắt buộc mà chưa có gì
thì bỏ hẳn, không để danh sách trống.

Nguồn: schema/.

---

Lists have as many items as allowed

At least one author and at most ten; at most six photos and eight tags. Leave out an optional list that
would be empty.

Source: schema/.

---

Good:
    tags: [rửa tay, khử khuẩn]
Bad:
    tags: []
"""

from generator.findings import Problem
from generator.rules._words import example, field_name
from generator.schema import Violation, help_text
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword not in ("minItems", "maxItems", "minProperties"):
        return None
    name, about = field_name(violation.schema, violation.at), help_text(violation.schema)
    count, limit = len(violation.value), violation.expected
    if violation.keyword == "maxItems":
        return Problem(
            Text(
                f"{name.vi} có {count} mục, được nhiều nhất {limit}.",
                f"{name.en} has {count} items, at most {limit} are allowed.",
            ),
            Text(
                f"Bớt {count - limit} mục. {about.vi}".rstrip(),
                f"Take away {count - limit}. {about.en}".rstrip(),
            ),
            violation.at,
        )
    shown = example(violation.schema) or "…"
    return Problem(
        Text(
            f"{name.vi} cần ít nhất {limit} mục, hiện có {count}.",
            f"{name.en} needs at least {limit}, and has {count}.",
        ),
        Text(
            f"Thêm, ví dụ `{shown}`; mục không bắt buộc mà chưa có thì bỏ cả dòng.",
            f"Add some, as in `{shown}`; leave the line out where it is optional and unknown.",
        ),
        violation.at,
    )
