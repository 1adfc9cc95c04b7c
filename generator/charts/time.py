"""Charts over the programme's time: the cumulative line against the target, and the months."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from generator.charts.scale import place, ticks
from generator.model import Phase, Programme

# Below this share of the target its line is left out: on one scale with it, the data would lie on the axis.
SMALLEST_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis. `minor` ones give way on a narrow screen."""

    value: int | str
    at: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A phase on the axis of time."""

    phase: Phase
    start: str
    width: str
    middle: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month in the table of a chart, and its column. `target` is what should be reached by its end."""

    month: str
    value: int | None
    total: int | None
    target: int | None
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True)
class TimeChart:
    """Everything that both charts over time draw.

    `line`, `area` and `goal` are points in a box of 100 × 100. `goal` is None where the target is
    unknown or far above the chart (`beyond` tells the two apart).
    """

    bands: tuple[Band, ...]
    months: tuple[MonthRow, ...]
    x_ticks: tuple[Tick, ...]
    total: int
    target: int | None
    line: str
    area: str
    goal: str | None
    beyond: bool
    end_x: str
    end_y: str
    total_ticks: tuple[Tick, ...]
    month_ticks: tuple[Tick, ...]


def over_time(
    by_month: Mapping[str, int],
    phases: Sequence[Phase],
    targets: Mapping[str, int | None],
    as_of: date,
) -> TimeChart:
    """The charts of `by_month` over `phases`; `targets` per phase, months after `as_of` are not yet known."""
    start, end = phases[0].start, max(phase.end for phase in phases)
    days = (end - start).days + 1

    def share(day: date) -> float:
        return min(max((day - start).days / days, 0), 1)

    months = sorted({month for phase in phases for month in phase.months})
    firsts = [share(_first(month)) for month in months] + [1.0]
    now = share(min(as_of, end) + timedelta(days=1))
    last = f"{min(as_of, end):%Y-%m}"
    goal_days = _goal(phases, targets)
    total = sum(by_month.values())
    target = goal_days[-1][1] if goal_days else None
    beyond = target is not None and total < target * SMALLEST_SHARE
    total_scale = ticks(total if beyond or target is None else max(total, target))
    month_scale = ticks(max(by_month.values(), default=0))

    points, rows, so_far = [(0.0, 0.0)], [], 0
    for number, month in enumerate(months):
        left, right = firsts[number], firsts[number + 1]
        known = month <= last
        value = by_month.get(month, 0) if known else None
        so_far += value or 0
        if known:
            points.append((min(right, now) if month == last else right, so_far / total_scale[-1]))
        height = (value or 0) / month_scale[-1]
        # A month's column leaves a fifth of its room free.
        rows.append(
            MonthRow(
                month, value, so_far if known else None, _goal_at(goal_days, start, right * days),
                place(left + (right - left) * 0.1), place((right - left) * 0.8),
                place(1 - height), place(height),
            )
        )  # fmt: skip
    line = " ".join(_point(*point) for point in points)
    goal = None
    if goal_days and not beyond:
        goal = " ".join(_point(day / days, value / total_scale[-1]) for day, value in goal_days)
    return TimeChart(
        tuple(_band(phase, share) for phase in phases), tuple(rows), _month_ticks(months, firsts),
        total, target,
        line, f"{line} {_point(points[-1][0], 0)}", goal, beyond,
        place(points[-1][0]), place(1 - points[-1][1]), _value_ticks(total_scale), _value_ticks(month_scale),
    )  # fmt: skip


def expected(phase: Phase, as_of: date) -> float:
    """The share of a phase's days that have passed by the end of `as_of`: the pace that meets the target."""
    passed = (as_of - phase.start).days + 1
    return min(max(passed / ((phase.end - phase.start).days + 1), 0.0), 1.0)


def phases_of(programme: Programme, phase_id: str | None) -> tuple[Phase, ...]:
    """One phase, or all for None."""
    return tuple(phase for phase in programme.phases if phase_id in (None, phase.id))


def _goal(phases: Sequence[Phase], targets: Mapping[str, int | None]) -> list[tuple[int, int]]:
    """The target line: (days since the start, innovations due by then); empty where a target is unknown."""
    points, due = [(0, 0)], 0
    for phase in phases:
        target = targets.get(phase.id)
        if target is None:
            return []
        due += target
        points.append(((phase.end - phases[0].start).days + 1, due))
    return points


def _goal_at(goal: Sequence[tuple[int, int]], start: date, day: float) -> int | None:
    for (left, low), (right, high) in pairwise(goal):
        if left <= day <= right + 1e-9:
            return round(low + (high - low) * (day - left) / (right - left))
    return goal[-1][1] if goal else None


def _band(phase: Phase, share: Callable[[date], float]) -> Band:
    left, right = share(phase.start), share(phase.end + timedelta(days=1))
    return Band(phase, place(left), place(right - left), place((left + right) / 2))


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _point(x: float, y: float) -> str:
    return f"{x * 100:.2f},{100 - y * 100:.2f}"


def _value_ticks(scale: Sequence[int]) -> tuple[Tick, ...]:
    return tuple(Tick(value, place(1 - value / scale[-1])) for value in scale)


def _month_ticks(months: Sequence[str], firsts: Sequence[float]) -> tuple[Tick, ...]:
    """A tick at the start of every third month, every sixth on a narrow screen; none at the very end."""
    every = 3 if len(months) > 12 else 2 if len(months) > 6 else 1
    return tuple(
        Tick(month, place(firsts[n]), n % (2 * every) != 0)
        for n, month in enumerate(months)
        if n % every == 0 and firsts[n] < 0.97
    )
