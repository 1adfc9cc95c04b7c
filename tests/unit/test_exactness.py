"""Figures and lengths that floating point would bend by a hair, and a reader would see."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.bars import bars
from generator.charts.scale import length
from generator.model import Programme
from generator.text import format_percent
from tests.harness import base_game

# As narrow as in a league table on a phone, as wide as a page.
TRACKS = st.integers(90, 1200)
SHARES = st.one_of(st.floats(0, 0.05), st.floats(0, 1.5))


def programme_of(percent: float) -> Programme:
    return Programme.from_data({**base_game().programme.data, "participation_threshold_percent": percent})


@pytest.mark.parametrize("percent", [7, 14, 28, 55, 56, 57, 15, 100])
def test_of_a_hundred_members_as_many_are_needed_as_the_percentage_says(percent: int) -> None:
    assert programme_of(percent).participants_needed(100) == percent


@given(st.integers(1, 1000), st.integers(0, 10**7))
def test_enough_people_are_enough_and_one_fewer_are_not(tenths: int, members: int) -> None:
    needed = programme_of(tenths / 10).participants_needed(members)
    line = Fraction(tenths, 1000) * members
    assert needed >= line > needed - 1


@given(st.integers(0, 1000))
def test_whole_per_cents_have_no_decimals(percent: int) -> None:
    assert format_percent(percent / 100, "en") == f"{percent:,}%"
    assert format_percent(percent / 100, "vi", 2) == f"{percent:,}%".replace(",", ".")


def drawn(share: float, track: int) -> float:
    """How many pixels long a bar for `share` is on a track."""
    text = length(share)
    return float(text[:-1]) / 100 * track if text.endswith("%") else float(text)


@given(SHARES, SHARES, TRACKS)
def test_the_longer_bar_never_stands_for_less(one: float, other: float, track: int) -> None:
    less, more = sorted((one, other))
    assert drawn(less, track) <= drawn(more, track)


@given(SHARES.filter(bool), TRACKS)
def test_what_is_more_than_nothing_is_seen(share: float, track: int) -> None:
    assert 1.5 <= drawn(share, track) <= track


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=4))
def test_the_pieces_of_a_bar_stay_within_its_track(parts: list[int]) -> None:
    given_parts = [({"a": part}, part) for part in parts]
    (bar, *_) = bars({"a": sum(parts)}, {"a": "A"}, sum(parts), given_parts)
    for piece in bar.pieces:
        start, width = (float(re.sub("%$", "", text)) for text in (piece.start, piece.width))
        assert start + width <= 100.02
