"""The budgets: what is compared with what, and whether it is met.

A budget without the measurements that it needs is left out; one whose peer failed says so.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.jobs import (
    CHANGED,
    CHECKER,
    CLEAN,
    COLD,
    HUGO,
    OURS,
    PAGEFIND,
    SEARCH,
    SINCE,
    WARM,
)  # fmt: skip
from tests.benchmarks.measure import Measurement

CITY = 45_000
COUNTRY = 1_000_000

# Runs by size, what was done, and who did it.
Runs = Mapping[tuple[int, str, str], Sequence[Measurement]]
_Number = Callable[[Measurement], float]


@dataclass(frozen=True)
class Verdict:
    """One budget for one size; `met` is None where it could not be computed, and then `found` says why."""

    what: str
    size: int
    ours: str
    peer: str
    found: str
    asked: str
    met: bool | None


def middle(runs: Sequence[Measurement], number: _Number) -> float:
    """The median of one number over the runs."""
    return median(map(number, runs))


def failure(runs: Sequence[Measurement]) -> str:
    """How the runs failed; empty where they did not."""
    return next((run.failure for run in runs if run.failure), "")


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:,.1f} s" if value < 100 else f"{value:,.0f} s"


def megabytes(value: float) -> str:
    return f"{value / 1e6:,.1f} MB" if value < 1e7 else f"{value / 1e6:,.0f} MB"


def size_of(value: float) -> str:
    return f"{value:,.0f} bytes"


def number(value: float) -> str:
    return f"{value:,.0f}"


def _time(run: Measurement) -> float:
    return run.seconds


def _memory(run: Measurement) -> float:
    return run.peak


def _files(run: Measurement) -> float:
    return run.files


# What, of which number, against whom, how many times better at least.
_RATIOS: tuple[tuple[str, str, _Number, Callable[[float], str], str, int], ...] = (
    ("time", CLEAN, _time, seconds, HUGO, 4),
    ("memory", CLEAN, _memory, megabytes, HUGO, 4),
    ("time", CHANGED, _time, seconds, HUGO, 40),
    ("time", COLD, _time, seconds, CHECKER, 20),
    ("time", SEARCH, _time, seconds, PAGEFIND, 10),
    ("memory", SEARCH, _memory, megabytes, PAGEFIND, 10),
    ("files", SEARCH, _files, number, PAGEFIND, 10),
)
_LIMITS: tuple[tuple[str, float], ...] = ((WARM, 1.0), (SINCE, 0.5))
_COUNTRY_TIMES, _COUNTRY_CHANGED, _COUNTRY_MEMORY = 30, 20.0, 1.5e9
# The largest that each kind of page may be, in bytes.
SIZES = {
    "entry page, the largest": 8_192,
    "CSS of the whole site": 30_000,
    "JavaScript of the whole site": 30_000,
    "first query, compressed, nine of ten below": 120_000,
}


def verdicts(runs: Runs, sizes: Mapping[tuple[int, str], float]) -> Iterator[Verdict]:
    """Every budget that was measured, size by size; `sizes` are bytes by number of entries and kind."""
    for size in sorted({key[0] for key in runs}):
        yield from _ratios(runs, size)
        for what, limit in _LIMITS:
            if ours := runs.get((size, what, OURS)):
                yield _limit(what, size, middle(ours, _time), limit, seconds, failure(ours))
        for what, most in SIZES.items():
            if (size, what) in sizes:
                yield _limit(what, size, sizes[size, what], most, size_of)
    yield from _country(runs)


def _ratios(runs: Runs, size: int) -> Iterator[Verdict]:
    for of, what, value, told, peer, times in _RATIOS:
        ours, other = runs.get((size, what, OURS)), runs.get((size, what, peer))
        if not ours or not other:
            continue
        name, asked = f"{what}, {of}", f"{peer} ÷ ours ≥ {times}"
        failed = failure(ours) or failure(other)
        if failed:
            yield Verdict(
                name, size, _told(ours, value, told), _told(other, value, told), failed, asked, None
            )
            continue
        mine, theirs = middle(ours, value), middle(other, value)
        ratio = theirs / max(mine, 1e-9)
        yield Verdict(name, size, told(mine), told(theirs), f"{ratio:,.1f}", asked, ratio >= times)


def _country(runs: Runs) -> Iterator[Verdict]:
    clean, city = runs.get((COUNTRY, CLEAN, OURS)), runs.get((CITY, CLEAN, OURS))
    if not clean:
        return
    if city and not failure(city) and not failure(clean):
        mine, small = middle(clean, _time), middle(city, _time)
        asked = f"≤ {_COUNTRY_TIMES} × {CITY:,}"
        found = f"{mine / small:,.1f}"
        met = mine <= _COUNTRY_TIMES * small
        yield Verdict(f"{CLEAN}, time", COUNTRY, seconds(mine), seconds(small), found, asked, met)
    for what in (CLEAN, CHANGED):
        if found_runs := runs.get((COUNTRY, what, OURS)):
            peak = middle(found_runs, _memory)
            failed = failure(found_runs)
            yield _limit(f"{what}, memory", COUNTRY, peak, _COUNTRY_MEMORY, megabytes, failed)
    if changed := runs.get((COUNTRY, CHANGED, OURS)):
        took = middle(changed, _time)
        yield _limit(f"{CHANGED}, time", COUNTRY, took, _COUNTRY_CHANGED, seconds, failure(changed))


def _limit(
    what: str, size: int, value: float, most: float, told: Callable[[float], str], failed: str = ""
) -> Verdict:
    met = None if failed else value <= most
    return Verdict(what, size, told(value), "", failed, f"≤ {told(most)}", met)


def _told(runs: Sequence[Measurement], value: _Number, told: Callable[[float], str]) -> str:
    return "failed" if failure(runs) else told(middle(runs, value))
