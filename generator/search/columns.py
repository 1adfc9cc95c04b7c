"""Columns: what sorting and filtering need to know of every document, one short text a segment."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from generator.search.documents import Analysis
from generator.search.numbers import numbers

VOCABULARIES = ("kind", "field", "phase", "unit_type")
# Classes of benefit by the least amount of each, in VND; one more for benefit that is social only.
BENEFIT_CLASSES = (1_000_000_000, 100_000_000, 0)
SOCIAL = "social"
# Documents of one day that one number of the column `order` stands for, at most.
SAME_DAY = 8
Codes = Mapping[str, Mapping[str, int]]


def codes_of(labels: Mapping[str, Sequence[str]]) -> Codes:
    """The place of every word in its vocabulary."""
    return {name: {word: code for code, word in enumerate(labels[name])} for name in VOCABULARIES}


def columns_of(documents: Sequence[Analysis], codes: Codes) -> dict[str, str]:
    """Each column of a segment's documents, as JSON."""
    return {name: compact(write(documents, codes)) for name, write in _COLUMNS.items()}


def benefit_class(benefit_vnd: int | None) -> int:
    """The place of the class that a benefit is in, the largest first and social only last."""
    if benefit_vnd is None:
        return len(BENEFIT_CLASSES)
    return sum(benefit_vnd < least for least in BENEFIT_CLASSES)


def compact(value: Any) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _order(documents: Sequence[Analysis], codes: Codes) -> list[Any]:
    days = [_day(document.applied_on) for document in documents if document.applied_on]
    first = days[0] if days else 0
    phases = _runs([-1 if d.phase is None else codes["phase"][d.phase] for d in documents])
    return [first, numbers(_gaps(days, first)), phases]


def _gaps(days: Iterable[int], before: int) -> Iterator[int]:
    """Of each run of equal days, at most SAME_DAY long: its length less one, and SAME_DAY times the gap."""
    for day, same in groupby(days):
        number = sum(1 for _ in same)
        while number > 0:
            yield (day - before) * SAME_DAY + min(number, SAME_DAY) - 1
            before, number = day, number - SAME_DAY


def _day(iso: str) -> int:
    """Days since 1 January 1970, as JavaScript counts them."""
    return date.fromisoformat(iso).toordinal() - 719163


def _runs(values: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for value in values:
        if runs and runs[-1][0] == value:
            runs[-1][1] += 1
        else:
            runs.append([value, 1])
    return runs


def _coded(values: Iterable[str | None], codes: Mapping[str, int]) -> str:
    """The places of `values` in the vocabulary; one more than the last for none."""
    return numbers(len(codes) if value is None else codes[value] for value in values)


def _amount(benefit_vnd: int | None) -> int:
    """0 for none; else one more than the digits before the last zeros, then how many zeros."""
    if benefit_vnd is None:
        return 0
    digits = str(benefit_vnd)
    zeros = min(len(digits) - len(digits.rstrip("0")), 9) if benefit_vnd else 0
    return 1 + int(digits[: len(digits) - zeros]) * 10 + zeros


_COLUMNS: Mapping[str, Callable[[Sequence[Analysis], Codes], Any]] = {
    "order": _order,
    "kinds": lambda documents, codes: _coded((d.kind for d in documents), codes["kind"]),
    "fields": lambda documents, codes: _coded((d.field for d in documents), codes["field"]),
    "unit_types": lambda documents, codes: _coded((d.unit_type for d in documents), codes["unit_type"]),
    "benefit_classes": lambda documents, _: numbers(benefit_class(d.benefit_vnd) for d in documents),
    "benefits": lambda documents, _: numbers(_amount(d.benefit_vnd) for d in documents),
}
COLUMNS = tuple(_COLUMNS)
