"""What is wrong with a command, in the user's language. argparse says it in English: here it is understood.

Types of our own say it in the user's language at once; what they say begins with what was written, in “”.
"""

import re
from collections.abc import Iterable

from generator.text import Text, closest

_OF = "argument (?P<name>.+?): "
# As argparse has them in every version of Python that we run on.
_KNOWN = (
    (f"{_OF}(?P<own>“.+)", "{name}: {own}.", "{name}: {own}."),
    (f"{_OF}expected one argument", "{name} cần một giá trị đi kèm.", "{name} needs a value."),
    (
        f"{_OF}expected at least one argument",
        "{name} cần ít nhất một giá trị đi kèm.",
        "{name} needs one value or more.",
    ),
    (
        f"{_OF}ignored explicit argument .+",
        "{name} không nhận giá trị nào đi kèm.",
        "{name} takes no value.",
    ),
    (
        f"{_OF}not allowed with argument (?P<other>.+)",
        "{name} không dùng cùng với {other} được.",
        "{name} cannot be used together with {other}.",
    ),
    (
        "the following arguments are required: (?P<names>.+)",
        "còn thiếu {names}.",
        "it lacks {names}.",
    ),
)
_CHOICE = re.compile(
    f"{_OF}invalid choice: (?P<value>.+?)(?:, maybe you meant .+)? \\(choose from (?P<choices>.+)\\)"
)


def complaint(message: str) -> Text:
    """What argparse means by `message`."""
    if found := _CHOICE.fullmatch(message):
        choices = [choice.strip("'") for choice in found["choices"].split(", ")]
        return _choice(found["name"], found["value"].strip("'\""), choices)
    for pattern, vi, en in _KNOWN:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            words = found.groupdict()
            return Text(vi.format(**words), en.format(**words))
    return Text("có chỗ không hiểu được.", f"{message}.")


def unknown(word: str, options: Iterable[str]) -> Text:
    """What is said of a word that a command has no use for; `options` are those that it has."""
    likely = closest(word.partition("=")[0], options) if word.startswith("-") else None
    return Text(
        f"không hiểu “{word}”." + (f" Có phải “{likely}” không?" if likely else ""),
        f"“{word}” is not understood." + (f" Did you mean “{likely}”?" if likely else ""),
    )


def _choice(name: str, value: str, choices: list[str]) -> Text:
    listed, likely = ", ".join(choices), closest(value, choices)
    return Text(
        f"không có {name} “{value}”; hãy chọn một trong: {listed}."
        + (f" Có phải “{likely}” không?" if likely else ""),
        f"{name} cannot be “{value}”; choose one of: {listed}."
        + (f" Did you mean “{likely}”?" if likely else ""),
    )
