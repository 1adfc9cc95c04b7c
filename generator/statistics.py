"""Figures: how many, how far, how many people, how much – for a grassroots or upper-level union, the city.

A grassroots union's figures are counted from its innovations (`tally`); everything above is a sum
(`combine`), so one changed file asks for one recount. Unknown is None, never zero. How each figure
is defined is told to the public in the guide “Cách tính số liệu”.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.model import Innovation, Phase, Programme, Union
from generator.search.columns import BENEFIT_CLASSES, SOCIAL, benefit_class
from generator.text import Text

TOTAL = "total"
# The classes that benefits fall in: by the least amount of each in VND, the largest first; social only last.
BENEFITS = (*map(str, BENEFIT_CLASSES), SOCIAL)


# What these two are called wherever they are shown; the theme says so too.
SUPPORT_DUE = Text("Công đoàn cấp trên phải hỗ trợ", "Upper-level support due")
SUPPORT_SPENT = Text("Công đoàn cơ sở đã hỗ trợ", "Grassroots support spent")


@dataclass(frozen=True)
class Figures:
    """F of DESIGN.md: the figures of one union (or the city) in one phase, or in total.

    Money is whole VND; `by_*` hold only what occurs. `target` and `members` are None where unknown.
    """

    innovations: int = 0
    target: int | None = None
    authors: int = 0
    members: int | None = None
    benefit_vnd: int = 0
    social_only: int = 0
    supported: int = 0
    support_due_vnd: int = 0
    support_grassroots_vnd: int = 0
    by_kind: Mapping[str, int] = field(default_factory=dict)
    by_field: Mapping[str, int] = field(default_factory=dict)
    by_month: Mapping[str, int] = field(default_factory=dict)
    by_unit_type: Mapping[str, int] = field(default_factory=dict)
    by_ownership: Mapping[str, int] = field(default_factory=dict)
    by_benefit: Mapping[str, int] = field(default_factory=dict)

    @property
    def progress(self) -> float | None:
        """Innovations as a share of the target (1.0 is the target reached)."""
        return self.innovations / self.target if self.target else None

    @property
    def participation(self) -> float | None:
        """Distinct credited authors as a share of the members."""
        return self.authors / self.members if self.members else None

    def to_json(self) -> dict[str, Any]:
        """The figures in the order and names of statistics.json."""
        return {
            "innovations": self.innovations, "target": self.target, "progress": _rounded(self.progress),
            "authors": self.authors, "members": self.members, "participation": _rounded(self.participation),
            "benefit_vnd": self.benefit_vnd, "social_only": self.social_only,
            "support_due_vnd": self.support_due_vnd,
            "support_grassroots_vnd": self.support_grassroots_vnd,
            "by_kind": dict(self.by_kind), "by_field": dict(self.by_field),
            "by_month": dict(self.by_month),
            "by_unit_type": dict(self.by_unit_type), "by_ownership": dict(self.by_ownership),
            "by_benefit": dict(self.by_benefit),
        }  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """M of DESIGN.md: figures per phase and in total."""

    phases: Mapping[str, Figures]
    total: Figures

    def to_json(self) -> dict[str, Any]:
        phases = {phase: figures.to_json() for phase, figures in self.phases.items()}
        return {"phases": phases, "total": self.total.to_json()}

    def of(self, phase_id: str | None) -> Figures:
        """The figures of a phase, or the total for None."""
        return self.total if phase_id is None else self.phases[phase_id]


def tally(innovations: Iterable[Innovation], union: Union, programme: Programme) -> Measure:
    """Count one grassroots union's innovations. Those outside every phase must not be passed."""
    by_phase: dict[str, list[Innovation]] = {phase.id: [] for phase in programme.phases}
    for innovation in innovations:
        phase = programme.phase_of(innovation.applied_on)
        if phase is not None:
            by_phase[phase.id].append(innovation)
    phases = {
        phase.id: _with_context(_count(by_phase[phase.id], union, programme), union, phase)
        for phase in programme.phases
    }
    everything = [innovation for group in by_phase.values() for innovation in group]
    total = _count(everything, union, programme)
    return Measure(phases, _with_totals(total, phases, programme))


