"""Old encodings: the tables, what is recognised and what is not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.encodings import TCVN3, VNI, Encoding, decode, is_syllable, passages
from tests.harness import INNOVATION, base_text
from tests.sample import made_up

TEXTS = made_up(160).values()
SYLLABLES = sorted(
    {
        word.lower()
        for text in TEXTS
        for word in re.findall(r"[^\W\d_]+", text)
        if not word.isascii() and is_syllable(word.lower())
    }
)
ENCODED: dict[Encoding, dict[str, str]] = {
    "TCVN3": {letter: code for code, letter in TCVN3.items()},
    "VNI": {
        letter: code for code, letter in sorted(VNI.items(), key=lambda pair: not pair[0].isupper())[::-1]
    },
}


def encode(text: str, encoding: Encoding) -> str:
    """`text` as it is typed in an old font."""
    return "".join(ENCODED[encoding].get(letter, letter) for letter in text)


def test_the_sample_has_many_syllables_and_all_letters() -> None:
    assert len(SYLLABLES) > 1000
    letters = set("".join(SYLLABLES))
    assert set("ăâđêôơưàảãáạằẳắặầẩẫấậèẻéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹý") <= letters


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_every_syllable_of_the_sample_comes_back(encoding: Encoding) -> None:
    for word in SYLLABLES:
        assert decode(encode(word, encoding), encoding) == word


def test_capitals_come_back_in_vni() -> None:
    for word in SYLLABLES:
        assert decode(encode(word.upper(), "VNI"), "VNI") == word.upper()


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_whole_files_are_recognised_line_by_line_and_come_back(encoding: Encoding) -> None:
    description = base_text(INNOVATION).partition("description: |\n")[2].lower()
    found = passages(encode(description, encoding))
    assert {passage.encoding for passage in found} == {encoding}
    converted = "\n".join(passage.converted or "?" for passage in found)
    assert "".join(converted.split()) == "".join(description.split())


@pytest.mark.parametrize(
    ("text", "encoding", "converted"),
    [
        ("C«ng ®oµn", "TCVN3", "Công đoàn"),
        ("C¤NG §OµN", "TCVN3", "CÔNG ĐOÀN"),
        ("C«ng ®oµn ViÖt Nam", "TCVN3", "Công đoàn Việt Nam"),
        ("®oµn", "TCVN3", "đoàn"),
        ("tr­êng häc", "TCVN3", "trường học"),
        ("BOÄ GIAO THOÂNG", "VNI", "BỘ GIAO THÔNG"),
        ("coâng taùc ñaøo taïo", "VNI", "công tác đào tạo"),
        ("Lieân ñoaøn Lao ñoäng", "VNI", "Liên đoàn Lao động"),
    ],
)
def test_what_is_recognised(text: str, encoding: str, converted: str) -> None:
    assert [(p.encoding, p.converted) for p in passages(text)] == [(encoding, converted)]


def test_the_place_is_that_of_the_first_old_word() -> None:
    (passage,) = passages("title: Máy C«ng ®oµn\nkind: technical\n")
    assert (passage.offset, passage.length) == (11, 9)


def test_a_line_with_unicode_letters_is_not_converted() -> None:
    (passage,) = passages("Đơn vị C«ng ®oµn")
    assert passage.converted is None


@pytest.mark.parametrize(
    "text",
    [
        "Máy lọc 10 µm, 20 µA và 5 µm; m×n = 12, 3·10",
        "Où est le château ? Déjà vu, crème brûlée, naïve, maïs, Noël",
        "München, Köln, für, Göteborg, Malmö, señor, España, Åse, Ærø",
        "« Công đoàn » ® © 2021, 25 °C ±0,5, ½ m², ¼, 3 m³, §5, ¥100, £20, Ø 30",
        "hoà toà loá quý thuỷ khoẻ oà uỷ",
        "Ðoàn ðược",
    ],
)
def test_what_is_not_taken_for_old_text(text: str) -> None:
    assert passages(text) == ()


def test_the_catalogue_itself_is_not_taken_for_old_text() -> None:
    assert [passages(text) for text in TEXTS] == [()] * len(TEXTS)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=5, max_size=12), st.sampled_from(["TCVN3", "VNI"]))
def test_sentences_of_syllables_are_recognised(words: list[str], encoding: Encoding) -> None:
    sentence = "công đoàn " + " ".join(words)
    found = passages(encode(sentence, encoding))
    assert [passage.encoding for passage in found] == [encoding]
    # Text in the table's reach comes back whole; a word that is no syllable leaves the proposal out.
    assert found[0].converted in (sentence, None)


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for passage in passages(text):
        assert text[passage.offset : passage.offset + passage.length].strip()
