"""What people answer is understood as they mean it, and shown as they write it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Pointer
from generator.questions import Choice, Question, answer, chosen, cleaned, question, shown, truth
from generator.text import Text, fold
from tests.harness import base_game

GAME = base_game()
UNIONS = tuple(
    Choice(id, Text(name, name), (name,))
    for id, name in (
        ("an-duong", "LĐLĐ huyện An Dương"),
        ("duong-kinh", "LĐLĐ quận Dương Kinh"),
        ("thcs-3", "Trường THCS số 3"),
        ("y-te", "Công đoàn ngành Y tế"),
    )
)


def asked(*pointer: str | int) -> Question:
    return question(GAME.schemas.innovation.schema, pointer, True, GAME.programme)


@pytest.mark.parametrize(
    "word", ["c", "có", "Co", "VÂNG", "vang", "ừ", "Dạ", "đúng", "rồi", "y", "Yes", "true"]
)
def test_yes(word: str) -> None:
    assert truth(word) is True
    assert answer(asked("applied", "trial"), word) is True


@pytest.mark.parametrize("word", ["k", "không", "KHONG", "ko", "chưa", "sai", "n", "No", "false"])
def test_no(word: str) -> None:
    assert truth(word) is False
    assert answer(asked("applied", "trial"), word) is False


@pytest.mark.parametrize("word", ["", "²", "có lẽ", "1", "maybe"])
def test_neither(word: str) -> None:
    assert truth(word) is None


def test_a_yes_or_no_question_does_not_ask_for_true() -> None:
    about = asked("applied", "trial").help
    assert "có hoặc không" in about.vi and "yes or no" in about.en


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2", "duong-kinh"), ("4", "y-te"), ("3", "thcs-3"),
        ("dương", "an-duong duong-kinh"), ("DUONG", "an-duong duong-kinh"), ("kinh", "duong-kinh"),
        ("an-duong", "an-duong"), ("LĐLĐ quận Dương Kinh", "duong-kinh"), ("cong doan nganh y", "y-te"),
        ("LDLD quan Duong Kin", "duong-kinh"), ("Công đoàn nghành Y tế", "y-te"),
        ("²", ""), ("0", ""), ("5", ""), ("9" * 5000, ""), ("٣", ""), ("Hải An", ""),
    ],
)  # fmt: skip
def test_a_choice_is_a_number_or_a_part_of_a_name(typed: str, meant: str) -> None:
    assert [choice.id for choice in chosen(UNIONS, UNIONS, typed)] == meant.split()


def test_a_number_is_one_of_those_listed_last() -> None:
    few = chosen(UNIONS, UNIONS, "duong")
    assert [choice.id for choice in chosen(UNIONS, few, "1")] == ["an-duong"]
    # Fewer are listed, so that this is a part of a name.
    assert [choice.id for choice in chosen(UNIONS, few, "3")] == ["thcs-3"]


@given(st.sampled_from(UNIONS), st.booleans(), st.data())
def test_every_part_of_a_name_finds_it(choice: Choice, plain: bool, data: st.DataObject) -> None:
    words = (fold(choice.name.vi) if plain else choice.name.vi).split()
    first = data.draw(st.integers(0, len(words) - 1))
    part = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    few = tuple(c for c in UNIONS if c == choice)
    assert choice in chosen(UNIONS, () if part.isdecimal() else few, part)


@pytest.mark.parametrize(
    ("pointer", "typed", "value"),
    [
        (("applied", "on"), "5/3/2022", "2022-03-05"),
        (("applied", "on"), "05.03.2022", "2022-03-05"),
        (("applied", "on"), "2022-03-05", "2022-03-05"),
        (("applied", "on"), "31/02/2022", "31/02/2022"),
        (("applied", "on"), "hôm qua", "hôm qua"),
        (("benefit", "money_vnd"), "120.000.000 đồng", 120_000_000),
        (("benefit", "money_vnd"), "120 triệu", 120_000_000),
        (("benefit", "money_vnd"), "1,2 tỷ", 1_200_000_000),
        (("benefit", "money_vnd"), "²", "²"),
        (("benefit", "money_vnd"), "inf", "inf"),
        (("authors", 0, "share"), "33,3", 33.3),
        (("authors", 0, "share"), "33.3 %", 33.3),
        (("authors", 0, "share"), "60", 60),
    ],
)
def test_an_answer_is_what_it_means(pointer: Pointer, typed: str, value: Any) -> None:
    assert answer(asked(*pointer), typed) == value


@given(st.dates(date(1000, 1, 1)))
def test_a_day_that_is_shown_can_be_typed(day: date) -> None:
    applied = asked("applied", "on")
    read = shown(applied, day.isoformat())
    assert answer(applied, read.vi) == answer(applied, read.en) == day.isoformat()


@given(st.integers(1, 10**15))
def test_a_sum_that_is_shown_can_be_typed(money: int) -> None:
    benefit = asked("benefit", "money_vnd")
    read = shown(benefit, money)
    assert answer(benefit, read.vi) == answer(benefit, read.en) == money


@given(st.text())
def test_cleaning_once_is_cleaning_twice(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert once == " ".join(once.split())
