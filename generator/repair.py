"""Repairs a YAML text where nothing has to be guessed: the pure part of `sangkien fix`.

Each step proposes a new text and is taken only where the document still says the same. Values are
not quoted or rewritten: the catalogue's reader takes them as they are written. What needs a decision
(a wrong date, an old encoding, an unknown key) stays a finding.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from generator.document import ANY, Document, SyntaxProblem
from generator.encodings import passages

# Zero-width space, word joiner, byte order mark, soft hyphen: without any of them the text reads the same.
_HIDDEN = "\u200b\u2060\ufeff\u00ad"
_WITHOUT_HIDDEN = str.maketrans(dict.fromkeys(_HIDDEN))
_HIDDEN_SIGN = re.compile(f"[{_HIDDEN}]")
_D = str.maketrans("ðÐ", "đĐ")
_TAB_WIDTHS = (2, 4, 8)
_TABBED = re.compile(r"^ *\t[ \t]*($)?", re.MULTILINE)
_TRAILING = re.compile(r"[ \t]+$")
_BLOCK_TEXT = re.compile(r"( *)(?:\S.*[ \t])?[|>][-+1-9]{0,2}[ \t]*(?:#.*)?")
# What YAML 1.1 takes for the end of a line, besides the usual.
_OTHER_BREAK = re.compile("[\x85\u2028\u2029]")

# What a text says: its data, or one of the two below.
_UNREADABLE = object()
_ODD = object()


def repair(text: str, order: Sequence[str] = ()) -> str:
    """`text` with what can be repaired; `order` are the schema's top-level keys in its order.

    Repairing twice is repairing once. A text that is no YAML is repaired as far as single characters go.
    """
    while (repaired := _repair_once(text, order)) != text:
        text = repaired
    return text


def repair_words(text: str) -> str:
    """`text`, which is a value and no YAML, with what can be repaired in its characters."""
    for step in _ON_CHARACTERS:
        text = step(text)
    return text


def _repair_once(text: str, order: Sequence[str]) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for step in _ON_CHARACTERS:
        text = _taken(text, step(text), _plain)
    text = _without_tabs(text)
    for step in (_without_trailing_space, _without_trailing_space_outside_blocks):
        text = _taken(text, step(text), _same, readable=True)
    if text and not text.endswith("\n"):
        text = _taken(text, text + "\n", _without_last_break, readable=True)
    return _ordered(text, order)


def _taken(old: str, new: str, seen_as: Callable[[Any], Any], readable: bool = False) -> str:
    """`new` where it says the same as `old`, both seen through `seen_as`; else `old`."""
    if new == old:
        return old
    before = _said(old)
    if before is _UNREADABLE:
        return old if readable else new
    after = _said(new)
    if before is _ODD or after in (_UNREADABLE, _ODD):
        return old
    return new if seen_as(before) == after or seen_as(before) == seen_as(after) else old


def _said(text: str) -> Any:
    try:
        document = Document(text)
    except SyntaxProblem:
        return _UNREADABLE
    # Duplicate keys, aliases and tags have more to them than data shows.
    return _ODD if any(document.oddities()) else document.data(ANY)


def _same(said: Any) -> Any:
    return said


def _plain(said: Any) -> Any:
    """What is said, all characters in the form that the steps on single characters give them."""
    return _mapped(said, lambda s: unicodedata.normalize("NFC", s.translate(_WITHOUT_HIDDEN)).translate(_D))


def _without_last_break(said: Any) -> Any:
    return _mapped(said, lambda text: text.removesuffix("\n"))


def _mapped(said: Any, change: Callable[[str], str]) -> Any:
    if isinstance(said, str):
        return change(said)
    if isinstance(said, dict):
        return {change(key): _mapped(value, change) for key, value in said.items()}
    return [_mapped(item, change) for item in said] if isinstance(said, list) else said


def _without_hidden(text: str) -> str:
    # In the old encoding TCVN3 the soft hyphen is the letter ư, and Ð is é.
    if not _HIDDEN_SIGN.search(text) or passages(text):
        return text
    return text.translate(_WITHOUT_HIDDEN)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _with_d(text: str) -> str:
    return text if ("ð" not in text and "Ð" not in text) or passages(text) else text.translate(_D)


_ON_CHARACTERS = (_without_hidden, _composed, _with_d)


def _without_tabs(text: str) -> str:
    """Indentation in spaces, where the text cannot be read with its tabs and in one way without."""
    if "\t" not in text or _said(text) is not _UNREADABLE:
        return text
    readings = {}
    for width in _TAB_WIDTHS:
        spaced = _spaced(text, width)
        said = _said(spaced)
        if said is not _UNREADABLE and said is not _ODD:
            readings[spaced] = said
    first = next(iter(readings.items()), None)
    return first[0] if first and all(said == first[1] for said in readings.values()) else text


def _spaced(text: str, width: int) -> str:
    # A line of nothing but white space needs no indentation.
    return _TABBED.sub(lambda m: m[0].replace("\t", " " * width) if m[1] is None else "", text)


def _without_trailing_space(text: str) -> str:
    """No white space at the ends of lines, nor in empty lines of block texts, which never show it."""
    return _stripped(text, keep_empty=False)


def _without_trailing_space_outside_blocks(text: str) -> str:
    return _stripped(text, keep_empty=True)


def _stripped(text: str, keep_empty: bool) -> str:
    lines = text.split("\n")
    block: int | None = None
    for number, line in enumerate(lines):
        empty = not line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and not empty and indent <= block:
            block = None
        # Two spaces at the end of a line are a line break of Markdown.
        if block is None or (empty and not keep_empty):
            lines[number] = _TRAILING.sub("", line)
        header = _BLOCK_TEXT.fullmatch(line) if block is None else None
        if header:
            block = len(header[1])
    return "\n".join(lines)


def _ordered(text: str, order: Sequence[str]) -> str:
    """The top-level keys in `order`, moved as whole lines with the comments right above them."""
    said = _said(text) if order and text.endswith("\n") and not _OTHER_BREAK.search(text) else None
    if not isinstance(said, dict) or not set(said) <= set(order):
        return text
    keys = list(said)
    wanted = sorted(keys, key=list(order).index)
    if keys == wanted:
        return text
    lines = [line + "\n" for line in text.split("\n")[:-1]]
    starts = _starts(Document(text), keys, lines)
    if starts is None or _unclear(lines, starts, keys[0] == wanted[0], keys[-1] == wanted[-1]):
        return text
    ends = [*starts[1:], len(lines)]
    blocks = {key: lines[start:end] for key, start, end in zip(keys, starts, ends, strict=True)}
    moved = "".join([*lines[: starts[0]], *(line for key in wanted for line in blocks[key])])
    return _taken(text, moved, _same, readable=True)


def _starts(document: Document, keys: list[str], lines: list[str]) -> list[int] | None:
    """The line (from 0) at which each key's block begins; None where keys do not stand at line starts."""
    starts: list[int] = []
    for key in keys:
        line, column = document.locate((key,), on_key=True)
        start = line - 1
        if column != 1 or (starts and start <= starts[-1]):
            return None
        while starts and start - 1 > starts[-1] and lines[start - 1].startswith("#"):
            start -= 1
        starts.append(start)
    return starts


def _unclear(lines: list[str], starts: list[int], first_stays: bool, last_stays: bool) -> bool:
    """Whether some comment stands neither right above a key nor where nothing moves."""
    if not first_stays and any(line.startswith("#") for line in lines[: starts[0]]):
        return True
    ends = [*starts[1:], len(lines)]
    if last_stays:
        ends.pop()
    for end in ends:
        while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
            if lines[end - 1].startswith("#"):
                return True
            end -= 1
    return False
