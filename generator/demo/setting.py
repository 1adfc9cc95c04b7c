"""A programme's words as the demo needs them: which suit a branch of work, and how often each occurs.

The programme is known only by its data: names in Vietnamese are matched with the hints of `branch`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.demo.branch import Branch
from generator.demo.industry import INDUSTRY
from generator.demo.services import MATTERS, SERVICES
from generator.demo.words import Table, ranked
from generator.model import Phase, Programme, Term

# The unit's own branches of work; the first is the usual one.
BRANCHES = (*INDUSTRY, *SERVICES)
_COMPANY = ("doanh nghiệp", "công ty")
_STATE = ("nhà nước", "công lập")
_PRIVATE = ("ngoài nhà nước", "tư nhân")
_FOREIGN = ("nước ngoài",)
# Kinds of innovation that are mostly about things, and mostly about ways of working.
_ABOUT_THINGS = ("kỹ thuật", "công nghệ", "thiết bị")
_ABOUT_WAYS = ("quản lý", "tác nghiệp", "công đoàn", "hành chính", "tổ chức")
_RESEARCH_SHARE = 0.015


def matching(hints: Iterable[str], words: Mapping[str, Term]) -> list[str]:
    """IDs of the words whose Vietnamese name contains a hint: earlier hints, then shorter names, first."""
    names = {word.id: word.name["vi"].lower() for word in words.values()}
    found: dict[str, None] = {}
    for hint in hints:
        found.update(
            dict.fromkeys(sorted((i for i, n in names.items() if hint in n), key=lambda i: len(names[i])))
        )
    return list(found)


def branch_of(name: str) -> Branch | None:
    """The branch of work that a union's name speaks of."""
    return next((b for b in BRANCHES if any(hint in name.lower() for hint in b.hints)), None)


@dataclass(frozen=True)
class Kind:
    """A kind of innovation: its matter (None: the unit's own work) and how often it is about a thing."""

    id: str
    research: bool
    matter: Branch | None
    things: float

    @staticmethod
    def of(word: Term) -> "Kind":
        name = word.name["vi"].lower()
        matter = next((m for m in MATTERS if any(hint in name for hint in m.hints)), None)
        things = 0.5
        if any(hint in name for hint in _ABOUT_WAYS):
            things = 0.2
        elif any(hint in name for hint in _ABOUT_THINGS):
            things = 0.85
        return Kind(word.id, word.research, matter, things)


class Setting:
    """Everything about a programme that does not change from entry to entry."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        words = programme.vocabularies
        self.kinds = [Kind.of(word) for word in words["kinds"].values()]
        self.ordinary = _spread_kinds([kind for kind in self.kinds if not kind.research])
        self.research = _spread_kinds([kind for kind in self.kinds if kind.research])
        self.fields = ranked(list(words["fields"]), 2)
        self.recognisers = ranked(list(words["recognisers"]), 1)
        self.levels = ranked(list(words["research_levels"]), 2)
        window = programme.data.get("research_window", {})
        self.research_from = date.fromisoformat(window["from"]) if window else programme.start
        self.research_to = date.fromisoformat(window.get("to", programme.end.isoformat()))
        plausible = programme.data["limits"]["benefit_vnd_plausible"]
        self.least_benefit, self.largest_benefit = int(plausible["from"]), int(plausible["to"])
        self._fields_of = {id(b): matching(b.hints, words["fields"]) for b in (*BRANCHES, *MATTERS)}
        self._unit_types = ranked(list(words["unit_types"]), 1)
        self._ownerships = ranked(list(words["ownerships"]), 2)
        self._company = matching(_COMPANY, words["unit_types"])
        self._types_of = {id(b): matching(b.hints, words["unit_types"]) for b in BRANCHES}
        self._state, self._private, self._foreign = (
            matching(hints, words["ownerships"]) for hints in (_STATE, _PRIVATE, _FOREIGN)
        )

    def kind(self, day: date, chance: float, place: float) -> Kind:
        """A kind for an innovation applied on `day`; `chance` and `place` lie between 0 and 1."""
        allowed = self.research_from <= day <= self.research_to
        kinds = self.ordinary or self.research
        if self.research and allowed and chance < _RESEARCH_SHARE:
            kinds = self.research
        return kinds[int(place * len(kinds))]

    def field(self, branch: Branch, kind: Kind, chance: float, place: int) -> str:
        """A field of application: mostly that of the matter or branch, sometimes any."""
        own = (kind.matter and self._fields_of[id(kind.matter)]) or self._fields_of[id(branch)]
        return own[0] if own and chance < 0.8 else self.fields[place]

    def unit_type(self, branch: Branch, organisation: str, place: int) -> str:
        """The unit type of an organisation by its name, else by its branch, else any."""
        company = organisation.startswith(("Công ty", "Xí nghiệp"))
        own = (not company and self._types_of[id(branch)]) or self._company
        return own[0] if own else self._unit_types[place]

    def ownership(self, branch: Branch, organisation: str, chance: float, place: int) -> str | None:
        """Who owns it; None for one in ten."""
        if chance < 0.1:
            return None
        if branch.public:
            own = self._state if chance < 0.93 else self._private
        elif organisation.startswith("Công ty TNHH"):
            own = self._foreign if chance < 0.6 else self._private
        else:
            own = self._private if chance < 0.75 else self._state
        return own[0] if own else self._ownerships[place]


class Calendar:
    """The days of a programme and a year after, as they are written."""

    def __init__(self, phases: Sequence[Phase]) -> None:
        self.first = min(phase.start for phase in phases)
        length = (max(phase.end for phase in phases) - self.first).days + 366
        self.days = [self.first + timedelta(days=number) for number in range(length)]
        self.iso = [day.isoformat() for day in self.days]
        self.month = [f"tháng {day.month}/{day.year}" for day in self.days]
        earlier = [day.replace(day=1) - timedelta(days=1) for day in self.days]
        self.month_before = [f"tháng {day.month}/{day.year}" for day in earlier]

    def number(self, day: date) -> int:
        """The place of `day` in the lists."""
        return (day - self.first).days


def _spread_kinds(kinds: list[Kind]) -> list[Kind]:
    by_id = {kind.id: kind for kind in kinds}
    table: Table = ranked(list(by_id), 3) if by_id else []
    return [by_id[kind_id] for kind_id in table]
