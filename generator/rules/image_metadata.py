"""Ảnh không mang theo vị trí, thông tin máy ảnh, lời ghi

Ảnh chụp bằng điện thoại ghi tọa độ nơi chụp, giờ chụp, loại máy, có khi cả tên chủ máy (Exif, XMP, IPTC,
lời ghi). Ai tải ảnh về cũng đọc được. Hướng xoay, độ phân giải, hồ sơ màu thì được giữ.

Nguồn: Luật 91/2025/QH15; Exif 2.32; PNG (W3C).

---

Photos carry no place, camera data or comments

A phone writes into a photo where and when it was taken, with what device, sometimes its owner's name (Exif,
XMP, IPTC, comments). Everybody who downloads it can read that. The turn, the resolution and the colour
profile may stay.

Source: Law 91/2025/QH15; Exif 2.32; PNG (W3C).

---

Good:
    images/bon-rua.jpg (JPEG)
Bad:
    images/bon-rua.jpg (JPEG; Exif: GPS, Make, Model)
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.photos import Extra, read_photo
from generator.text import Text

SCOPE = "image"
SEVERITY = "error"
_SHOWN_FIELDS = 6


def check(file: SourceFile, raw: bytes, programme: Programme) -> Iterator[Problem]:
    extras = read_photo(raw).extras
    if not extras:
        return
    carried = "; ".join(dict.fromkeys(map(_named, extras)))
    if any(extra.located for extra in extras):
        message = Text(
            f"Ảnh mang theo vị trí chụp (GPS): {carried}.",
            f"The photo carries the place where it was taken (GPS): {carried}.",
        )
    else:
        message = Text(
            f"Ảnh mang theo thông tin ngoài hình: {carried}.",
            f"The photo carries more than the picture: {carried}.",
        )
    yield Problem(
        message,
        Text(
            "Xóa thông tin đi kèm rồi lưu lại (Windows: Thuộc tính → Chi tiết → Xóa thuộc tính và thông tin "
            "cá nhân), hoặc dùng ảnh chụp màn hình của ảnh.",
            "Remove it and save the photo again (Windows: Properties → Details → Remove Properties and "
            "Personal Information), or use a screenshot of the photo.",
        ),
    )


def _named(extra: Extra) -> str:
    fields = [field for field in extra.fields if field and field.isprintable()]
    shown = ", ".join(fields[:_SHOWN_FIELDS]) + (", …" if len(fields) > _SHOWN_FIELDS else "")
    return f"{extra.name} ({shown})" if shown else extra.name
