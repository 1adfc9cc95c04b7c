"""RESULTS.md: the budgets and every measurement, as Markdown, with the machine and the versions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks import peers
from tests.benchmarks.budgets import (
    CITY,
    Runs,
    Verdict,
    failure,
    megabytes,
    middle,
    number,
    seconds,
    verdicts,
)  # fmt: skip
from tests.benchmarks.measure import Measurement

_MET = {True: "met", False: "**not met**", None: "**not known**"}


@dataclass(frozen=True)
class Results:
    """What one command measured. `skipped` says, by the same key as `runs`, why something was not run."""

    date: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    runs: Runs
    sizes: Mapping[tuple[int, str], float]
    skipped: Mapping[tuple[int, str, str], str]


def markdown(results: Results) -> str:
    """The whole file."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    yield "# Measured side by side"
    yield ""
    yield f"Written by `make bench` on {results.date}. Do not edit: run it again."
    yield ""
    yield from (f"- {name}: {value}" for name, value in {**results.machine, **_versions(results)}.items())
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
    yield from _table(
        ("what", "entries", "ours", "compared with", "ratio", "asked", ""),
        map(_budget_row, verdicts(results.runs, results.sizes)),
    )
    keys = results.runs.keys() | results.skipped.keys()
    for size in sorted({key[0] for key in keys}):
        yield ""
        yield f"## {size:,} entries"
        yield ""
        rows = (
            _run_row(what, who, results.runs.get((of, what, who), ()), results.skipped.get((of, what, who)))
            for of, what, who in _in_order(results)
            if of == size
        )
        yield from _table(("what", "who", "time", "processor", "memory", "files", "written", "runs"), rows)
    yield ""
    yield "## What is compared"
    yield ""
    yield (peers.__doc__ or "").partition("\n")[2].strip()


def _versions(results: Results) -> dict[str, str]:
    return {"Versions": ", ".join(f"{name} {version}" for name, version in results.versions.items())}


def _in_order(results: Results) -> Iterable[tuple[int, str, str]]:
    return dict.fromkeys((*results.runs, *results.skipped))


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
