"""Liên kết chỉ dùng http, https hoặc mailto

Liên kết javascript:, data:, file: có thể chạy mã hoặc trỏ vào máy của người viết. Trang công khai bỏ các
liên kết đó, nên người đọc không bấm được.

Nguồn: Quy ước của danh mục này.

---

Links lead to http, https or mailto only

Links with javascript:, data: or file: can run code or point into the writer's own machine. The public site
drops them, so readers cannot follow them.

Source: this catalogue's own convention.

---

Good:
    description: |
      Xem [quy trình](https://example.org/quy-trinh).
Bad:
    description: |
      Xem [quy trình](file:///C:/quy-trinh.docx).
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._spans import outside_code
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_ALLOWED = frozenset(("http", "https", "mailto"))
_SCHEME = "([A-Za-z][A-Za-z0-9+.-]{1,31}):"
_LINK = re.compile(
    rf"\]\( {{0,9}}<?{_SCHEME}|<{_SCHEME}[^\s<>]*>|^ *\[[^\]\n]{{1,200}}\]: {{0,9}}<?{_SCHEME}", re.MULTILINE
)


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if "](" not in text and "<" not in text and "]:" not in text:
        return
    for link in outside_code(_LINK, text):
        part = link.lastindex or 0
        if link[part].lower() not in _ALLOWED:
            yield Problem(
                Text(
                    f"Liên kết “{link[part]}:” không được dùng.",
                    f"Links with “{link[part]}:” are not allowed.",
                ),
                Text(
                    "Dùng địa chỉ http, https hoặc mailto, hoặc bỏ liên kết và chỉ giữ chữ.",
                    "Use an address with http, https or mailto, or drop the link and keep the words.",
                ),
                offset=link.start(part),
            )
