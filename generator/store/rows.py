"""Rows of the store from records, and findings and figures from rows."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from generator.findings import Finding
from generator.model import SUBMISSIONS
from generator.pages.page import Card
from generator.records import FOLDER, EntryRecord, ListKey
from generator.statistics import Figures, Measure
from generator.text import Text


@dataclass(frozen=True, slots=True)
class Listed:
    """A published innovation in its folder. `digest` names all of it, `shown` what lists show."""

    card: Card
    digest: int
    shown: int
    images: tuple[str, ...]


def is_photo(path: str) -> bool:
    return "/images/" in path


def photo(path: str, digest: bytes) -> tuple[ListKey, int]:
    union_id = path.removeprefix(SUBMISSIONS).partition("/images/")[0]
    return (FOLDER, union_id, ""), int.from_bytes(digest[:8], "big", signed=True)


def entry_row(entry: EntryRecord) -> tuple[Any, ...]:
    return (
        entry.id, entry.grassroots, entry.upper, entry.kind, entry.field, entry.phase, entry.applied_on,
        entry.month, entry.confidential, entry.newest, entry.title, entry.summary, entry.benefit_vnd,
        " ".join(entry.images), " ".join(map(str, entry.keys)), entry.digest, entry.card,
    )  # fmt: skip


def dump_findings(findings: Sequence[Finding]) -> str | None:
    if not findings:
        return None
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False)


def load_findings(text: str) -> Iterator[Finding]:
    for data in json.loads(text):
        yield Finding(**{**data, "message": Text(**data["message"]), "hint": Text(**data["hint"])})


def dump_measure(measure: Measure) -> str:
    """Figures by their places: there are many unions."""
    return json.dumps([[[p, *_values(f)] for p, f in measure.phases.items()], _values(measure.total)])


def load_measure(text: str) -> Measure:
    phases, total = json.loads(text)
    return Measure({phase: Figures(*figures) for phase, *figures in phases}, Figures(*total))


def _values(figures: Figures) -> list[Any]:
    return [getattr(figures, name) for name in _FIGURES]


_FIGURES = tuple(field.name for field in fields(Figures))
