"""Không ghi địa chỉ nhà riêng

Nơi thường trú, số nhà của tác giả có trong đơn yêu cầu công nhận nhưng không được đưa lên danh mục. Địa chỉ
của đơn vị, nơi áp dụng sáng kiến thì được.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No home addresses

An author's residence stands on the application form, but must not reach the catalogue. The address of the
unit, or of the place where the innovation is applied, may stand.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    where: Phân xưởng may 2
Bad:
    where: Nhà tác giả, số nhà 12 ngõ 5 đường Hoa Gạo
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("địa chỉ nhà riêng", "a home address")
_SCENTS = ("trú", "ơi ở", "ố nhà", "chỉ nhà", "hà riêng")
_AREA = "(?i:số nhà|số|ngõ|ngách|hẻm|kiệt|tổ|khu|lô|thôn|xóm|đội|đường|phố|phường|xã|thị trấn|huyện|quận)"


def check(text: str, programme: Programme) -> Iterator[Problem]:
    lines = {text.rfind("\n", 0, at) + 1 for scent in _SCENTS for at in _places(scent, text)}
    for start in sorted(lines):
        for found in _address().finditer(text[start:].partition("\n")[0]):
            part = found.lastindex or 0
            yield exposed(_WHAT, found[part], start + found.start(part))


@cache
def _address() -> re.Pattern[str]:
    # Compiled when a text needs it: that takes as long as a hundred texts that need none.
    letters = map(chr, range(65, 0x1EF9))
    capital = f"[{''.join(c for c in letters if c.isupper() and (c.isascii() or ord(c) > 191))}]"
    street = rf"[0-9]+[A-Za-z]?(?:/[0-9]+[A-Za-z]?)*,? +(?:{_AREA} +[0-9A-ZĐ]|{capital}\w)"
    return re.compile(
        rf"(?i:(?:thường|tạm|cư) trú|nơi ở|chỗ ở|nhà riêng|địa chỉ nhà)(?i: hiện nay| hiện tại)?:\s*"
        rf"({street}|{_AREA} +(?:[0-9]|{capital}).*)"
        rf"|(?i:trú|nhà riêng) +(?i:tại|ở) +((?:{_AREA} +)?{street})"
        rf"|(?i:số nhà):? *({street})"
    )


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
