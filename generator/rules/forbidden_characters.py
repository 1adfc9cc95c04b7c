"""Tệp không chứa ký tự điều khiển

YAML không cho phép ký tự NUL và các ký tự điều khiển khác; chúng lọt vào khi chép từ phần mềm khác hoặc
khi tệp bị hỏng. Ký tự ngắt dòng kiểu lạ (U+0085, U+2028, U+2029) cũng không dùng, vì mỗi phần mềm
đếm dòng một khác.

Nguồn: YAML 1.2.2, mục 5.1 và 5.4.

---

Files hold no control characters

YAML forbids NUL and other control characters; they slip in from other programs or with a damaged
file. Unusual line breaks (U+0085, U+2028, U+2029) stay out too, since programs count their lines
differently.

Source: YAML 1.2.2, sections 5.1 and 5.4.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: Bồn rửa tay<NUL> đạp chân cho phân xưởng may
"""

import re
from collections.abc import Iterator

from generator.document import text_position
from generator.findings import Problem
from generator.model import Programme
from generator.text import Text, format_number

SCOPE = "bytes"
SEVERITY = "error"

_CONTROLS = bytes(n for n in (*range(32), 127) if n not in b"\t\n\r")
# The first bytes of the other forbidden characters in UTF-8; a cheap look before the careful one.
_LEADS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbf")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def check(raw: bytes, programme: Programme) -> Iterator[Problem]:
    if len(raw.translate(None, _CONTROLS)) == len(raw) and not any(lead in raw for lead in _LEADS):
        return
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return  # Another rule's matter; its characters are not known.
    found = _FORBIDDEN.findall(text)
    if not found:
        return
    line, column = text_position(text, text.index(found[0]))
    more_vi = f" Cả tệp có {format_number(len(found))} ký tự như vậy." if len(found) > 1 else ""
    more_en = f" There are {format_number(len(found), language='en')} of the kind." if len(found) > 1 else ""
    yield Problem(
        Text(
            f"Có ký tự điều khiển U+{ord(found[0]):04X} không nhìn thấy được.{more_vi}",
            f"There is an invisible control character U+{ord(found[0]):04X}.{more_en}",
        ),
        Text(
            "Xóa ký tự ở vị trí này, hoặc gõ lại cả dòng.",
            "Delete the character at this place, or type the line anew.",
        ),
        line=line,
        column=column,
    )
