"""The fields of a file as rows of a table: names from the schema, values as people write them, all escaped.

Data need not satisfy the schema: what it does not know is shown under its own key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from generator.preview.escaping import code, inline, lines, shortened
from generator.schema import Schema, is_date, label
from generator.text import Text, format_date, format_number, named

_YES, _NO = Text("Có", "Yes"), Text("Không", "No")
_MORE = Text("… (còn {n} ký tự)", "… ({n} more characters)")
_SAME = Text("… (phần giữ nguyên)", "… (unchanged)")
# A value longer than this is cut; a description in full takes some 2,000 characters.
_LONGEST = 4000
# What has no place in the schema may be of any size and depth.
_LONGEST_UNKNOWN = 400
_MOST_ROWS = 120


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its name and its value, both ready for a cell. `raw` is what is compared."""

    name: str
    value: str
    raw: Any


def rows(data: Any, schema: Schema, language: str) -> list[Row]:
    """The fields of `data` in the order of the schema, those that it does not know at the end."""
    if not isinstance(data, dict):
        return [Row(inline(label(schema).get(language)), _value(data, {}, language), data)]
    return list(_mapping(data, schema, "", language))[:_MOST_ROWS]


def differences(before: Any, after: Any, schema: Schema, language: str) -> list[tuple[str, str, str]]:
    """The fields that differ: name, value before, value after; empty where there is none."""
    old = {row.name: row for row in rows(before, schema, language)}
    new = {row.name: row for row in rows(after, schema, language)}
    found = []
    for name in [*new, *(name for name in old if name not in new)]:
        was, now = old.get(name), new.get(name)
        if was is None or now is None or was.raw != now.raw:
            found.append((name, *_pair(was, now, language)))
    return found


def _pair(was: Row | None, now: Row | None, language: str) -> tuple[str, str]:
    old, new = was.raw if was else None, now.raw if now else None
    if isinstance(old, str) and isinstance(new, str) and "\n" in old + new:
        return _changed_lines(old, new, language)
    return (was.value if was else ""), (now.value if now else "")


def _changed_lines(was: str, now: str, language: str) -> tuple[str, str]:
    """Of two long texts the lines that differ, each side with marks where equal lines are left out."""
    old, new = (_paragraphs(text) for text in (was, now))
    sides: tuple[list[str], list[str]] = ([], [])
    same = _SAME.get(language)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        for side, part in zip(sides, (old[a:b], new[c:d]), strict=True):
            side += [same] if operation == "equal" else [lines(line) for line in part]
    return "<br>".join(sides[0]), "<br>".join(sides[1])


def _paragraphs(text: str) -> list[str]:
    return [line for line in text[:_LONGEST].split("\n") if line.strip()][:200]


def _mapping(data: Mapping[Any, Any], schema: Schema, prefix: str, language: str) -> Iterator[Row]:
    known = schema.get("properties", {})
    for key, part in known.items():
        if key in data:
            name = inline(label(part).get(language) or key)
            yield from _field(data[key], part, f"{prefix}{name}", language)
    for key, value in data.items():
        if key not in known:
            unknown = shortened(str(key), 80, "…")
            yield Row(f"{prefix}{code(unknown)}", _value(value, {}, language), value)


def _field(value: Any, schema: Schema, name: str, language: str) -> Iterator[Row]:
    inner = schema.get("items")
    if isinstance(value, dict) and schema.get("type") == "object":
        if schema.get("x-keys"):
            each = (f"{code(str(key))}: {_value(v, {}, language)}" for key, v in islice(value.items(), 20))
            yield Row(name, "<br>".join(each), value)
        else:
            yield from _mapping(value, schema, f"{name} › ", language)
    elif isinstance(value, list) and isinstance(inner, dict) and inner.get("type") == "object":
        for number, item in enumerate(value, 1):
            title = f"{name} {number}"
            if isinstance(item, dict):
                parts = (f"{row.name}: {row.value}" for row in _mapping(item, inner, "", language))
                yield Row(title, "<br>".join(parts), item)
            else:
                yield Row(title, _value(item, {}, language), item)
    else:
        yield Row(name, _value(value, schema, language), value)


def _value(value: Any, schema: Schema, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return (_YES if value else _NO).get(language)
    if isinstance(value, int | float):
        decimals = 0 if value == int(value) else 2
        return format_number(value, decimals, language)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return _texts(value, language)
    if not isinstance(value, str):
        return inline(shortened(repr(value)[: _LONGEST_UNKNOWN * 4], _LONGEST_UNKNOWN, _MORE.get(language)))
    if schema.get("format") == "date" and is_date(value):
        return format_date(value, language)
    names = schema.get("x-names", {}).get(value)
    if names:
        return inline(named(names).get(language))
    return lines(shortened(value, _LONGEST, _MORE.get(language)))


def _texts(values: Sequence[str], language: str) -> str:
    return lines(shortened("\n".join(values), _LONGEST, _MORE.get(language)))
