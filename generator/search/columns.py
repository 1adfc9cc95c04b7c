"""Columns: what sorting and filtering need to know of every document, one short text a segment."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.search.numbers import numbers
from generator.search.segments import BENEFIT_CLASSES, Segment

VOCABULARIES = ("kind", "field", "phase", "unit_type")
Codes = Mapping[str, Mapping[str, int]]


def codes_of(labels: Mapping[str, Sequence[str]]) -> Codes:
    """The place of every word in its vocabulary."""
    return {name: {word: code for code, word in enumerate(labels[name])} for name in VOCABULARIES}


def benefit_class(benefit_vnd: int | None) -> int:
    """The place of the class that a benefit is in, the largest first and social only last."""
    if benefit_vnd is None:
        return len(BENEFIT_CLASSES)
    return sum(benefit_vnd < least for least in BENEFIT_CLASSES)


def units(own: Sequence[Segment]) -> str:
    """The grassroots unions of the upper-level union whose segments are `own`, and each document's."""
    names = sorted({unit for part in own for unit in part.units})
    place = {unit: code for code, unit in enumerate(names)}
    return compact([names, [numbers(place[part.units[code]] for code in part.of_unit) for part in own]])


def compact(value: Any) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _order(part: Segment, codes: Codes) -> list[Any]:
    phases = [[-1 if phase is None else codes["phase"][phase], length] for phase, length in part.phases]
    return [part.first_day, part.day_gaps, phases]


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


COLUMNS: Mapping[str, Callable[[Segment, Codes], Any]] = {
    "order": _order,
    "kinds": lambda part, codes: _coded(part.kinds, codes["kind"]),
    "fields": lambda part, codes: _coded(part.fields, codes["field"]),
    "unit_types": lambda part, codes: _coded(part.unit_types, codes["unit_type"]),
    "benefit_classes": lambda part, _: numbers(map(benefit_class, part.benefits)),
    "benefits": lambda part, _: numbers(map(_amount, part.benefits)),
}
