"""Bars: how a number divides over the words of a vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.scale import length

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One word with its number; `share` is its part of the whole, `width` its bar's length."""

    key: str
    label: str
    value: int
    share: float
    width: str


def bars(values: Mapping[str, int], labels: Mapping[str, str], total: int) -> tuple[Bar, ...]:
    """A bar for each word of the vocabulary, longest first; what no word covers is UNKNOWN, last.

    Words that nothing falls under keep their place in the vocabulary, after the others.
    """
    highest = max(values.values(), default=0)
    words = sorted(labels, key=lambda key: -values.get(key, 0))
    found = [_bar(key, labels[key], values.get(key, 0), total, highest) for key in words]
    rest = total - sum(bar.value for bar in found)
    if rest > 0:
        found.append(_bar(UNKNOWN, "", rest, total, max(highest, rest)))
    return tuple(found)


def _bar(key: str, label: str, value: int, total: int, highest: int) -> Bar:
    return Bar(key, label, value, value / total if total else 0.0, length(value / highest if highest else 0))
