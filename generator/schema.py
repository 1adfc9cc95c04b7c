"""JSON Schema: the effective schemas of a programme, and what in a document violates them.

The only doorway to jsonschema. A file of schema/ becomes effective when the programme's
vocabularies and phases are put into it (`x-vocabulary`, `x-keys`). A fast validator accepts; only
a document that it refuses is examined again, for violations that can be explained. The words of
the explanation belong to the rules.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from itertools import islice
from typing import Any

import jsonschema_rs

from generator.document import ANY, Shape
from generator.findings import Pointer
from generator.model import Programme
from generator.text import Text

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Violation:
    """One keyword of the schema that a value does not satisfy.

    `at` points at the value; for a missing or unknown key `at` is the mapping and `key` the key.
    `schema` is the part of the schema that asks (title, examples, enum, `x-names` of a vocabulary…).
    `homes` are the mappings that know an unknown key, as `benefit` or `` for the document itself.
    """

    keyword: str
    at: Pointer
    value: Any
    expected: Any
    schema: Schema
    key: str | None = None
    known: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()


# The levels of unions, whose fields differ.
_LEVELS = ("upper", "grassroots")
# A file with more violations than this is no innovation; listing them all would only take time.
MOST_VIOLATIONS = 100


class Checker:
    """One effective schema, ready to check documents."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.shape = shape_of(schema)
        self._accepts = jsonschema_rs.Draft202012Validator(
            dict(schema), validate_formats=True, formats={"date": is_date}
        )

    @cached_property
    def _examiner(self) -> Any:
        return _examiner()(self.schema)

    @cached_property
    def _homes(self) -> Mapping[str, tuple[str, ...]]:
        homes: dict[str, tuple[str, ...]] = {}
        for home, key in _keys(self.schema, ""):
            homes[key] = (*homes.get(key, ()), home)
        return homes

    def accepts(self, data: Any) -> bool:
        """Whether `data` satisfies the schema; agrees with `violations(data)` being empty."""
        return bool(self._accepts.is_valid(data))

    def violations(self, data: Any) -> Iterator[Violation]:
        """What in `data` the schema forbids, at most MOST_VIOLATIONS."""
        if not self.accepts(data):
            yield from islice(self._examine(data), MOST_VIOLATIONS)

    def _examine(self, data: Any) -> Iterator[Violation]:
        for error in self._examiner.iter_errors(data):
            # A value of the wrong type breaks other keywords too; only its type is worth a word.
            kind = error.schema.get("type") if isinstance(error.schema, dict) else None
            if error.validator == "type" or not kind or self._examiner.is_type(error.instance, kind):
                yield from _violations(error, self._homes)


@dataclass(frozen=True)
class Schemas:
    """The effective schemas of one programme."""

    innovation: Checker
    upper: Checker
    grassroots: Checker

    @staticmethod
    def of(innovation: Schema, union: Schema, programme: Programme) -> "Schemas":
        """`innovation` and `union` are the files of schema/ as data."""
        levels = effective(union, programme)["$defs"]
        dialect = {"$schema": union["$schema"]}
        upper, grassroots = (Checker({**dialect, **levels[level]}) for level in _LEVELS)
        return Schemas(Checker(effective(innovation, programme)), upper, grassroots)

    def union(self, union_id: str) -> Checker:
        """The schema of `union.yml` at the level of `union_id`."""
        return self.grassroots if "/" in union_id else self.upper


def load(name: str, raw: bytes) -> Schema:
    """The schema in `raw`, the file of schema/ that is called so. Raises ValueError where it is none.

    Levels of unions are told apart in `$defs`.
    """
    try:
        loaded = json.loads(raw)
        jsonschema_rs.Draft202012Validator(loaded)
    except RecursionError:
        raise ValueError("nested too deep") from None
    levels = loaded.get("$defs", {}) if isinstance(loaded, dict) else {}
    parts = [levels.get(level, {}) for level in _LEVELS] if name == "union" else [loaded]
    if not all(isinstance(part, dict) and "properties" in part for part in parts):
        raise ValueError("“properties” is missing")
    found: Schema = loaded
    return found


def effective(schema: Any, programme: Programme) -> Any:
    """`schema` with the programme's words as `enum` and its phases as the allowed keys."""
    if isinstance(schema, list):
        return [effective(item, programme) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: effective(value, programme) for key, value in schema.items()}
    vocabulary = result.get("x-vocabulary")
    if isinstance(vocabulary, str):
        words = programme.vocabularies[vocabulary]
        result["enum"] = list(words)
        result["x-names"] = {word.id: word.name for word in words.values()}
    if result.get("x-keys") == "phases":
        each = result["additionalProperties"]
        result["properties"] = {phase.id: each for phase in programme.phases}
        result["additionalProperties"] = False
    return result


