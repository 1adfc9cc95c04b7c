"""The fast validator and the one that explains agree, and a rule explains every keyword of schema/."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import Document
from generator.problems import Refusal
from generator.rules import rules_of
from generator.schema import MOST_VIOLATIONS, Checker, Violation, is_date
from tests.harness import GRASSROOTS, INNOVATION, ROOT, UPPER, base_game, base_text, workspace

SCHEMAS = base_game().schemas
CHECKERS = {
    INNOVATION: SCHEMAS.innovation,
    GRASSROOTS: SCHEMAS.grassroots,
    UPPER: SCHEMAS.upper,
}
# Keywords that describe, or hold other schemas, and forbid nothing by themselves.
SILENT = {
    *("$schema", "$id", "$defs", "$ref", "title", "description", "examples", "properties", "items"),
    *("x-en", "x-vocabulary", "x-keys", "x-names"),
}
SAMPLES: dict[str, Any] = {"format": "15/03/2022", "uniqueItems": ["a", "a"], "oneOf": {}, "anyOf": {}}
OTHER: st.SearchStrategy[Any] = st.sampled_from(
    [
        *("", "x", "technical", "2022-02-30", "0000-01-01", "2022-02-28\n", "images/a.jpg\n", "@a\n", "٣"),
        *(None, True, 0, -1, 1.5, 101, 10**16, "y" * 500),
        *([], {}, ["a1", "a1"], [[], []], {"on": "2022-03-15"}, {"xyz": 1}),
    ]
)


def data_of(path: str) -> Any:
    return Document(base_text(path)).data(CHECKERS[path].shape)


def places(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in `data`."""
    yield at
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from places(value, (*at, step))


def changed(data: Any, at: tuple[str | int, ...], value: Any) -> Any:
    """A copy of `data` with `value` at `at`."""
    if not at:
        return value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[at[0]] = changed(data[at[0]], at[1:], value)
    return copy


