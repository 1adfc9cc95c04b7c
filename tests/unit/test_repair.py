"""`repair`: what it changes, and that it changes nothing else."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import ANY, Document, SyntaxProblem
from generator.model import SourceFile
from generator.repair import repair, repair_words
from tests.harness import INNOVATION, base_game, base_text
from tests.sample import made_up

ORDER = tuple(base_game().schemas.innovation.schema["properties"])
BASE = base_text(INNOVATION)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a: x\r\nb: y\r\n", "a: x\nb: y\n", id="line ends of Windows"),
        pytest.param("a: x\rb: y\r", "a: x\nb: y\n", id="line ends of old Macs"),
        pytest.param("\ufeffa: x\n", "a: x\n", id="byte order mark"),
        pytest.param("a: x\n\ufeffb: y\n", "a: x\nb: y\n", id="byte order mark inside"),
        pytest.param("a: co\u0302ng\n", "a: công\n", id="composed letters"),
        pytest.param("a: công\u200b đo\u00adàn\u2060\n", "a: công đoàn\n", id="invisible characters"),
        pytest.param("a: ðoàn Ðồ Sơn\n", "a: đoàn Đồ Sơn\n", id="look-alikes of đ"),
        pytest.param(
            "a: x  \nb: |\n  y\n\t \n  z\n", "a: x\nb: |\n  y\n\n  z\n", id="white space at line ends"
        ),
        pytest.param("a: x", "a: x\n", id="last line end"),
        pytest.param("a: |\n  x", "a: |\n  x\n", id="last line end of a block"),
        pytest.param("a:\n\tb: x\n\tc: y\n", "a:\n  b: x\n  c: y\n", id="tabs"),
        pytest.param("a:\n\t- b: x\n\t  c: y\n", "a:\n  - b: x\n    c: y\n", id="tabs and spaces"),
        pytest.param("a:\n  b: x\n\tc: y\n", "a:\n  b: x\n  c: y\n", id="the one width that can be read"),
    ],
)
def test_what_is_repaired(before: str, after: str) -> None:
    assert repair(before) == after


@given(st.text("aeoð\u0302\u0301\u200b @&*:#", max_size=12))
def test_words_are_repaired_whatever_they_would_be_in_yaml(words: str) -> None:
    plain = words.replace("\u200b", "").replace("ð", "đ")
    assert repair_words(words) == unicodedata.normalize("NFC", plain)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: |\n  dòng ngắt  \n  dòng sau \n", id="a line break of Markdown"),
        pytest.param("a: |\n  x\n     \n  y\n", id="spaces that a block text holds"),
        pytest.param("a: no\nb: 12:30\nc: 2022-05-31\nd: 0x1F\n", id="values that YAML 1.1 mistypes"),
        pytest.param("a: 'x'   # why\n\n\n# end\n", id="quotes, comments and empty lines"),
        pytest.param("a: |\n  x\n\t\ty\n", id="tabs that could be read in two ways"),
        pytest.param("a: x\ty\n", id="a tab that YAML can read"),
        pytest.param("a: Ng\u00ad\u00eai lao \u00ae\u00e9ng c\u00e3 thªm, Ð\n", id="an old encoding"),
        pytest.param("a: x\na: cô\u0302ng\n", id="a duplicate key"),
        pytest.param("a: &x [*x]\nb: \u200bx\n", id="an alias of itself"),
        pytest.param("a: ~\u200b\n", id="an empty value hidden by a character"),
        pytest.param("a: '👨\u200d🔧 \u202ex\u202c'\n", id="joined emoji and directions"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_left(text: str) -> None:
    assert repair(text, ("a", "b")) == text


def test_keys_are_put_in_order_with_their_comments() -> None:
    before = "# đầu tệp\ntitle: x\n# vì sao\n# hai dòng\ntags: [t]\nsummary: >\n  y\n\nkind: k  # loại\n"
    after = "# đầu tệp\ntitle: x\nkind: k  # loại\nsummary: >\n  y\n\n# vì sao\n# hai dòng\ntags: [t]\n"
    assert repair(before, ORDER) == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("kind: k\n# về cái gì?\n\ntitle: x\n", id="a comment of its own"),
        pytest.param("# về cái gì?\nkind: k\ntitle: x\n", id="a comment at the top"),
        pytest.param("kind: k\ntitle: x\n# về cái gì?\n", id="a comment at the end"),
        pytest.param("kind: k\ntitel: y\ntitle: x\n", id="an unknown key"),
        pytest.param("{kind: k, title: x}\n", id="one line"),
        pytest.param("kind: k\n? title\n: x\n", id="explicit keys"),
        pytest.param("- kind\n- title\n", id="a list"),
    ],
)
def test_the_order_is_left_where_it_is_unclear_what_moves(text: str) -> None:
    assert repair(text, ORDER) == text


def test_the_sample_is_left_as_it_is() -> None:
    schemas = base_game().schemas
    for path, text in made_up(160).items():
        file = SourceFile(path)
        checker = schemas.union(file.union_id) if file.is_union else schemas.innovation
        assert repair(text, tuple(checker.schema["properties"])) == text


PIECES = (
    "title: ", "kind:", "tags", ": ", "\n", "\r\n", "\r", "\t", " ", "  ", "- ", "# x", "|", ">", "|-",
    "|+\n", "'", '"', "{", "}", "[", "]", ",", "~", "ð", "Ð", "\u00ad", "\u200b", "\ufeff", "o\u0302", "®µ",
    "no", "12:30", "description: |\n  a  \n   \n  b", "applied:\n  on: 2022-03-15\n", "&a ", "*a", "!t ",
    "\u2028", "\x85", "---\n", "summary: >\n  x", "?", "\\u200b", "công đoàn",
)  # fmt: skip
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A good file with pieces put in and taken out."""
    text = BASE
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 3)) :]
    return text


TEXTS = st.one_of(st.text(max_size=80), YAMLISH, mistyped())


def _meaning(text: str) -> Any:
    """What the document says, as far as repairs must not change it; None where it says nothing for sure."""
    try:
        document = Document(text)
    except SyntaxProblem:
        return None
    return None if any(document.oddities()) else (_plain(document.data(ANY)),)


def _plain(said: Any) -> Any:
    if isinstance(said, str):
        shown = "".join(c for c in said if c not in "\u200b\u2060\ufeff\u00ad")
        composed = unicodedata.normalize("NFC", shown).replace("ð", "đ").replace("Ð", "Đ")
        return composed.removesuffix("\n")
    if isinstance(said, dict):
        return {_plain(key): _plain(value) for key, value in said.items()}
    return [_plain(item) for item in said] if isinstance(said, list) else said


@settings(max_examples=300)
@given(TEXTS)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = repair(text, ORDER)
    assert repair(once, ORDER) == once


@settings(max_examples=300)
@given(TEXTS)
def test_the_meaning_stays(text: str) -> None:
    before = _meaning(text)
    if before is not None:
        assert _meaning(repair(text, ORDER)) == before


@settings(max_examples=100)
@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """Only white space and invisible characters go; the rest may at most change its place."""
    assert _letters(repair(text, ORDER)) == _letters(text)


def _letters(text: str) -> list[str]:
    shown = unicodedata.normalize("NFC", text).replace("ð", "đ").replace("Ð", "Đ")
    return sorted(c for c in shown if not c.isspace() and c not in "\u200b\u2060\ufeff\u00ad")
