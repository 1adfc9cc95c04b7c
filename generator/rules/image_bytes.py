"""Ảnh không quá lớn

Người xem dùng điện thoại, và kho Git giữ mãi mọi ảnh từng đẩy lên. Giới hạn ghi ở `limits.image_bytes` của
schema/programme.yml.

Nguồn: Quy ước của danh mục này.

---

Photos are not too large

Readers use phones, and the Git repository keeps every photo for ever. The limit is `limits.image_bytes` in
schema/programme.yml.

Source: this catalogue's own convention.

---

Good:
    images/bon-rua.jpg (300 KB)
Bad:
    images/bon-rua.jpg (6 MB)
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.photos import EXTENSIONS
from generator.text import Text, format_number

SCOPE = "file"
SEVERITY = "error"


def check(file: SourceFile, programme: Programme) -> Iterator[Problem]:
    limit = int(programme.data["limits"]["image_bytes"])
    if file.name.rpartition(".")[2].lower() in EXTENSIONS and file.size > limit:
        size, most = (Text(*(format_number(n, 0, lang) for lang in ("vi", "en"))) for n in (file.size, limit))
        yield Problem(
            Text(
                f"Ảnh nặng {size.vi} byte, được nhiều nhất {most.vi} byte.",
                f"The photo has {size.en} bytes, at most {most.en} are allowed.",
            ),
            Text(
                "Thu nhỏ ảnh (cạnh dài 1.600 điểm ảnh là đủ) và lưu JPEG chất lượng 80.",
                "Scale it down (1,600 pixels on the long side are enough) and save as JPEG of quality 80.",
            ),
        )
