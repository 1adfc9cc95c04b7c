"""Không có mục lạ

Tên mục viết sai một chữ thì nội dung của mục bị bỏ sót. Vì vậy mục nào không có trong schema/ đều được
báo, kèm tên mục có lẽ đúng; tên mục viết bằng tiếng Việt cũng được nhận ra.

Nguồn: Quy ước của danh mục này; schema/.

---

No unknown keys

A key with one wrong letter would lose what it holds. So every key that schema/ does not know is reported,
with the key that was probably meant; Vietnamese and English labels are recognised too.

Source: this catalogue's own convention; schema/.

---

Good:
    novelty: Lần đầu đơn vị dùng van đạp chân thay vòi tay gạt.
Bad:
    novety: Lần đầu đơn vị dùng van đạp chân thay vòi tay gạt.
"""

from generator.findings import Problem
from generator.rules._words import key_name, listed, meant, shorten
from generator.schema import Violation, label
from generator.text import Text

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "unknown" or violation.key is None:
        return None
    key = shorten(violation.key)
    return Problem(
        Text(f"Không có mục `{key}` ở đây.", f"There is no key `{key}` here."),
        _hint(violation, violation.key),
        (*violation.at, violation.key),
        on_key=True,
    )


def _hint(violation: Violation, key: str) -> Text:
    if "" in violation.homes:
        return Text(
            f"Mục `{key}` không nằm trong mục khác: cho dòng này ra sát lề trái.",
            f"`{key}` does not belong below another key: move this line to the left margin.",
        )
    if violation.homes:
        homes = listed(violation.homes)
        return Text(
            f"Mục `{key}` nằm trong {homes}: thụt dòng này vào dưới mục đó.",
            f"`{key}` belongs into {homes}: indent this line below it.",
        )
    known = meant(key, _spellings(violation))
    if known is not None:
        name = key_name(violation.schema, known)
        return Text(f"Có phải ý bạn là {name.vi}?", f"Did you mean {name.en}?")
    known_keys = listed(violation.known)
    return Text(
        f"Xóa mục này. Các mục dùng được ở đây: {known_keys}.",
        f"Delete it. The keys known here are {known_keys}.",
    )


def _spellings(violation: Violation) -> dict[str, str]:
    """Everything by which a person may call a known key: its label in both languages, and the key."""
    spellings: dict[str, str] = {}
    for key in violation.known:
        title = label(violation.schema["properties"].get(key, {}))
        spellings |= {title.en: key, title.vi: key, key.replace("_", " "): key}
    spellings |= {key: key for key in violation.known}
    spellings.pop("", None)
    return spellings
