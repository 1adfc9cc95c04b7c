"""Tệp được lưu bằng bảng mã UTF-8

Mọi máy đều đọc đúng chữ Việt trong tệp UTF-8. Tệp lưu bằng bảng mã khác (UTF-16, Windows-1258…) đọc ra sẽ
sai dấu, nên không kiểm tra được phần còn lại của tệp.

Nguồn: Quy ước của danh mục này.

---

Files are saved as UTF-8

Every computer reads Vietnamese correctly from UTF-8. A file in another encoding (UTF-16, Windows-1258…)
comes out garbled, so the rest of it cannot be checked.

Source: this catalogue's own convention.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may    # UTF-8
Bad:
    title: Bồn rửa tay đạp chân cho phân xưởng may    # UTF-16, Windows-1258
"""

from collections.abc import Iterator

from generator.document import text_position
from generator.findings import Problem
from generator.model import Programme
from generator.text import Text

SCOPE = "bytes"
SEVERITY = "error"
# How files in other encodings of Unicode begin; the longer sign before the one that it begins with.
_SIGNS = {
    b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16",
}  # fmt: skip


def check(raw: bytes, programme: Programme) -> Iterator[Problem]:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = text_position(before, len(before))
        encoding = next((name for sign, name in _SIGNS.items() if raw.startswith(sign)), None)
        if encoding:
            message = Text(
                f"Tệp được lưu bằng bảng mã {encoding}, không phải UTF-8.",
                f"The file is saved as {encoding}, not as UTF-8.",
            )
        else:
            byte = f"{raw[error.start]:02X}"
            message = Text(
                f"Tệp không được lưu bằng bảng mã UTF-8: byte {byte} ở đây không phải là chữ.",
                f"The file is not saved as UTF-8: the byte {byte} here is no character.",
            )
        yield Problem(
            message,
            Text(
                "Mở tệp bằng trình soạn thảo, chọn “Lưu thành…” (Save as) với bảng mã UTF-8 rồi lưu lại.",
                "Open the file in an editor and save it again with “Save as…” and the encoding UTF-8.",
            ),
            line=line,
            column=column,
        )
