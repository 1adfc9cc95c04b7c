"""The types that every page is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.model import Phase, Programme, Union
from generator.statistics import Measure
from generator.text import sort_key

CITY = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The data of a chart as a table: its path below the site's root, its headings, its rows."""

    path: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


@dataclass(frozen=True)
class Page:
    """One page to render: its path below the site's root, its template and the template's context.

    `sheets` are the data of its charts, which become files beside it.
    """

    path: str
    template: str
    context: Mapping[str, Any]
    language: str = "vi"
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An innovation as lists and cards show it."""

    id: str
    title: str
    summary: str
    kind: str
    field: str
    applied_on: date
    benefit_vnd: int | None
    confidential: bool

    @property
    def upper_id(self) -> str:
        return self.id.partition("/")[0]

    @property
    def grassroots_id(self) -> str:
        return self.id.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Its file's name, without the ending: the address of its page as seen from its unit's others."""
        return self.id.rpartition("/")[2]

    @property
    def url(self) -> str:
        """Path of its page below the site's root."""
        return f"sang-kien/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Past:
    """The commits that added an innovation and last changed it, and their days."""

    added: str
    added_on: date
    changed: str
    changed_on: date


@dataclass(frozen=True)
class Snapshot:
    """The catalogue's whole, as pages of figures need it.

    `measures` holds a Measure for every union ID and, under CITY, for the whole city. `as_of` is the
    day of the newest content: the pace expected of a running phase is computed for it.
    """

    programme: Programme
    unions: Mapping[str, Union]
    measures: Mapping[str, Measure]
    as_of: date

    def was_there(self, union_id: str, phase: Phase) -> bool:
        """Whether there was such a union on a day of `phase`; the city always was."""
        return union_id == CITY or self.unions[union_id].active_in(phase)

    @cached_property
    def tree(self) -> Mapping[str, list[str]]:
        """The grassroots unions of each upper-level one, both in alphabetical order of their names."""
        in_order = sorted(self.unions.values(), key=lambda union: sort_key(union.short_name))
        found: dict[str, list[str]] = {union.id: [] for union in in_order if union.is_upper}
        for union in in_order:
            if not union.is_upper:
                found[union.upper_id].append(union.id)
        return found
