"""Giá trị là một trong các mã cho phép

Loại giải pháp, lĩnh vực, loại hình đơn vị… chỉ nhận những mã có trong schema/programme.yml, để số liệu cộng
được. Ghi mã (ví dụ `technical`), không ghi tên tiếng Việt; ghi nhầm tên thì được chỉ ra mã đúng.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (các loại giải pháp); schema/programme.yml.

---

Values are among the IDs that are allowed

Kind, field, type of unit… take only the IDs of schema/programme.yml, so that figures add up. Write the ID
(such as `technical`), not the name; where a name was written, the right ID is shown.

Source: the programme's announcement of 25 January 2022 (the kinds); schema/programme.yml.

---

Good:
    kind: technical
Bad:
    kind: Giải pháp kỹ thuật
"""

from generator.findings import Problem
from generator.rules._words import field_name, flow, meant, shorten
from generator.schema import Violation
from generator.text import Text, named

SCOPE = "schema"
SEVERITY = "error"


def check(violation: Violation) -> Problem | None:
    if violation.keyword != "enum":
        return None
    name, value = field_name(violation.schema, violation.at), flow(violation.value)
    names = {word: Text(word, word) for word in map(flow, violation.expected)}
    names |= {word: named(given) for word, given in violation.schema.get("x-names", {}).items()}
    spellings = {text: word for word, given in names.items() for text in (given.en, given.vi)}
    word = meant(value, {**spellings, **{word: word for word in names}})
    all_vi = "; ".join(_word(word, given.vi) for word, given in names.items())
    all_en = "; ".join(_word(word, given.en) for word, given in names.items())
    if word is None:
        hint = Text(f"Ghi một trong các mã: {all_vi}.", f"Write one of these: {all_en}.")
    else:
        hint = Text(
            f"Có phải ý bạn là {_word(word, names[word].vi)}? Các mã dùng được: {all_vi}.",
            f"Did you mean {_word(word, names[word].en)}? You can write: {all_en}.",
        )
    return Problem(
        Text(
            f"{name.vi} không có giá trị “{shorten(value)}”.", f"{name.en} has no value “{shorten(value)}”."
        ),
        hint,
        violation.at,
    )


def _word(word: str, name: str) -> str:
    return f"`{word}`" if word == name else f"`{word}` ({name})"
