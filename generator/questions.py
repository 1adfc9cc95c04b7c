"""What `sangkien new` asks: the questions follow from the schema, answers become data. Pure.

In which order they come is the business of `interview`, how they are put to a person the flow's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from generator.findings import Pointer
from generator.model import Programme
from generator.repair import repair_words
from generator.rules._amounts import read_number
from generator.rules._words import meant
from generator.schema import Schema, help_text, is_date, label, subschema
from generator.text import Text, fold, format_date, format_number, named

# What was answered, by question; None where a question was left out.
Answers = Mapping[Pointer, Any]
# Typed in place of an answer: back to the question before, and an answer taken away again.
BACK, OUT = "<", "-"
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\Z")
_NUMBER = re.compile(r"[0-9]{1,6}\Z")
_YES = frozenset(("c", "co", "v", "vang", "u", "uh", "da", "dung", "roi", "y", "yes", "true"))
_NO = frozenset(("k", "ko", "khong", "chua", "sai", "n", "no", "false"))
YES_OR_NO = Text("Trả lời có hoặc không (c/k).", "Answer yes or no (y/n).")
_NEEDED = Text("Câu này cần có câu trả lời.", "This question needs an answer.")
NO_CHOICE = Text(
    "Không có mục nào như vậy. Hãy ghi số đứng trước mục cần chọn, hoặc một phần tên của nó.",
    "There is no such item. Give the number before the one you want, or a part of its name.",
)
# What the terminal gives for bytes that are no text.
_UNREADABLE = "\ufffd"
_UNREAD = Text(
    "Có chữ không đọc được vì không ở bảng mã UTF-8. Hãy gõ lại bằng bộ gõ tiếng Việt Unicode.",
    "Some of this cannot be read, as it is not UTF-8. Type it anew in Unicode.",
)


@dataclass(frozen=True)
class Choice:
    """One of several answers; `spellings` are what a person may write for it, whole or in part."""

    id: str
    name: Text
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One thing to ask for: one of `choices`, `lines` of text, or a single value that `schema` describes.

    `proposed` is the answer of a person who just presses Enter; None where there is none.
    """

    pointer: Pointer
    label: Text
    help: Text
    schema: Schema
    required: bool
    example: str = ""
    choices: tuple[Choice, ...] = ()
    lines: bool = False
    proposed: Any = None


def question(schema: Schema, pointer: Pointer, required: bool, programme: Programme) -> Question:
    """The question for the field at `pointer` of an effective schema."""
    part = subschema(schema, pointer)
    words = programme.vocabularies.get(part.get("x-vocabulary", ""), {})
    names = {word.id: named(word.name) for word in words.values()}
    choices = tuple(Choice(word, name, (name.vi, name.en)) for word, name in names.items())
    # Help texts tell what to write into a file; here people answer in words.
    about = YES_OR_NO if part.get("type") == "boolean" else help_text(part)
    example = next(iter(part.get("examples", ())), "")
    if choices or isinstance(example, dict | list | bool):
        example = ""
    elif is_date(example):
        example = format_date(example)
    return Question(pointer, label(part), about, part, required, str(example), choices)


def cleaned(text: str) -> str:
    """One line of an answer: single spaces between words, and what needs no guessing repaired."""
    return " ".join(repair_words(text).split())


def answer(asked: Question, text: str) -> Any:
    """The value that a cleaned `text` means: 15/03/2022 as a date, 120 triệu as a number, vâng as true.

    What cannot be understood comes back as text, for the schema to refuse.
    """
    kind = asked.schema.get("type")
    if asked.schema.get("format") == "date" and (found := _DAY_FIRST.match(text)):
        day, month, year = found.groups()
        written = f"{year}-{int(month):02}-{int(day):02}"
        return written if is_date(written) else text
    if kind in ("integer", "number"):
        number = read_number(text)
        return text if number is None else plain(number)
    if kind == "boolean":
        said = truth(text)
        return text if said is None else said
    return text


def truth(text: str) -> bool | None:
    """Whether a cleaned `text` says yes or no; None where it says neither."""
    word = fold(text).rstrip(".!")
    return True if word in _YES else False if word in _NO else None


