"""Không còn chữ giữ chỗ

Dấu chấm lửng thay cho nội dung, “xxx”, TODO, “điền vào đây”, “lorem ipsum” là chỗ chờ điền. Trang công khai
không được có chỗ trống như vậy; chưa có thông tin thì bỏ cả mục.

Nguồn: Quy ước của danh mục này.

---

No text that only holds a place

Dots in place of contents, “xxx”, TODO, “điền vào đây”, “lorem ipsum” wait to be filled in. A public page
must not have such gaps; leave out a key that nothing is known for.

Source: this catalogue's own convention.

---

Good:
    novelty: Lần đầu đơn vị dùng van đạp chân thay vòi tay gạt.
Bad:
    novelty: Điền vào đây điểm mới của sáng kiến
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.findings import Pointer, Problem
from generator.model import Data, Programme
from generator.rules._words import shorten
from generator.text import Text, fold

SCOPE = "innovation"
SEVERITY = "error"
_WHOLE = re.compile(
    r"[.…\-_?x*\s]+|n/a|tbd|todo|test|abc|string|text|(?:noi dung|mo ta|tom tat|tieu de|ten sang kien)[.…]*"
    r"|(?:chua co|dang cap nhat|se bo sung(?: sau)?|bo sung sau)\.?"
)
# In the order of how telling they are. Capital XXX may be a Roman numeral.
_INSIDE = (
    re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE),
    re.compile(r"\b(?:TODO|FIXME|TBD)\b"),
    re.compile(r"(?:điền|nhập|viết|ghi) (?:\w+ ){0,3}?(?:vào đây|ở đây|tại đây)", re.IGNORECASE),
    re.compile(r"(?<![\w.])(?:x{3,}|X{4,})(?![\w.])"),
    re.compile(r"\.{6,}|…{3,}|_{4,}"),
    re.compile(r"^[ \t]*(?:[-*] +)?(?:…|\.{3})[ \t]*$", re.MULTILINE),
)
_CODE = re.compile(r"\S*[-/](?:…|\.{3})|(?:…|\.{3})[-/]\S*")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    for at, value in _texts(data, ()):
        found = _placeholder(value)
        if found:
            yield Problem(
                Text(f"“{shorten(found)}” chỉ là chữ giữ chỗ.", f"“{shorten(found)}” only holds a place."),
                Text(
                    "Thay bằng nội dung thật; mục không bắt buộc thì có thể bỏ.",
                    "Replace it with the real contents, or leave out a key that is optional.",
                ),
                at,
            )


def _placeholder(value: str) -> str | None:
    if _WHOLE.fullmatch(fold(value.strip())) or _CODE.fullmatch(value):
        return value
    return next((found[0].strip() for pattern in _INSIDE if (found := pattern.search(value))), None)


def _texts(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        if value:
            yield at, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*at, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*at, number))
