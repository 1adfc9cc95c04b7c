"""Chữ không quá ngắn, không quá dài

Tên quá ngắn thì không ai biết sáng kiến làm gì; tóm tắt quá dài thì không đọc được trên điện thoại. Mỗi
mục có số ký tự tối thiểu và tối đa; dấu cách cũng tính là một ký tự.

Nguồn: schema/.

---

Text is neither too short nor too long

A title too short tells nobody what is done; a summary too long cannot be read on a phone. Each field has
a least and a largest number of characters, spaces included.

Source: schema/.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: Bồn rửa
"""

from generator.findings import Problem
from generator.rules._words import example, field_name
from generator.schema import Violation, help_text
from generator.text import Text, format_number

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword not in ("minLength", "maxLength"):
        return None
    name, about = field_name(violation.schema, violation.at), help_text(violation.schema)
    length, limit = len(violation.value), int(violation.expected)
    length_vi, limit_vi, more_vi = map(format_number, (length, limit, abs(length - limit)))
    length_en, limit_en, more_en = (
        format_number(n, language="en") for n in (length, limit, abs(length - limit))
    )
    shown = example(violation.schema) or "…"
    if not length:
        message = Text(f"{name.vi} để trống.", f"{name.en} is empty.")
        hint = Text(
            f"Ghi giá trị, ví dụ “{shown}”; mục không bắt buộc mà chưa có thì bỏ cả dòng.",
            f"Give a value, as in “{shown}”; leave the line out where it is optional and unknown.",
        )
    elif violation.keyword == "maxLength":
        message = Text(
            f"{name.vi} quá dài: có {length_vi} ký tự, được nhiều nhất {limit_vi}.",
            f"{name.en} is too long: {length_en} characters, at most {limit_en} are allowed.",
        )
        hint = Text(
            f"Bớt ít nhất {more_vi} ký tự. {about.vi}".rstrip(),
            f"Cut at least {more_en} characters. {about.en}".rstrip(),
        )
    else:
        message = Text(
            f"{name.vi} quá ngắn: có {length_vi} ký tự, cần ít nhất {limit_vi}.",
            f"{name.en} is too short: {length_en} characters, at least {limit_en} are needed.",
        )
        hint = Text(f"Viết rõ hơn, ví dụ “{shown}”. {about.vi}", f"Say more, as in “{shown}”. {about.en}")
    return Problem(message, Text(hint.vi.rstrip(), hint.en.rstrip()), violation.at)
