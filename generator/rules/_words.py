"""How messages of rules name fields, values and examples; what a rule says is the rule's own business."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.findings import Pointer
from generator.schema import Schema, label
from generator.text import Text, closest

# Nobody mistypes a word this long, and comparing it would take time.
_LONGEST_WORD = 100


def shorten(value: Any, limit: int = 50) -> str:
    """`value` as one line for a message, in the writing of YAML, cut to `limit` characters."""
    line = " ".join(flow(value).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def flow(value: Any) -> str:
    """`value` as it would be written on one line of YAML."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return str(value)


def quoted(text: str) -> str:
    """`text` in double quotes, as YAML reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def nth(index: int) -> str:
    """The Vietnamese ordinal of the item at `index` (from 0): nhất, 2, 3, tư…"""
    return {0: "nhất", 3: "tư"}.get(index, str(index + 1))


def dotted(at: Pointer) -> str:
    """The keys of `at` below its last list, as `applied.on`."""
    keys: list[str] = []
    for step in at:
        keys = [*keys, step] if isinstance(step, str) else []
    return ".".join(keys)


def field_name(schema: Schema, at: Pointer) -> Text:
    """The field at `at` by its label and its key: “Ngày áp dụng” (`applied.on`)."""
    if not at:
        return Text("Tệp này", "This file")
    last = at[-1]
    if isinstance(last, int):
        owner = dotted(at[:-1])
        return Text(f"Mục thứ {nth(last)} của `{owner}`", f"Item {last + 1} of `{owner}`")
    title = label(schema)
    if not title.vi:
        return Text(f"`{dotted(at)}`", f"`{dotted(at)}`")
    return Text(f"“{title.vi}” (`{dotted(at)}`)", f"“{title.en}” (`{dotted(at)}`)")


def key_name(schema: Schema, key: str) -> Text:
    """The key of a mapping that `schema` describes, by its label."""
    return field_name(schema.get("properties", {}).get(key, {}), (key,))


def example(schema: Schema) -> str | None:
    """An example of the field on one line, as it would stand in a file; None where the schema has none."""
    if schema.get("examples"):
        return shorten(schema["examples"][0], 120)
    choices = schema.get("oneOf") or [{}]
    wanted = {*schema.get("required", ()), *choices[-1].get("required", ())}
    parts = {key: example(part) for key, part in schema.get("properties", {}).items() if key in wanted}
    if not parts or None in parts.values():
        return None
    return "{" + ", ".join(f"{key}: {part}" for key, part in parts.items()) + "}"


def meant(word: str, choices: Mapping[str, str]) -> str | None:
    """What a person who wrote `word` meant: the value in `choices` of the spelling closest to it."""
    if len(word) > _LONGEST_WORD:
        return None
    found = closest(word, choices)
    return choices[found] if found is not None else None


def listed(words: Iterable[str], conjunction: str = ",") -> str:
    """`a`, `b`, `c`."""
    return f"{conjunction} ".join(f"`{word}`" for word in words)
