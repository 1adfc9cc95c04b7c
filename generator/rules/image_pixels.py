"""Ảnh không quá nhiều điểm ảnh

Một tệp nhỏ vẫn có thể bung ra thành hàng trăm triệu điểm ảnh và làm treo điện thoại của người xem. Giới hạn
ghi ở `limits.image_pixels` của schema/programme.yml.

Nguồn: Quy ước của danh mục này.

---

Photos do not have too many pixels

A small file can still unfold to hundreds of millions of pixels and stall a reader's phone. The limit is
`limits.image_pixels` in schema/programme.yml.

Source: this catalogue's own convention.

---

Good:
    images/bon-rua.jpg (1600 × 1200)
Bad:
    images/bon-rua.jpg (20000 × 20000)
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.photos import dimensions
from generator.text import Text, format_number

SCOPE = "image"
SEVERITY = "error"


def check(file: SourceFile, raw: bytes, programme: Programme) -> Iterator[Problem]:
    size = dimensions(raw)
    limit = programme.data["limits"].get("image_pixels")
    if size and limit and size[0] * size[1] > limit:
        width, height = size
        most = Text(format_number(limit), format_number(limit, language="en"))
        yield Problem(
            Text(
                f"Ảnh có {width} × {height} điểm ảnh, được nhiều nhất {most.vi} điểm ảnh.",
                f"The photo has {width} × {height} pixels, at most {most.en} are allowed.",
            ),
            Text(
                "Thu nhỏ ảnh, cạnh dài 1.600 điểm ảnh là đủ.",
                "Scale it down; 1,600 pixels on the long side are enough.",
            ),
        )
