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
_WORDS = frozenset(
    (
        "n/a", "tbd", "todo", "string", "noi dung", "mo ta", "tom tat", "tieu de",
        "ten sang kien", "chua co", "dang cap nhat", "se bo sung", "se bo sung sau", "bo sung sau",
    )
)  # fmt: skip
_SIGNS = frozenset(".…-_?x*X ")
# What such a text contains, and what it then looks like. Capital XXX may be a Roman numeral.
_INSIDE = {
    "orem ": re.compile(r"\b[Ll]orem ipsum\b"),
    "TODO": re.compile(r"\bTODO\b"),
    "FIXME": re.compile(r"\bFIXME\b"),
    "TBD": re.compile(r"\bTBD\b"),
    " đây": re.compile(
        r"(?:^[ \t]*|[<(\[{] ?)(?:điền|nhập|viết|ghi) (?:\w+ ){0,3}?(?:vào|ở|tại) đây",
        re.IGNORECASE | re.MULTILINE,
    ),
    "xxx": re.compile(r"(?<![\w.])x{3,}(?![\w.])"),
    "XXXX": re.compile(r"(?<![\w.])X{4,}(?![\w.])"),
    "......": re.compile(r"\.{6,}"),
    "………": re.compile(r"…{3,}"),
    "____": re.compile(r"_{4,}"),
}
_DOTS = ("…", "...")
# Two of them begin with frequent letters, which would slow the search for the others.
_FREQUENT = ("orem ", " đây")
_SCENT = re.compile("|".join(re.escape(scent) for scent in (*_INSIDE, *_DOTS) if scent not in _FREQUENT))
_LONGEST_EMPTY = 40
_CODE = re.compile(r"\S*[-/]…|…[-/]\S*")


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    texts = list(_texts(data, ()))
    whole = "\n".join(value for _, value in texts)
    suspicious = any(scent in whole for scent in _FREQUENT) or _SCENT.search(whole) is not None
    for at, value in texts:
        found = value if _is_empty(value) else _gap(value) if suspicious else None
        if found:
            yield Problem(
                Text(f"“{shorten(found)}” chỉ là chữ giữ chỗ.", f"“{shorten(found)}” only holds a place."),
                Text(
                    "Thay bằng nội dung thật; mục không bắt buộc thì có thể bỏ.",
                    "Replace it with the real contents, or leave out a key that is optional.",
                ),
                at,
            )


def _is_empty(value: str) -> bool:
    """Whether there is nothing but a word or signs that hold a place."""
    if len(value) > _LONGEST_EMPTY:
        return False
    if value[0] in _SIGNS and _SIGNS.issuperset(value):
        return True
    return fold(value).strip(" .…") in _WORDS or ("…" in value and _CODE.fullmatch(value) is not None)


def _gap(value: str) -> str | None:
    """What in a longer text waits to be filled in."""
    for scent, pattern in _INSIDE.items():
        if scent in value and (found := pattern.search(value)):
            return found[0].strip()
    if any(dots in value for dots in _DOTS):
        return next((dots for line in value.split("\n") if (dots := line.strip(" \t-*")) in _DOTS), None)
    return None


def _texts(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    children = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in children:
        if isinstance(item, str):
            if item:
                yield (*at, key), item
        elif isinstance(item, dict | list):
            yield from _texts(item, (*at, key))
