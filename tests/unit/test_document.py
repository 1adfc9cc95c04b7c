"""What is written comes out as written: text to data and back."""

from hypothesis import given
from hypothesis import strategies as st

from generator.document import Document, Shape, dump

STRING = Shape("string")
TEXTS = Shape("object", rest=STRING)
# Characters that YAML cannot hold are the business of the rules.
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=40).map(
    str.strip
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), words, max_size=5))
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