def combine(parts: Iterable[Measure], union: Union, programme: Programme) -> Measure:
    """An upper-level union's figures: sums of its grassroots unions', with its own target and members.

    Authors are people of one grassroots union each, so their numbers add up.
    """
    parts = list(parts)
    phases = {
        phase.id: _with_context(_sum(part.phases[phase.id] for part in parts), union, phase)
        for phase in programme.phases
    }
    total = _sum(part.total for part in parts)
    return Measure(phases, _with_totals(total, phases, programme))


def combine_city(parts: Iterable[Measure], programme: Programme) -> Measure:
    """The city's figures: sums of the upper-level unions', with the programme's targets.

    Members are those of programme.yml's federation, else the sum of the unions' where all are known.
    """
    parts = list(parts)
    members = programme.data["federation"].get("members", {})
    phases = {}
    for phase in programme.phases:
        figures = _sum(part.phases[phase.id] for part in parts)
        known = [part.phases[phase.id].members for part in parts]
        added = None if None in known or not known else sum(m for m in known if m is not None)
        phases[phase.id] = replace(figures, target=phase.target, members=members.get(phase.id, added))
    total = _sum(part.total for part in parts)
    return Measure(phases, _with_totals(total, phases, programme))


def rank(unions: Mapping[str, Figures]) -> dict[str, int | None]:
    """Place of each union by its share of the target, from 1; ties share a place, unknown has none."""
    shares = {union: figures.progress for union, figures in unions.items()}
    places: dict[float, int] = {}
    for place, share in enumerate(sorted((s for s in shares.values() if s is not None), reverse=True), 1):
        places.setdefault(share, place)
    return {union: None if share is None else places[share] for union, share in shares.items()}


def _count(innovations: list[Innovation], union: Union, programme: Programme) -> Figures:
    supported = sum(1 for i in innovations if i.supported)
    number = len(innovations)
    return Figures(
        innovations=number,
        authors=len({i.credited.identity for i in innovations}),
        benefit_vnd=sum(i.benefit_vnd or 0 for i in innovations),
        social_only=sum(1 for i in innovations if i.benefit_vnd is None),
        supported=supported,
        support_due_vnd=supported * programme.upper_support_vnd,
        support_grassroots_vnd=sum(i.grassroots_vnd for i in innovations),
        by_kind=_counter(i.kind for i in innovations),
        by_field=_counter(i.field for i in innovations),
        by_month=_counter(i.month for i in innovations),
        by_unit_type={union.unit_type: number} if union.unit_type and number else {},
        by_ownership={union.ownership: number} if union.ownership and number else {},
        by_benefit=_counter(BENEFITS[benefit_class(i.benefit_vnd)] for i in innovations),
    )


def _counter(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _with_context(figures: Figures, union: Union, phase: Phase) -> Figures:
    return replace(figures, target=union.targets.get(phase.id), members=union.members.get(phase.id))


def _with_totals(figures: Figures, phases: Mapping[str, Figures], programme: Programme) -> Figures:
    """Total target: the phases' targets added, unknown if one is; members: of the latest phase known."""
    targets = [f.target for f in phases.values()]
    members = [phases[p.id].members for p in programme.phases if phases[p.id].members is not None]
    target = None if None in targets else sum(t for t in targets if t is not None)
    return replace(figures, target=target, members=members[-1] if members else None)


_SUMMED = (
    "innovations", "authors", "benefit_vnd", "social_only", "supported", "support_due_vnd",
    "support_grassroots_vnd",
)  # fmt: skip
_COUNTED = ("by_kind", "by_field", "by_month", "by_unit_type", "by_ownership", "by_benefit")


def _sum(parts: Iterable[Figures]) -> Figures:
    numbers = dict.fromkeys(_SUMMED, 0)
    counters: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}
    for part in parts:
        for name in _SUMMED:
            numbers[name] += getattr(part, name)
        for name in _COUNTED:
            counters[name].update(getattr(part, name))
    tables = {name: dict(sorted(counter.items())) for name, counter in counters.items()}
    return Figures(**numbers, **tables)  # type: ignore[arg-type]


def _rounded(ratio: float | None) -> float | None:
    """Six decimals: stable bytes, and finer than one innovation in a target of a million."""
    return None if ratio is None else round(ratio, 6)
