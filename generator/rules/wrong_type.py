"""Giá trị đúng kiểu: chữ, số, có/không, danh sách hay mục con

Số tiền và tỷ lệ chỉ ghi chữ số (120000000, không ghi 120.000.000 hay 120 triệu); có hoặc không ghi true
hoặc false; tác giả, ảnh, từ khóa là danh sách; áp dụng, công nhận, lợi ích gồm các mục con. Mục để trống
cũng bị báo.

Nguồn: schema/.

---

Values are of the right type: text, number, yes/no, list or further keys

Sums and shares are digits only (120000000, not 120.000.000 or 120 triệu); yes and no are true and false;
authors, photos and tags are lists; application, recognition and benefit hold further keys. An empty value
is reported too.

Source: schema/.

---

Good:
    benefit:
      money_vnd: 120000000
Bad:
    benefit:
      money_vnd: 120 triệu
"""

from typing import Any

from generator.findings import Problem
from generator.rules._amounts import read_number
from generator.rules._words import example, field_name, listed, shorten
from generator.schema import Schema, Violation
from generator.text import Text, fold

SCOPE = "schema"
SEVERITY = "error"

_KINDS = {
    "object": Text("gồm các mục con", "hold further keys"),
    "array": Text("là một danh sách", "be a list"),
    "string": Text("là chữ", "be text"),
    "integer": Text("là một số nguyên", "be a whole number"),
    "number": Text("là một số", "be a number"),
    "boolean": Text("là true (có) hoặc false (không)", "be true or false"),
}
_WHOLE = Text("gồm các dòng `tên_mục: giá trị`", "consist of lines `key: value`")
_YES, _NO = ("co", "yes", "y", "on", "dung", "1"), ("khong", "no", "n", "off", "sai", "0")


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "type" or violation.expected not in _KINDS:
        return None
    name, kind, value = (
        field_name(violation.schema, violation.at),
        _KINDS[violation.expected],
        violation.value,
    )
    if value is None:
        message = Text(f"{name.vi} để trống.", f"{name.en} is empty.")
    else:
        found = _found(value)
        kind = kind if violation.at else _WHOLE
        message = Text(
            f"{name.vi} phải {kind.vi}, không phải {found.vi}.", f"{name.en} must {kind.en}, not {found.en}."
        )
    return Problem(message, _hint(violation.expected, value, violation.schema, violation.at), violation.at)


def _found(value: Any) -> Text:
    if isinstance(value, list):
        return Text("một danh sách", "a list")
    if isinstance(value, dict):
        return Text("các mục con", "further keys")
    return Text(f"“{shorten(value)}”", f"“{shorten(value)}”")


def _hint(kind: str, value: Any, schema: Schema, at: tuple[str | int, ...]) -> Text:
    fixed = _repaired(kind, value)
    if fixed is not None:
        return Text(f"Ghi `{fixed}`.", f"Write `{fixed}`.")
    shown = example(schema)
    if not at:
        keys = listed(schema.get("required", ()))
        return Text(
            f"Mỗi dòng ghi một mục `tên_mục: giá trị`, có dấu cách sau dấu hai chấm. Cần có: {keys}.",
            f"Write one `key: value` a line, with a space after the colon. Required are {keys}.",
        )
    if shown is None:
        return Text("Sửa giá trị cho đúng kiểu.", "Give a value of that type.")
    if value is None:
        return Text(
            f"Ghi giá trị, ví dụ `{shown}`; mục không bắt buộc mà chưa có thì bỏ cả dòng.",
            f"Give a value, as in `{shown}`; leave the line out where it is optional and unknown.",
        )
    return Text(f"Ghi theo mẫu: `{shown}`.", f"Write it like this: `{shown}`.")


def _repaired(kind: str, value: Any) -> str | None:
    """What `value` must look like to be of `kind`, where that can be told."""
    if not isinstance(value, str):
        return None
    if kind == "boolean":
        return "true" if fold(value) in _YES else "false" if fold(value) in _NO else None
    if kind in ("integer", "number"):
        number = read_number(value)
        if number is not None and (kind == "number" or number == int(number)):
            return f"{number:f}".rstrip("0").rstrip(".") if number != int(number) else str(int(number))
    return None
