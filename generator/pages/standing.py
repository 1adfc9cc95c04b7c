"""Where a union (or the city) stands: how many, of how many, is it enough – and against the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.charts.bars import Bar, bars
from generator.charts.meter import Meter, meter
from generator.charts.time import TimeChart, expected, over_time
from generator.model import Phase, Union
from generator.pages.benefits import benefit_labels
from generator.pages.page import Snapshot
from generator.statistics import Figures, rank
from generator.text import sort_key

# The track of participation is full a third above the line that every union should reach.
_PARTICIPATION_ROOM = 4 / 3
# Unions on one page of a league table: with a kilobyte for each, a phone still opens it quickly.
LEAGUE_PART = 500
# A share below this reads as 0 with one decimal.
_TINY = 0.0005


@dataclass(frozen=True, slots=True)
class PhaseStanding:
    """A phase's quota and participation, side by side.

    `expected` is the share of the target that the pace asks for by now; `behind` how far the progress
    is below it (negative: ahead), None where the target is unknown. `needed` is the number of people
    that the participation line asks for. The `state` is future, running, over, or away: the union was not
    there in the phase.
    """

    phase: Phase
    name: str
    figures: Figures
    state: str
    expected: float
    behind: float | None
    quota: Meter
    people: Meter
    needed: int | None


@dataclass(frozen=True, slots=True)
class LeagueRow:
    """A union in the league table. `participation` is per phase shown, with its meter."""

    union: Union
    url: str
    place: int | None
    figures: Figures
    quota: Meter
    participation: tuple[tuple[float | None, Meter], ...]
    here: bool


@dataclass(frozen=True)
class League:
    """The league table of some unions; `phases` are the columns of participation.

    `decimals` are those that its shares are written with, so that the smallest does not read as 0.
    """

    rows: tuple[LeagueRow, ...]
    phases: tuple[Phase, ...]
    unknown: int
    decimals: int


@dataclass(frozen=True)
class LeaguePart:
    """One of the `parts` pages that a league table of so many `unions` stands on.

    The first is the page at `first`, the others are named after `base`.
    """

    table: League
    unions: int
    part: int
    parts: int
    base: str
    first: str


@dataclass(frozen=True)
class Breakdown:
    """How a number divides: the bars of a vocabulary, each in pieces for the phases that are shown."""

    bars: tuple[Bar, ...]
    phases: tuple[str, ...]


def phase_standings(snapshot: Snapshot, union_id: str, language: str) -> tuple[PhaseStanding, ...]:
    """The standing in each phase of the programme."""
    return tuple(phase_standing(snapshot, phase, union_id, language) for phase in snapshot.programme.phases)


def phase_standing(snapshot: Snapshot, phase: Phase, union_id: str, language: str) -> PhaseStanding:
    """The standing of one union, or the city, in one phase."""
    threshold = snapshot.programme.participation_threshold
    figures = snapshot.measures[union_id].phases[phase.id]
    pace = expected(phase, snapshot.as_of)
    state = "future" if pace == 0 else "over" if snapshot.as_of >= phase.end else "running"
    if not snapshot.was_there(union_id, phase):
        state = "away"
    progress = figures.progress
    return PhaseStanding(
        phase, phase.name[language], figures, state, pace,
        None if progress is None else pace - progress,
        meter(progress, None if progress is None else pace),
        meter(figures.participation, threshold, threshold * _PARTICIPATION_ROOM),
        None if figures.members is None else snapshot.programme.participants_needed(figures.members),
    )  # fmt: skip


def league(snapshot: Snapshot, union_ids: Iterable[str], phase_id: str | None, here: str = "") -> League:
    """Unions by their share of the target, the unknown last and in alphabetical order.

    `here` is the union on whose page the table stands. Equal shares share a place. In a phase there are only
    the unions that were there.
    """
    programme = snapshot.programme
    threshold = programme.participation_threshold
    shown = tuple(phase for phase in programme.phases if phase_id in (None, phase.id))
    figures: dict[str, Figures] = {}
    people: dict[str, list[float | None]] = {}
    for union_id in union_ids:
        if phase_id and not snapshot.was_there(union_id, programme.phase(phase_id)):
            continue
        measure = snapshot.measures[union_id]
        figures[union_id] = measure.of(phase_id)
        people[union_id] = [measure.phases[phase.id].participation for phase in shown]
    rows = []
    for union_id, place in rank(figures).items():
        shares = people[union_id]
        meters = [meter(s, threshold, threshold * _PARTICIPATION_ROOM) for s in shares]
        rows.append(
            LeagueRow(
                snapshot.unions[union_id], union_url(union_id), place, figures[union_id],
                meter(figures[union_id].progress), tuple(zip(shares, meters, strict=True)), union_id == here,
            )
        )  # fmt: skip
    rows.sort(key=lambda row: (row.place is None, row.place or 0, sort_key(row.union.short_name)))
    unknown = sum(1 for row in rows if row.place is None)
    written = [s for row in rows for s in (row.figures.progress, *(share for share, _ in row.participation))]
    decimals = 2 if any(s and s < _TINY for s in written) else 1
    return League(tuple(rows), shown, unknown, decimals)


def in_parts(table: League, base: str, first: str) -> list[LeaguePart]:
    """A table in as many parts as keep each page light; one where there are no unions."""
    starts = range(0, len(table.rows), LEAGUE_PART) or range(1)
    return [
        LeaguePart(
            replace(table, rows=table.rows[start : start + LEAGUE_PART]),
            len(table.rows), number, len(starts), base, first,
        )
        for number, start in enumerate(starts, 1)
    ]  # fmt: skip


def shown(part: LeaguePart) -> tuple[object, ...]:
    """What a part of a league table shows that other changes than those of the programme can change."""
    table = part.table
    rows = [
        (
            row.union.id, row.union.short_name, row.place, row.figures.innovations, row.figures.target,
            [share for share, _ in row.participation], row.figures.benefit_vnd,
        )
        for row in table.rows
    ]  # fmt: skip
    return part.unions, part.part, part.parts, table.unknown, table.decimals, rows


def around(table: League, reach: int = 2) -> League:
    """The rows around the union on whose page the table stands, at both ends as many as in the middle."""
    here = next((number for number, row in enumerate(table.rows) if row.here), 0)
    size = 2 * reach + 1
    first = max(min(here - reach, len(table.rows) - size), 0)
    return replace(table, rows=table.rows[first : first + size], unknown=0)


def breakdown(
    snapshot: Snapshot, union_id: str, phase_id: str | None, vocabulary: str, attribute: str, language: str
) -> Breakdown:
    """How a union's innovations divide over `vocabulary`; `attribute` names the figure (`by_kind`)."""
    words = snapshot.programme.vocabularies[vocabulary]
    labels = {word.id: str(word.short_name[language]) for word in words.values()}
    return _divided(snapshot, union_id, phase_id, labels, attribute, language)