def shape_of(schema: Schema) -> Shape:
    """The types that `schema` asks for; `$ref` within the schema's own `$defs` is followed."""
    definitions = schema.get("$defs", {})

    def walk(part: Any) -> Shape:
        if not isinstance(part, dict):
            return ANY
        if "$ref" in part:
            return walk(definitions[part["$ref"].rpartition("/")[2]])
        rest = part.get("items", part.get("additionalProperties"))
        properties = {key: walk(value) for key, value in part.get("properties", {}).items()}
        kind = part.get("type", "string" if "enum" in part else "any")
        return Shape(kind, properties, walk(rest) if isinstance(rest, dict) else None)

    return walk(schema)


def label(schema: Schema) -> Text:
    """The human name of a field, from `title` and `x-en`."""
    return _bilingual(schema, "title")


def help_text(schema: Schema) -> Text:
    """The help text of a field, from `description` and `x-en`."""
    return _bilingual(schema, "description")


def subschema(schema: Schema, pointer: Pointer) -> Schema:
    """The part of `schema` that governs the value at `pointer`; empty where it says nothing."""
    part: Any = schema
    for step in pointer:
        if isinstance(step, int):
            part = part.get("items", {})
        else:
            properties = part.get("properties", {})
            rest = part.get("additionalProperties")
            part = properties.get(step, rest if isinstance(rest, dict) else {})
    return part if isinstance(part, dict) else {}


@lru_cache(maxsize=4096)
def is_date(text: object) -> bool:
    """Whether `text` is a day of the calendar written as 2022-05-31; anything but a string is none."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bilingual(schema: Schema, key: str) -> Text:
    vi = schema.get(key, "")
    return Text(vi, schema.get("x-en", {}).get(key, vi))


def _keys(schema: Schema, home: str) -> Iterator[tuple[str, str]]:
    for key, part in schema.get("properties", {}).items():
        yield home, key
        yield from _keys(part, f"{home}.{key}" if home else key)
        yield from _keys(part.get("items", {}), f"{home}.{key}" if home else key)


def _violations(error: Any, homes: Mapping[str, tuple[str, ...]]) -> Iterator[Violation]:
    at = tuple(error.absolute_path)
    keyword = str(error.validator)
    schema = error.schema if isinstance(error.schema, dict) else {}
    known = tuple(schema.get("properties", {}))
    if keyword == "required":
        missing = [key for key in schema["required"] if key not in error.instance]
        # jsonschema reports each missing key on its own; the message names which.
        name = next((key for key in missing if repr(key) in error.message), missing[0])
        yield Violation(keyword, at, error.instance, name, schema, name, known)
    elif keyword == "additionalProperties" and isinstance(error.instance, dict):
        for key in error.instance:
            if key not in known:
                value, elsewhere = error.instance[key], homes.get(key, ())
                yield Violation("unknown", at, value, None, schema, key, known, elsewhere)
    else:
        yield Violation(keyword, at, error.instance, error.validator_value, schema)


@cache
def _examiner() -> Callable[[Schema], Any]:
    """What finds every violation of a schema; jsonschema takes longer to import than a file to check."""
    import jsonschema

    def pattern(validator: Any, pattern: str, value: Any, schema: Schema) -> Iterator[Any]:
        # In Python `$` also matches before a last line break; in the schema's own dialect it does not.
        if isinstance(value, str) and not re.search(re.sub(r"\$(?=\)|\||$)", r"\\Z", pattern), value):
            yield jsonschema.ValidationError("")

    def unique_items(validator: Any, unique: bool, value: Any, schema: Schema) -> Iterator[Any]:
        # The library compares every pair of items that cannot be sorted.
        if unique and isinstance(value, list):
            seen = {json.dumps(item, sort_keys=True) for item in value}
            if len(seen) < len(value):
                yield jsonschema.ValidationError("")

    formats = jsonschema.FormatChecker(formats=())
    formats.checks("date")(lambda value: not isinstance(value, str) or is_date(value))
    made = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
        jsonschema.Draft202012Validator, {"pattern": pattern, "uniqueItems": unique_items}
    )
    return partial(made, format_checker=formats)
