"""Tệp YAML không vượt quá kích thước cho phép

Một sáng kiến dài mấy trang cũng chỉ vài chục nghìn byte. Tệp lớn hơn giới hạn `limits.file_bytes` của
schema/programme.yml thường là do dán nhầm ảnh hoặc bảng tính vào, và làm trang tải chậm.

Nguồn: Quy ước của danh mục này.

---

YAML files keep within the size limit

Even an innovation of several pages takes a few ten thousand bytes. A file beyond the limit
`limits.file_bytes` of schema/programme.yml usually has a picture or a spreadsheet pasted into it, and
makes its page slow.

Source: this catalogue's own convention.

---

Good:
    description: Vài trang chữ, ảnh để trong thư mục images/
Bad:
    description: Một ảnh hoặc một bảng tính dán thẳng vào đây
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.text import Text, format_number

SCOPE = "bytes"
SEVERITY = "error"


def check(raw: bytes, programme: Programme) -> Iterator[Problem]:
    limit = int(programme.data["limits"]["file_bytes"])
    if len(raw) > limit:
        size_vi, limit_vi = format_number(len(raw)), format_number(limit)
        size_en, limit_en = format_number(len(raw), language="en"), format_number(limit, language="en")
        yield Problem(
            Text(
                f"Tệp quá lớn: {size_vi} byte, được nhiều nhất {limit_vi} byte.",
                f"The file is too large: {size_en} bytes, at most {limit_en} are allowed.",
            ),
            Text(
                "Rút gọn phần mô tả; ảnh để trong thư mục images/, không dán vào tệp này.",
                "Shorten the description; put pictures into images/ instead of this file.",
            ),
        )
