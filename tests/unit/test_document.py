"""What is written comes out as written: text to data and back."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.document import Document, Shape, dump
from generator.findings import Pointer

STRING = Shape("string")
TEXTS = Shape("object", rest=STRING)
KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
# Characters that YAML cannot hold are the business of the rules.
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=40).map(
    str.strip
)


@given(st.dictionaries(KEYS, words, max_size=5))
def test_strings_come_back(data: dict[str, str]) -> None:
    found = Document(dump(data)).data(TEXTS) if data else {}
    assert found == data


def test_traps_come_out_as_written() -> None:
    text = "a: no\nb: on\nc: 12:30\nd: 2022-05-31\ne: 0x10\nf: 1e3\ng: yes\nh: 0123\n"
    found = Document(text).data(TEXTS)
    assert found == {
        "a": "no", "b": "on", "c": "12:30", "d": "2022-05-31",
        "e": "0x10", "f": "1e3", "g": "yes", "h": "0123",
    }  # fmt: skip


def test_keys_and_dates_are_written_plain() -> None:
    assert dump({"on": "2022-05-31", "at": "12:30", "by": "no"}) == "on: 2022-05-31\nat: 12:30\nby: no\n"


@given(st.integers(-(10**17), 10**17), st.booleans())
def test_numbers_and_booleans_come_back(number: int, truth: bool) -> None:
    shape = Shape("object", {"n": Shape("integer"), "t": Shape("boolean"), "s": STRING})
    data = {"n": number, "t": truth, "s": str(number)}
    assert Document(dump(data)).data(shape) == data


def parts(data: Any, at: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Everything in `data` with its pointer, from the outside inwards."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*at, step), value
        if isinstance(value, dict | list):
            yield from parts(value, (*at, step))


trees = st.recursive(
    words.filter(bool),
    lambda inner: (
        st.dictionaries(KEYS, inner, min_size=1, max_size=4) | st.lists(inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, trees, min_size=1, max_size=4))
def test_a_place_leads_back_to_its_pointer(data: dict[str, Any]) -> None:
    document = Document(dump(data))
    for pointer, value in parts(data):
        if isinstance(pointer[-1], str):
            assert document.pointer_at(*document.locate(pointer, on_key=True)) == (pointer, True)
        found, on_key = document.pointer_at(*document.locate(pointer))
        # A block begins where the first thing in it does.
        assert found[: len(pointer)] == pointer
        assert isinstance(value, dict | list) or (found == pointer and not on_key)


def test_a_place_in_lines_of_text_is_in_their_value() -> None:
    document = Document("a: |\n  one\n  two\nb:\n  - c: x\n")
    assert document.pointer_at(3, 5) == (("a",), False)
    assert document.pointer_at(4, 1) == (("b",), True)
    assert document.pointer_at(5, 5) == (("b", 0, "c"), True)
    assert document.pointer_at(5, 8) == (("b", 0, "c"), False)
    assert document.pointer_at(9, 1) == ((), False)
