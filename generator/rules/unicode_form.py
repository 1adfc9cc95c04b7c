"""Chữ Việt được ghi ở dạng Unicode dựng sẵn (NFC)

Cùng một chữ “ế” có thể là một ký tự, hoặc là chữ e kèm hai dấu rời. Nhìn giống nhau nhưng máy coi là khác
nhau, nên tìm kiếm và so sánh sẽ sót. Cả danh mục dùng dạng dựng sẵn NFC; chữ chép từ máy Mac hoặc từ tệp
PDF thường ở dạng dấu rời.

Nguồn: Unicode, Phụ lục kỹ thuật 15.

---

Vietnamese is written in the composed Unicode form (NFC)

The same letter “ế” can be one character, or an e with two separate marks. They look alike and are
different to a computer, so that searches and comparisons miss some. The whole catalogue uses the composed
form NFC; text copied from a Mac or a PDF often has separate marks.

Source: Unicode Standard Annex 15.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
Bad:
    title: Bo\u0302\u0300n rửa tay đạp chân cho phân xưởng may
"""

import unicodedata
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if unicodedata.is_normalized("NFC", text):
        return
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    offset = next((n for n, (found, wanted) in pairs if found != wanted), 0)
    start = max(text.rfind(space, 0, offset) for space in " \n") + 1
    words = unicodedata.normalize("NFC", text[start : offset + 20]).split()
    word = words[0] if words else f"U+{ord(text[offset]):04X}"
    lines = sum(not unicodedata.is_normalized("NFC", line) for line in text.split("\n"))
    yield Problem(
        Text(
            f"Chữ “{word}” được ghi bằng dấu rời, không phải dạng dựng sẵn (Unicode NFC); "
            f"cả tệp có {lines} dòng như vậy.",
            f"“{word}” is written with separate marks instead of the composed form (Unicode NFC); "
            f"lines of this kind in the file: {lines}.",
        ),
        Text(
            "Chạy `sangkien fix` để chuyển cả tệp sang NFC, hoặc gõ lại các dòng đó.",
            "Run `sangkien fix` to turn the file into NFC, or type those lines anew.",
        ),
        offset=offset,
    )
