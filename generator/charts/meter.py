"""A meter: one share on a track, with a mark for what it should be."""

from dataclasses import dataclass

from generator.charts.scale import length, place


@dataclass(frozen=True, slots=True)
class Meter:
    """`fill` is the bar's length; `mark` the place of the mark, None where there is none."""

    fill: str
    mark: str | None = None


def meter(share: float | None, mark: float | None = None, full: float = 1.0) -> Meter:
    """`share` and `mark` on a track that is full at `full`; unknown leaves the track empty."""
    fill = length(None if share is None else share / full)
    return Meter(fill, None if mark is None else place(min(mark / full, 1)))
