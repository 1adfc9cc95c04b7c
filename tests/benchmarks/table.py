"""RESULTS.md: the budgets and every measurement, as Markdown, with the machine and the versions."""

from collections.abc import Iterable, Iterator, Sequence

from tests.benchmarks import peers
from tests.benchmarks.budgets import (
    CITY,
    Verdict,
    failure,
    megabytes,
    middle,
    number,
    seconds,
    verdicts,
)  # fmt: skip
from tests.benchmarks.measure import Measurement
from tests.benchmarks.session import Session

_MET = {True: "met", False: "**not met**", None: "**not known**"}


def markdown(sessions: Sequence[Session]) -> str:
    """The whole file."""
    return "\n".join(_lines(sessions)) + "\n"


def _lines(sessions: Sequence[Session]) -> Iterator[str]:
    yield "# Measured side by side"
    yield ""
    yield "Written by `make bench`. Do not edit: run it again."
    yield ""
    yield (
        "Numbers are medians. Time is wall time; processor time includes child processes; memory is the "
        "largest sum of PSS over the whole process tree, looked at every 50 ms or, where looking is slow, "
        "less often; files written are those that the run created or replaced."
    )
    yield ""
    yield "## Budgets"
    yield ""
    yield f"They are set for {CITY:,} entries; other sizes show how it grows."
    yield ""
    runs = {(s.size, *key): found for s in sessions for key, found in s.runs.items()}
    sizes = {(s.size, what): value for s in sessions for what, value in s.sizes.items()}
    yield from _table(
        ("what", "entries", "ours", "compared with", "ratio", "asked", ""),
        map(_budget_row, verdicts(runs, sizes)),
    )
    for session in sessions:
        yield ""
        yield f"## {session.size:,} entries"
        yield ""
        yield f"- Day: {session.date}"
        yield from (f"- {name}: {value}" for name, value in session.machine.items())
        versions = ", ".join(f"{name} {version}" for name, version in session.versions.items())
        yield f"- Versions: {versions}"
        yield ""
        rows = (
            _run_row(*key, session.runs.get(key, ()), session.skipped.get(key))
            for key in dict.fromkeys((*session.runs, *session.skipped))
        )
        yield from _table(("what", "who", "time", "processor", "memory", "files", "written", "runs"), rows)
    yield ""
    yield "## What is compared"
    yield ""
    yield (peers.__doc__ or "").partition("\n")[2].strip()


def _budget_row(verdict: Verdict) -> tuple[str, ...]:
    return (
        verdict.what, f"{verdict.size:,}", verdict.ours, verdict.peer, verdict.found, verdict.asked,
        _MET[verdict.met],
    )  # fmt: skip


def _run_row(what: str, who: str, runs: Sequence[Measurement], skipped: str | None) -> tuple[str, ...]:
    if skipped is not None:
        return what, who, skipped, "", "", "", "", ""
    if failed := failure(runs):
        peak = megabytes(max(run.peak for run in runs))
        return what, who, f"**failed**, {failed}", "", peak, "", "", str(len(runs))
    files = middle(runs, lambda run: run.files)
    return (
        what,
        who,
        seconds(middle(runs, lambda run: run.seconds)),
        seconds(middle(runs, lambda run: run.processor_seconds)),
        megabytes(middle(runs, lambda run: run.peak)),
        number(files) if files else "",
        megabytes(middle(runs, lambda run: run.written)) if files else "",
        str(len(runs)),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    yield from (f"| {' | '.join(cell.replace('|', '¦') for cell in row)} |" for row in rows)
