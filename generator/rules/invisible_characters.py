"""Không có ký tự ẩn trong văn bản

Chữ chép từ trang web hoặc tệp PDF hay kèm ký tự không nhìn thấy: khoảng trắng độ rộng bằng không, gạch nối
mềm, dấu điều khiển hướng chữ. Chúng làm tìm kiếm không ra, và có thể khiến chữ hiện ra khác với nội dung
thật.

Nguồn: Unicode TR36, mục 3; Unicode TR9.

---

No invisible characters in the text

Text copied from web pages or PDF files often brings characters that cannot be seen: spaces of no width,
soft hyphens, controls of the direction of writing. They hide words from the search, and can make text look
like what it is not.

Source: Unicode TR36, section 3; Unicode TR9.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: Bồn rửa<U+200B> tay đạp chân cho phân xưởng may
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._characters import DIRECTION, INVISIBLE, suspects
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_HIDDEN = re.compile(f"[{INVISIBLE}{DIRECTION}]")
_TURNING = re.compile(f"[{DIRECTION}]")
_JOINER = "\u200d"


def check(text: str, programme: Programme) -> Iterator[Problem]:
    places: dict[str, list[int]] = {}
    for offset, sign in suspects(text):
        # A mark at the very beginning and emoji joined to one picture are no one's mistake here.
        if (
            offset
            and _HIDDEN.match(sign)
            and not (sign == _JOINER and text[offset + 1 : offset + 2] > "\u2600")
        ):
            places.setdefault(sign, []).append(offset)
    for sign, offsets in places.items():
        code = f"U+{ord(sign):04X} {unicodedata.name(sign, 'UNASSIGNED')}"
        count = len(offsets)
        times = Text(f" (tất cả {count} chỗ)", f" ({count} places in all)") if count > 1 else Text("", "")
        if _TURNING.match(sign):
            message = Text(
                f"Có ký tự ẩn {code}, đổi hướng chữ{times.vi}.",
                f"There is an invisible character {code}, which turns the direction of writing{times.en}.",
            )
            hint = Text("Xóa ký tự này, rồi đọc lại cả dòng.", "Delete it, and read the line again.")
        else:
            message = Text(
                f"Có ký tự ẩn {code}{times.vi}.", f"There is an invisible character {code}{times.en}."
            )
            hint = Text("Xóa ký tự này, hoặc gõ lại từ chứa nó.", "Delete it, or type the word anew.")
        yield Problem(message, hint, offset=offsets[0])
