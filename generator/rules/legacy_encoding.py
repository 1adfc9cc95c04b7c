"""Chữ Việt viết bằng Unicode, không bằng TCVN3 hay VNI

Bảng tính cũ còn dùng phông .VnTime (bảng mã TCVN3, còn gọi là ABC) hoặc VNI-Times. Chép sang đây chữ thành
“C«ng ®oµn”, “BOÄ GIAO THOÂNG”: không đọc được và không tìm được. Bộ công cụ của UniKey chuyển được cả đoạn.

Nguồn: TCVN 5712:1993; TCVN 6909:2001.

---

Vietnamese is written in Unicode, not in TCVN3 or VNI

Old spreadsheets still use the font .VnTime (the encoding TCVN3, also called ABC) or VNI-Times. Copied from
there the words come out as “C«ng ®oµn”, “BOÄ GIAO THOÂNG”: nobody can read or find them. The toolkit of
UniKey converts whole passages.

Source: TCVN 5712:1993; TCVN 6909:2001.

---

Good:
    title: Công đoàn đồng hành cùng công nhân
Bad:
    title: C«ng ®oµn ®ång hµnh cïng c«ng nh©n
"""

from collections.abc import Iterator

from generator.encodings import passages
from generator.findings import Problem
from generator.model import Programme
from generator.rules._words import shorten
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_FONTS = {"TCVN3": "TCVN3 (ABC, .VnTime)", "VNI": "VNI Windows"}
_NAMES = {"TCVN3": "TCVN3 (ABC)", "VNI": "VNI Windows"}


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for passage in passages(text):
        found = shorten(text[passage.offset : passage.offset + passage.length], 40)
        font, name = _FONTS[passage.encoding], _NAMES[passage.encoding]
        sure = passage.converted
        written = (
            Text(f" Viết lại: {shorten(sure, 300)}", f" Write: {shorten(sure, 300)}")
            if sure
            else Text("", "")
        )
        yield Problem(
            Text(
                f"Chữ “{found}” theo bảng mã cũ {font}, không phải Unicode.",
                f"The text “{found}” is in the old encoding {font}, not in Unicode.",
            ),
            Text(
                f"Chuyển mã bằng bộ công cụ của UniKey (Ctrl+Shift+F6): nguồn {name}, đích Unicode."
                f"{written.vi}",
                f"Convert it with the toolkit of UniKey (Ctrl+Shift+F6): from {name} to Unicode.{written.en}",
            ),
            offset=passage.offset,
        )
