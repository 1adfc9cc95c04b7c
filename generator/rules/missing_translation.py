"""Mọi tên trong tệp quy định có đủ các ngôn ngữ của chương trình

Chương trình ghi `languages: [vi, en]` thì trang web có cả bản tiếng Anh, và mọi tên trong tệp quy định cần
thêm tên tiếng Anh. Chỉ ghi `[vi]` thì không cần.

Nguồn: schema/programme.yml.

---

Every name of the programme's file is there in each of the programme's languages

With `languages: [vi, en]` the site has English pages, and every name of the programme's file needs an
English one. With `[vi]` alone it does not.

Source: schema/programme.yml.

---

Good:
    languages: [vi, en]
    fields:
      - {id: healthcare, name: {vi: Y tế, en: Health care}}
Bad:
    languages: [vi, en]
    fields:
      - {id: healthcare, name: {vi: Y tế}}
"""

from collections.abc import Iterator
from typing import Any

from generator.findings import Pointer, Problem
from generator.model import Data
from generator.rules._words import field_name, shorten
from generator.text import Text

SCOPE = "programme"
SEVERITY = "error"


def check(data: Data) -> Iterator[Problem]:
    for at, name in _names(data, ()):
        for language in data["languages"]:
            if language not in name:
                field, said = field_name({}, at), shorten(name["vi"])
                yield Problem(
                    Text(
                        f"{field.vi} “{said}” chưa có `{language}`.",
                        f"{field.en} “{said}” lacks `{language}`.",
                    ),
                    Text(
                        f"Thêm `{language}: …`, hoặc bỏ `{language}` khỏi `languages`.",
                        f"Add `{language}: …`, or take `{language}` out of `languages`.",
                    ),
                    at,
                )


def _names(part: Any, at: Pointer) -> Iterator[tuple[Pointer, Data]]:
    """Every name below `part`: a mapping from languages to texts, Vietnamese always among them."""
    if isinstance(part, dict) and isinstance(part.get("vi"), str):
        yield at, part
    elif isinstance(part, dict | list):
        for step, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from _names(inner, (*at, step))
