"""Sau phần cuối của ảnh không có gì nữa

Một tệp có thể vừa là ảnh vừa là tệp nén hay trang web gắn ở sau. Người xem chỉ thấy ảnh, còn phần kia không
ai duyệt. Một số điện thoại cũng gắn thêm dữ liệu của máy vào đây.

Nguồn: Quy ước của danh mục này.

---

Nothing follows the end of a photo

A file can be a photo and, behind it, an archive or a web page at the same time. Readers see the photo only,
and nobody reviews the rest. Some phones append data of their own there, too.

Source: this catalogue's own convention.

---

Good:
    images/bon-rua.png (… IEND)
Bad:
    images/bon-rua.png (… IEND, ZIP)
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.photos import format_of, trailing
from generator.text import Text, format_number

SCOPE = "image"
SEVERITY = "error"


def check(file: SourceFile, raw: bytes, programme: Programme) -> Iterator[Problem]:
    rest = trailing(raw)
    if rest:
        kind = format_of(rest)
        named = f" ({kind})" if kind else ""
        length = Text(format_number(len(rest)), format_number(len(rest), language="en"))
        yield Problem(
            Text(
                f"Sau phần cuối của ảnh còn {length.vi} byte khác{named}.",
                f"After the end of the photo there are {length.en} more bytes{named}.",
            ),
            Text(
                "Mở ảnh, lưu thành tệp mới rồi thay vào.",
                "Open the photo, save it as a new file and replace it.",
            ),
        )
