"""Bars: how a number divides over the words of a vocabulary, and within each over some parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.charts.scale import LEAST, length, place

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part's piece of a bar: where it starts on the track, and its length."""

    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One word with its number; `share` is its part of the whole, `pieces` its bar, one for each part."""

    key: str
    label: str
    value: int
    share: float
    parts: tuple[int, ...]
    pieces: tuple[Piece, ...]


def bars(
    values: Mapping[str, int],
    labels: Mapping[str, str],
    total: int,
    parts: Sequence[tuple[Mapping[str, int], int]],
    ordered: bool = False,
) -> tuple[Bar, ...]:
    """A bar for each word of the vocabulary, longest first; what no word covers is UNKNOWN, last.

    `parts` are what the values and the total are the sum of. Words that nothing falls under keep their
    place in the vocabulary, after the others; where the words are `ordered` in themselves, all do.
    """
    words = list(labels) if ordered else sorted(labels, key=lambda key: -values.get(key, 0))
    rest = total - sum(values.get(word, 0) for word in words)
    numbers = {word: (values.get(word, 0), [part.get(word, 0) for part, _ in parts]) for word in words}
    if rest > 0:
        others = [number - sum(part.get(word, 0) for word in words) for part, number in parts]
        numbers[UNKNOWN] = rest, others
    highest = max((value for value, _ in numbers.values()), default=0)
    return tuple(
        Bar(word, labels.get(word, ""), value, value / total if total else 0.0, tuple(of),
            _pieces(of, highest))
        for word, (value, of) in numbers.items()
    )  # fmt: skip


def _pieces(numbers: Sequence[int], highest: int) -> tuple[Piece, ...]:
    """The pieces of a bar, one after the other, on a track that is full at `highest`."""
    found, before = [], 0
    for number in numbers:
        share, start = (number / highest, before / highest) if highest else (0, 0)
        # The last piece, too small to be seen otherwise, keeps within the track.
        found.append(Piece(place(min(start, 1 - LEAST) if number else start), length(share)))
        before += number
    return tuple(found)