def keywords(schema: Any, names_are_keys: bool = False) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each keyword below `schema` with the schema that holds it."""
    if isinstance(schema, list):
        for part in schema:
            yield from keywords(part)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if not names_are_keys:
                yield key, schema
            if key in ("properties", "$defs"):
                yield from keywords(value, names_are_keys=True)
            elif names_are_keys or key in ("items", "additionalProperties"):
                yield from keywords(value)


@pytest.mark.parametrize("path", CHECKERS)
def test_the_base_is_accepted(path: str) -> None:
    assert CHECKERS[path].accepts(data_of(path))
    assert list(CHECKERS[path].violations(data_of(path))) == []


@settings(max_examples=400)
@given(st.data())
def test_both_validators_agree(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(CHECKERS)))
    checker, document = CHECKERS[path], data_of(path)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.sampled_from(list(places(document))))
        document = changed(document, at, data.draw(OTHER))
    # The examiner by itself, without the fast validator's leave.
    assert checker.accepts(document) == (not list(checker._examine(document)))


@pytest.mark.parametrize("name", ["innovation", "union", "programme"])
def test_every_keyword_is_explained(name: str) -> None:
    schema = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))
    for keyword, part in keywords(schema):
        if keyword in SILENT:
            continue
        told = "unknown" if keyword == "additionalProperties" else keyword
        if keyword == "additionalProperties" and part[keyword] is not False:
            continue
        value = SAMPLES.get(keyword, "x")
        expected = part[keyword][0] if keyword == "required" else part[keyword]
        violation = Violation(told, ("x",), value, expected, part, "k", tuple(part.get("properties", ())))
        problems = [rule.check(violation) for rule in rules_of("schema")]
        assert sum(problem is not None for problem in problems) == 1, (keyword, part.get("title"))


def test_a_value_of_the_wrong_type_has_one_violation() -> None:
    document = changed(changed(data_of(INNOVATION), ("kind",), None), ("authors", 0), "Tác giả 1")
    found = [(v.keyword, v.at) for v in SCHEMAS.innovation.violations(document)]
    assert sorted(found, key=str) == [("type", ("authors", 0)), ("type", ("kind",))]


def test_an_unknown_key_knows_its_homes() -> None:
    found = list(SCHEMAS.innovation.violations({**data_of(INNOVATION), "on": "2022-03-15"}))
    assert [v.homes for v in found] == [("applied", "recognition", "report")]


def test_a_vocabulary_comes_with_its_names() -> None:
    (found,) = SCHEMAS.innovation.violations({**data_of(INNOVATION), "kind": "x"})
    assert found.schema["x-names"]["technical"] == {"vi": "Giải pháp kỹ thuật", "en": "Technical solution"}


def test_no_more_violations_than_can_be_read() -> None:
    document = {**data_of(INNOVATION), **{f"k{n}": n for n in range(2 * MOST_VIOLATIONS)}}
    assert len(list(SCHEMAS.innovation.violations(document))) == MOST_VIOLATIONS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-15", True),
        ("2024-02-29", True),
        ("2022-02-29", False),
        ("0000-01-01", False),
        ("20220315", False),
        ("2022-W11-2", False),
        ("2022-03-15\n", False),
        ("２０２２-03-15", False),
        (None, False),
    ],
)
def test_days_of_the_calendar(text: object, expected: bool) -> None:
    assert is_date(text) is expected


def test_items_that_cannot_be_sorted_are_compared_quickly() -> None:
    checker = Checker({"$schema": "https://json-schema.org/draft/2020-12/schema", "uniqueItems": True})
    assert checker.accepts([[], {}, "a", 1])
    assert not checker.accepts([[], {}, "a", []])
    many = [{"n": n} if n % 2 else n for n in range(20_000)]
    assert [v.keyword for v in checker.violations([*many, 0])] == ["uniqueItems"]


@pytest.mark.parametrize("name", ["innovation", "union", "programme"])
@pytest.mark.parametrize(
    "text",
    [
        *("", "[", "[" * 100_000, "[]", "true", "3", "{}"),
        *('{"type": "nonsense"}', '{"$ref": "#/nope"}', '{"$defs": {"upper": 3}}', '{"properties": []}'),
    ],
)
def test_what_is_no_schema_is_refused_by_its_name(name: str, text: str, tmp_path: Path) -> None:
    repository = workspace(tmp_path, {f"schema/{name}.schema.json": text})
    with pytest.raises(Refusal) as refused:
        _ = repository.game
    told = refused.value.message.vi
    assert f"schema/{name}.schema.json" in told and "\n" not in told


def test_a_schema_that_is_missing_is_refused_by_its_name(tmp_path: Path) -> None:
    repository = workspace(tmp_path, {})
    (tmp_path / "schema/union.schema.json").unlink()
    with pytest.raises(Refusal, match=r"There is no schema/union\.schema\.json"):
        _ = repository.game


def described(
    schema: dict[str, Any], at: str, definitions: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field below `schema` with what says what it is."""
    for key, part in schema.get("properties", {}).items():
        where, whole = f"{at}/{key}", {**definitions.get(part.get("$ref", "").rpartition("/")[2], {}), **part}
        yield where, whole
        yield from described(whole, where, definitions)
        yield from described(whole.get("items", {}), f"{where}[]", definitions)


def test_every_field_has_a_title_a_help_text_and_an_example_in_both_languages() -> None:
    lacking, fields = [], 0
    for path in sorted((ROOT / "schema").glob("*.schema.json")):
        schema = json.loads(path.read_text("utf-8"))
        levels = {k: v for k, v in schema["$defs"].items() if "properties" in v} if "$defs" in schema else {}
        for name, part in {path.name: schema, **levels}.items():
            for where, field in described(part, name, schema.get("$defs", {})):
                fields += 1
                english = field.get("x-en", {})
                texts = [
                    field.get("title"),
                    field.get("description"),
                    *map(english.get, ("title", "description")),
                ]
                holder = "properties" in field or "properties" in field.get("items", {})
                example = holder or field["type"] == "boolean" or field.get("examples")
                if not (all(texts) and example):
                    lacking.append(where)
    assert not lacking and fields > 100