def plain(number: Decimal) -> int | float:
    """`number` as data."""
    return int(number) if number == int(number) else float(number)


def chosen(choices: Sequence[Choice], listed: Sequence[Choice], text: str) -> Sequence[Choice]:
    """The choices that a cleaned `text` can mean.

    By the number among those `listed`, or by ID, a part of the name, or nearly the name; with diacritics
    or without.
    """
    if _NUMBER.match(text) and 0 < int(text) <= len(listed):
        return [listed[int(text) - 1]]
    word = fold(text)
    exact = [c for c in choices if word in (c.id, *map(fold, c.spellings))]
    within = [c for c in choices if any(word in fold(spelling) for spelling in c.spellings)]
    if exact or within:
        return exact[:1] or within
    likely = meant(text, {spelling: c.id for c in choices for spelling in c.spellings})
    return [c for c in choices if c.id == likely]


def problem(asked: Question, value: Any) -> Text | None:
    """Why an answer does not do before any rule looks at it; None where one may."""
    if value == "":
        return _NEEDED
    if isinstance(value, str) and _UNREADABLE in value:
        return _UNREAD
    if asked.choices and all(value != choice.id for choice in asked.choices):
        return NO_CHOICE
    if asked.schema.get("type") == "boolean" and not isinstance(value, bool):
        return YES_OR_NO
    return None


def shown(asked: Question, value: Any) -> Text:
    """A value as people write it."""
    if asked.choices:
        return next(choice.name for choice in asked.choices if choice.id == value)
    if isinstance(value, bool):
        return Text("có", "yes") if value else Text("không", "no")
    if isinstance(value, int | float):
        decimals = max(0, -int(Decimal(str(value)).as_tuple().exponent))
        return Text(format_number(value, decimals), format_number(value, decimals, "en"))
    if asked.schema.get("format") == "date" and is_date(value):
        return Text(format_date(value), format_date(value))
    return Text(value, value)


def heading(asked: Question, answers: Answers) -> Text:
    """The question as it is put to a person, with what Enter means."""
    given, proposed = asked.pointer in answers, asked.proposed
    enter = Text("", "")
    if not given and proposed is not None:
        read = shown(asked, proposed)
        enter = Text(f" (Enter để lấy: {read.vi})", f" (Enter for: {read.en})")
    elif not given and not asked.required:
        enter = Text(" (Enter để bỏ qua)", " (Enter to leave out)")
    lines = [Text(f"{asked.label.vi}{enter.vi}", f"{asked.label.en}{enter.en}")]
    if asked.help.vi:
        lines.append(asked.help)
    if asked.example:
        lines.append(Text(f"Ví dụ: {asked.example}", f"Example: {asked.example}"))
    if asked.choices:
        lines.append(listing(asked.choices))
    if given:
        lines.append(_given(asked, answers[asked.pointer]))
    return Text("\n" + "\n  ".join(line.vi for line in lines), "\n" + "\n  ".join(line.en for line in lines))


def listing(choices: Sequence[Choice]) -> Text:
    """The choices with their numbers, and how to choose; lines after the first are indented."""
    vi = (f"{number}. {choice.name.vi}" for number, choice in enumerate(choices, 1))
    en = (f"{number}. {choice.name.en}" for number, choice in enumerate(choices, 1))
    return Text(
        "\n  ".join((*vi, "Ghi số, hoặc một phần tên (không cần dấu).")),
        "\n  ".join((*en, "Give a number, or a part of a name (diacritics are not needed).")),
    )


def _given(asked: Question, value: Any) -> Text:
    """What was answered before, and how it stays."""
    if value is None:
        return Text("Đã bỏ qua câu này; Enter để giữ như vậy.", "This was left out; Enter keeps it so.")
    read = shown(asked, value)
    vi, en = ("", "") if asked.required else (f", {OUT} để bỏ", f", {OUT} takes it away")
    return Text(
        f"Đang ghi: {read.vi}\n(Enter để giữ nguyên{vi})".replace("\n", "\n  "),
        f"Your answer: {read.en}\n(Enter keeps it{en})".replace("\n", "\n  "),
    )


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
