"""Tệp không bắt đầu bằng dấu thứ tự byte (BOM)

Một số phần mềm trên Windows thêm ba byte EF BB BF không nhìn thấy vào đầu tệp UTF-8. Tệp vẫn đọc được,
nhưng công cụ khác có thể coi chúng là một phần của tên mục đầu tiên.

Nguồn: Quy ước của danh mục này.

---

Files do not start with a byte order mark

Some programs on Windows put three invisible bytes EF BB BF before UTF-8 text. The file can still be read,
but other tools may take them for a part of the first key.

Source: this catalogue's own convention.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    <BOM>title: Bồn rửa tay đạp chân cho phân xưởng may
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.text import Text

SCOPE = "text"
SEVERITY = "warning"
_MARK = "\ufeff"


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if text.startswith(_MARK):
        yield Problem(
            Text(
                "Đầu tệp có dấu thứ tự byte (BOM) không nhìn thấy được.",
                "The file starts with an invisible byte order mark (BOM).",
            ),
            Text(
                "Chạy `sangkien fix`, hoặc lưu lại tệp với bảng mã “UTF-8” thay cho “UTF-8 with BOM”.",
                "Run `sangkien fix`, or save the file as “UTF-8” instead of “UTF-8 with BOM”.",
            ),
            offset=0,
        )