def benefits(snapshot: Snapshot, union_id: str, phase_id: str | None, language: str) -> Breakdown:
    """How a union's innovations divide over the classes of benefit, in the order of the classes."""
    labels = benefit_labels(language)
    return _divided(snapshot, union_id, phase_id, labels, "by_benefit", language, ordered=True)


def _divided(
    snapshot: Snapshot, union_id: str, phase_id: str | None, labels: Mapping[str, str], attribute: str,
    language: str, ordered: bool = False,
) -> Breakdown:  # fmt: skip
    measure = snapshot.measures[union_id]
    figures = measure.of(phase_id)
    shown = [phase for phase in snapshot.programme.phases if phase_id in (None, phase.id)]
    parts = [measure.phases[phase.id] for phase in shown]
    found = bars(
        getattr(figures, attribute), labels, figures.innovations,
        [(getattr(part, attribute), part.innovations) for part in parts], ordered,
    )  # fmt: skip
    return Breakdown(found, tuple(phase.name[language] for phase in shown))


def time_chart(snapshot: Snapshot, union_id: str, phase_id: str | None) -> TimeChart:
    """The cumulative line and the months of a union, in one phase or in all."""
    measure = snapshot.measures[union_id]
    phases = [phase for phase in snapshot.programme.phases if phase_id in (None, phase.id)]
    targets = {phase.id: measure.phases[phase.id].target for phase in phases}
    return over_time(measure.of(phase_id).by_month, phases, targets, snapshot.as_of)


def place_of(snapshot: Snapshot, union_id: str) -> tuple[int | None, int]:
    """An upper-level union's place among its peers, and how many have one."""
    places = rank({peer: snapshot.measures[peer].total for peer in upper_ids(snapshot)})
    return places[union_id], sum(1 for place in places.values() if place is not None)


def upper_ids(snapshot: Snapshot) -> list[str]:
    """The upper-level unions, in alphabetical order of their names."""
    return list(snapshot.tree)


def grassroots_ids(snapshot: Snapshot, upper_id: str) -> list[str]:
    """The grassroots unions of an upper-level union, in alphabetical order of their names."""
    return snapshot.tree[upper_id]


def grassroots_number(snapshot: Snapshot) -> int:
    """How many grassroots unions there are."""
    return sum(1 for union in snapshot.unions.values() if not union.is_upper)


def union_url(union_id: str) -> str:
    """Path of a union's page below the language's root."""
    return f"don-vi/{union_id}/index.html"
