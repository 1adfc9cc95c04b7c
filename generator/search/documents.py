"""What is searched of one innovation, and its analysis: everything the index needs to know of it.

An analysis depends on its document alone, so it can be kept and used again in the next build.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Innovation, Programme, Union
from generator.search.plain import plain
from generator.search.words import forms


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What may be searched of an innovation. Confidential ones have no kind, date or description."""

    id: str
    title: str
    summary: str
    description: str
    authors: tuple[str, ...]
    unit: str
    unit_id: str
    upper: str
    upper_id: str
    kind: str | None
    field: str
    phase: str | None
    unit_type: str | None
    month: str | None
    applied_on: str | None
    benefit_vnd: int | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document as the index takes it in.

    `title`, `names` (summary, authors, unit) and `text` (description) hold the forms of words; a word stands
    in the first of the three that has it, once. `card` is what a result shows, in JSON.
    """

    id: str
    unit: str
    unit_id: str
    upper: str
    upper_id: str
    kind: str | None
    field: str
    phase: str | None
    unit_type: str | None
    applied_on: str | None
    benefit_vnd: int | None
    card: str
    title: tuple[str, ...]
    names: tuple[str, ...]
    text: tuple[str, ...]


def document_of(innovation: Innovation, unions: Mapping[str, Union], programme: Programme) -> SearchDocument:
    """What may be searched of `innovation`: nothing that its page does not show."""
    unit, upper = unions[innovation.grassroots_id], unions[innovation.upper_id]
    secret = innovation.confidential
    phase = programme.phase_of(innovation.applied_on)
    return SearchDocument(
        innovation.id, innovation.title, innovation.summary,
        "" if secret else plain(innovation.description),
        tuple(author.name for author in innovation.authors),
        unit.short_name, unit.id, upper.short_name, upper.id,
        None if secret else innovation.kind, innovation.field,
        None if secret or phase is None else phase.id, unit.unit_type,
        None if secret else innovation.month,
        None if secret else innovation.applied_on.isoformat(), innovation.benefit_vnd,
    )  # fmt: skip


def analyse(document: SearchDocument) -> Analysis:
    """The words of `document` by where they stand, and what a result shows of it."""
    title = forms(document.title)
    names = forms(" \n".join((document.summary, *document.authors, document.unit)))
    text = forms(document.description)
    card = (
        document.id, document.title, document.summary, document.unit,
        document.applied_on, document.benefit_vnd, document.kind, document.field,
    )  # fmt: skip
    return Analysis(
        document.id, document.unit, document.unit_id, document.upper, document.upper_id,
        document.kind, document.field, document.phase, document.unit_type,
        document.applied_on, document.benefit_vnd,
        json.dumps(card, ensure_ascii=False, separators=(",", ":")),
        tuple(title), tuple(names - title), tuple(text - names - title),
    )  # fmt: skip
