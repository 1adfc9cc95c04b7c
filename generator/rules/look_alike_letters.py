"""Không dùng chữ cái của bảng chữ khác trông giống chữ Việt

Chữ а (Kirin), Ο (Hy Lạp), ð và Ð (Iceland), Ａ (toàn góc) trông như chữ Việt nhưng máy coi là chữ khác: tìm
kiếm không ra, sắp xếp sai, và có thể dùng để giả tên. Chữ Hy Lạp làm ký hiệu (Ω, α, Δt) thì được.

Nguồn: Unicode TS39, mục 4.

---

No letters of other scripts that look like Vietnamese ones

The letters а (Cyrillic), Ο (Greek), ð and Ð (Icelandic), Ａ (full width) look like Vietnamese ones, but are
others to a machine: search does not find them, order goes wrong, and names can be forged with them. Greek
letters as symbols (Ω, α, Δt) are fine.

Source: Unicode TS39, section 4.

---

Good:
    title: Đèn báo cho xe nâng ở kho bãi
Bad:
    title: Ðèn báo cho xe nâng ở kho bãi
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._characters import ALWAYS_WRONG, LOOK_ALIKES, suspects
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_WORD = re.compile(r"\w{0,60}")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỹ]")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    places: dict[str, list[int]] = {}
    for offset, sign in suspects(text):
        if sign in ALWAYS_WRONG or (_is_letter(sign) and _disguised(_word(text, offset))):
            places.setdefault(sign, []).append(offset)
    for sign, offsets in places.items():
        name = f"“{sign}” (U+{ord(sign):04X} {unicodedata.name(sign)})"
        word = _word(text, offsets[0])
        inside = Text(f" trong “{word}”", f" in “{word}”") if len(word) > 1 else Text("", "")
        right = LOOK_ALIKES.get(sign)
        count = len(offsets)
        yield Problem(
            Text(
                f"Chữ {name}{inside.vi} không phải chữ Việt{f' (tất cả {count} chỗ)' if count > 1 else ''}.",
                f"{name}{inside.en} is not a Vietnamese letter"
                f"{f' ({count} places in all)' if count > 1 else ''}.",
            ),
            Text(f"Gõ lại bằng chữ “{right}”.", f"Type “{right}” instead.")
            if right
            else Text(
                "Gõ lại cả từ bằng bàn phím tiếng Việt.", "Type the word anew on a Vietnamese keyboard."
            ),
            offset=offsets[0],
        )


def _is_letter(sign: str) -> bool:
    return sign in LOOK_ALIKES or unicodedata.name(sign, "").startswith("CYRILLIC")


def _disguised(word: str) -> bool:
    """Whether letters of another script stand among Latin ones, or a lone one poses as a Latin letter."""
    return bool(_LATIN.search(word)) or (len(word) == 1 and word in LOOK_ALIKES and word.isupper())


def _word(text: str, offset: int) -> str:
    before = _WORD.match(text[max(0, offset - 30) : offset][::-1])
    found = _WORD.match(text, offset - (before.end() if before else 0))
    return found[0] if found else ""
