"""What `sangkien new` asks: the questions follow from the schema, answers become data. Pure.

How questions are put to a person is the terminal's business, where the file goes the flow's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.findings import Pointer
from generator.model import Programme
from generator.schema import Checker, Schema, help_text, label, subschema
from generator.text import Text, closest, fold

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
_THOUSANDS = re.compile(r"\d{1,3}([. ]\d{3})+\Z")
_YES = {"true": True, "c": True, "co": True, "y": True, "yes": True,
        "false": False, "k": False, "khong": False, "n": False, "no": False}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """One field to ask for. `choices` are (id, name) where a vocabulary rules."""

    pointer: Pointer
    label: Text
    help: Text
    example: str
    schema: Schema
    required: bool
    choices: Sequence[tuple[str, Text]] = ()


def question(schema: Schema, pointer: Pointer, required: bool, programme: Programme) -> Question:
    """The question for the field at `pointer` of an effective schema."""
    part = subschema(schema, pointer)
    words = programme.vocabularies.get(part.get("x-vocabulary", ""), {})
    choices = [(w.id, Text(w.name["vi"], w.name.get("en", w.name["vi"]))) for w in words.values()]
    example = next(iter(part.get("examples", ())), "")
    shown = "" if isinstance(example, dict | list | bool) else str(example)
    return Question(pointer, label(part), help_text(part), shown, part, required, choices)


def answer(asked: Question, text: str) -> Any:
    """The value that `text` means: a choice by number, ID or name, 15/03/2022 as a date, 120.000 as a number.

    What cannot be understood comes back as text, for the schema to refuse.
    """
    text = text.strip()
    if asked.choices:
        return _choice(asked.choices, text)
    kind = asked.schema.get("type")
    if asked.schema.get("format") == "date" and (found := _DAY_FIRST.match(text)):
        day, month, year = found.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    if kind in ("integer", "number"):
        plain = text.replace(".", "").replace(" ", "") if _THOUSANDS.match(text) else text.replace(",", ".")
        try:
            return int(plain) if plain.lstrip("-").isdigit() else float(plain)
        except ValueError:
            return text
    if kind == "boolean":
        return _YES.get(fold(text), text)
    return text


def problem(asked: Question, value: Any) -> Text | None:
    """Why the value does not do, None where it does."""
    if Checker({"$schema": "https://json-schema.org/draft/2020-12/schema", **asked.schema}).accepts(value):
        return None
    limits = asked.schema
    if asked.choices:
        return Text("Hãy chọn một trong các mục đã liệt kê.", "Choose one of the listed items.")
    if limits.get("format") == "date":
        return Text("Hãy ghi ngày có thật, dạng 15/03/2022.", "Give a real date, as 15/03/2022.")
    if isinstance(value, str) and limits.get("type") == "string":
        low, high = limits.get("minLength", 0), limits.get("maxLength", "…")
        return Text(
            f"Cần từ {low} đến {high} ký tự, mới có {len(value)}.",
            f"It takes {low} to {high} characters and has {len(value)}.",
        )
    return Text("Hãy ghi một số phù hợp, chỉ dùng chữ số.", "Give a suitable number, digits only.")


def assign(data: dict[str, Any], pointer: Pointer, value: Any) -> None:
    """Put `value` at `pointer`, making the mappings and lists on the way."""
    target: Any = data
    for step, following in pairwise(pointer):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if step == len(target):
                target.append(empty)
            target = target[step]
        else:
            target = target.setdefault(step, empty)
    target[pointer[-1]] = value


def ordered(data: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """`data` with its top-level keys in the order of the schema."""
    return {key: data[key] for key in schema["properties"] if key in data}


def _choice(choices: Sequence[tuple[str, Text]], text: str) -> str:
    if text.isdigit() and 0 < int(text) <= len(choices):
        return choices[int(text) - 1][0]
    names = {word: word for word, _ in choices}
    names |= {name.get(language): word for word, name in choices for language in ("vi", "en")}
    likely = closest(text, names)
    return names[likely] if likely else text
