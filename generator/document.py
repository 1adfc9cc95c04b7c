"""YAML text to data with positions: the only doorway to PyYAML.

The text is composed to nodes by the C parser, without YAML's own guessing of types: what is a
number, a boolean or a string follows from the schema's `Shape`, so `no`, `12:30` and `2022-05-31`
come out as written wherever the schema asks for a string. Which constructions are allowed is the
business of the rules; here they only become visible.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.findings import Pointer

ShapeKind = Literal["object", "array", "string", "integer", "number", "boolean", "any"]
MAX_DEPTH = 40
# What is never finished shows where it began, not where the parser gave up.
_BEGUN = (
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?\Z")
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True)
class Shape:
    """The types that a schema asks for, without its limits."""

    kind: ShapeKind = "any"
    properties: Mapping[str, "Shape"] = field(default_factory=dict)
    rest: "Shape | None" = None


ANY = Shape()


class SyntaxProblem(Exception):
    """The text is not YAML. `line` and `column` count from 1.

    `reason` and `context` are the parser's own wording; `text` is the whole text, for a look at the line.
    """

    def __init__(self, reason: str, line: int, column: int, context: str = "", text: str = "") -> None:
        super().__init__(reason)
        self.reason, self.line, self.column, self.context, self.text = reason, line, column, context, text


@dataclass(frozen=True)
class Oddity:
    """A construction that YAML allows and this catalogue does not."""

    kind: Literal["duplicate-key", "anchor", "alias", "tag", "key", "depth"]
    name: str
    line: int
    column: int


class _Parser(CParser):
    """The C composer with YAML's guessing of types switched off: an implicit tag is empty."""

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, current: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


class Document:
    """One parsed YAML file: its node tree, from which data and positions are taken."""

    def __init__(self, text: str) -> None:
        """Parse `text`, which must be one YAML document. Raises SyntaxProblem."""
        self.text = text
        self.root: Node | None
        try:
            self.root = _Parser(text).get_single_node()
        except yaml.MarkedYAMLError as error:
            mark, begun = error.problem_mark or error.context_mark, error.context_mark
            if mark and begun and error.context in _BEGUN and begun.line < mark.line:
                mark = begun
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            reason, context = error.problem or str(error), error.context or ""
            raise SyntaxProblem(reason, line, column, context, text) from None
        except (yaml.YAMLError, ValueError) as error:
            raise SyntaxProblem(str(error), 1, 1) from None

    def data(self, shape: Shape) -> Any:
        """The document as plain data, scalars typed as `shape` asks where their text allows it."""
        return None if self.root is None else _convert(self.root, shape)

    def locate(self, pointer: Pointer, on_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at `pointer`, or of its key, or of its nearest parent."""
        node: Node | None = self.root
        if node is None:
            return 1, 1
        key: Node = node
        for step in pointer:
            found = _step(node, step) if node is not None else None
            if found is None:
                break
            key, node = found
        target = key if on_key or node is None else node
        return target.start_mark.line + 1, target.start_mark.column + 1

    def pointer_at(self, line: int, column: int) -> tuple[Pointer, bool]:
        """What stands at a place (from 1): the innermost value, and whether it is its key that stands there.

        The inverse of `locate`.
        """
        place = line - 1, column - 1
        pointer: Pointer = ()
        node = self.root
        while node is not None:
            found = next((part for part in _parts(node) if _spans(part, place)), None)
            if found is None:
                break
            step, _, node = found
            pointer = (*pointer, step)
            if place < _start(node):
                return pointer, True
        return pointer, False

    def oddities(self) -> Iterator[Oddity]:
        """Duplicate keys, keys that are no plain words, anchors, aliases, tags, excessive depth."""
        aliased = False
        if any(sign in self.text for sign in "&*!"):
            for event in _events(self.text):
                mark = event.start_mark
                line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
                if isinstance(event, yaml.AliasEvent):
                    aliased = True
                    yield Oddity("alias", event.anchor or "", line, column)
                elif isinstance(event, yaml.NodeEvent) and event.anchor:
                    yield Oddity("anchor", event.anchor, line, column)
                if tag := getattr(event, "tag", None):
                    yield Oddity("tag", tag, line, column)
        # Aliases share nodes: walking them could take exponential time, or never end.
        if self.root is not None and not aliased:
            yield from _walk(self.root, 0)


def _events(text: str) -> Iterator[yaml.Event]:
    parser = _Parser(text)
    while (event := parser.get_event()) is not None:
        yield event


def text_position(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of the character at `offset` of `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def dump(data: Mapping[str, Any]) -> str:
    """`data` as YAML in the catalogue's own style: keys in order, block text literal, Unicode as is."""
    return yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10000)


class _Dumper(yaml.SafeDumper):
    """Writes strings plain where our reader gives them back unchanged, and text with lines literally."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, value: str) -> Node:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _represent_text)
# Only what our own reader could take for something else is quoted: dates, `on` and `12:30` stay plain.
_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(~|null|Null|NULL|)\Z"), ["~", "n", "N", ""]
)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("|".join(_BOOLEANS) + r"\Z"), list("tTfF"))
_Dumper.add_implicit_resolver("tag:yaml.org,2002:int", _INTEGER, list("-+0123456789"))
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", _NUMBER, list("-+0123456789"))


def _convert(node: Node, shape: Shape) -> Any:
    if isinstance(node, ScalarNode):
        value = node.value
        if node.style:
            return value
        return _typed(value, shape.kind)
    if isinstance(node, MappingNode):
        known, rest = shape.properties, shape.rest or ANY
        return {key.value: _convert(value, known.get(key.value, rest)) for key, value in node.value}
    rest = shape.rest or ANY
    return [_convert(item, rest) for item in node.value]


def _typed(value: str, kind: ShapeKind) -> Any:
    if value in _NULLS:
        return None
    if kind == "string":
        return value
    if kind == "boolean":
        return _BOOLEANS.get(value, value)
    if kind == "integer" or kind == "number":
        if _INTEGER.match(value):
            return int(value)
        if kind == "number" and _NUMBER.match(value):
            return float(value)
    return value


def _step(node: Node, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _parts(node: Node) -> Iterator[tuple[str | int, Node, Node]]:
    """What a mapping or a sequence holds: key or index, node of the key (of the item itself), value."""
    if isinstance(node, MappingNode):
        yield from ((key.value, key, value) for key, value in node.value)
    elif isinstance(node, SequenceNode):
        yield from ((number, item, item) for number, item in enumerate(node.value))


def _spans(part: tuple[str | int, Node, Node], place: tuple[int, int]) -> bool:
    _, key, value = part
    end = value.end_mark.line, value.end_mark.column
    return _start(key) <= place < end or place == _start(value)


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line, node.start_mark.column


def _walk(node: Node, depth: int) -> Iterator[Oddity]:
    if depth > MAX_DEPTH:
        yield Oddity("depth", "", node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            if not isinstance(item, ScalarNode):
                yield from _walk(item, depth + 1)
    elif isinstance(node, MappingNode):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or key.value == "<<":
                yield Oddity("key", "", key.start_mark.line + 1, key.start_mark.column + 1)
            elif key.value in seen:
                yield Oddity("duplicate-key", key.value, key.start_mark.line + 1, key.start_mark.column + 1)
            else:
                seen.add(key.value)
            if not isinstance(value, ScalarNode):
                yield from _walk(value, depth + 1)
