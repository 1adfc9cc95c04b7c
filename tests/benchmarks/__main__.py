"""Everything side by side: `python -m tests.benchmarks [--sizes N,…] [--million] [--runs N] [--only …]`.

Keeps what was measured of each size in `sessions/`, and makes RESULTS.md beside this file from all of them.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.benchmarks import jobs
from tests.benchmarks.budgets import COUNTRY, failure, seconds
from tests.benchmarks.jobs import GROUPS, Job
from tests.benchmarks.measure import Measurement
from tests.benchmarks.peers.tools import Tools, install
from tests.benchmarks.session import Session, sessions
from tests.benchmarks.sizes import sizes_of_query, sizes_of_site
from tests.benchmarks.table import markdown
from tests.benchmarks.workplace import Workplace
from tests.harness import ROOT

RESULTS = Path(__file__).parent / "RESULTS.md"
SESSIONS = Path(__file__).parent / "sessions"


def measured(
    place: Workplace, todo: Sequence[Job], rounds: int, tools: Tools, log: Path, load: float
) -> Session:
    """Run `rounds` rounds; what failed once is not tried again."""
    runs: dict[tuple[str, str], list[Measurement]] = {}
    skipped: dict[tuple[str, str], str] = {}
    for turn in range(rounds):
        for job in todo:
            key = (job.what, job.who)
            if job.skipped:
                skipped[key] = job.skipped
            elif not failure(runs.get(key, ())):
                found = job.run(log)
                runs.setdefault(key, []).append(found)
                said = found.failure or f"{seconds(found.seconds)}, {found.peak / 1e6:,.0f} MB"
                _say(f"{place.size:,} entries, run {turn + 1}: {job.what}, {job.who}: {said}")
    sizes: dict[str, float] = {}
    asked = {job.group for job in todo}
    if "build" in asked:
        sizes |= sizes_of_site(place.catalogue.root / "public")
    if "search" in asked:
        what, value = sizes_of_query(place.catalogue, jobs.search_folder(place))
        sizes[what] = value
    versions = {"sangkien": _revision(), **tools.versions}
    return Session(place.size, date.today().isoformat(), _machine(load), versions, runs, sizes, skipped)


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    # What else the machine was doing when it all began.
    load = os.getloadavg()[0]
    tools = install(work / "tools")
    for size in (*options.sizes, *([COUNTRY] if options.million else ())):
        place = Workplace(work / str(size), size)
        if size == COUNTRY:
            todo, rounds = jobs.own_jobs(place), 1
        else:
            todo = [job for job in jobs.jobs(place, tools) if job.group in options.only]
            rounds = options.runs
        measured(place, todo, rounds, tools, work / "log.txt", load).write(SESSIONS)
        RESULTS.write_text(markdown(sessions(SESSIONS)), "utf-8")
    _say(f"{RESULTS}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=[2_000, 10_000, 45_000], metavar="N,…")
    parser.add_argument("--million", action="store_true", help="ours with a million entries, once")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", type=_groups, default=GROUPS, metavar=",".join(GROUPS))
    place = Path(tempfile.gettempdir()) / "sangkien-bench"
    parser.add_argument("--work", type=Path, default=place, help="a folder that is kept between runs")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",") if word]


def _groups(text: str) -> list[str]:
    words = text.split(",")
    if unknown := set(words) - set(GROUPS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return words


def _machine(load: float) -> dict[str, str]:
    information = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
    model = next(
        (line.partition(":")[2].strip() for line in information if line.startswith("model name")), ""
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "Processor": f"{model or platform.machine()}, {len(os.sched_getaffinity(0))} cores",
        "Memory": f"{memory / 2**30:.0f} GB",
        "Load before the first run": f"{load:.2f}",
        "System": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
    }


def _revision() -> str:
    asked = ["git", "describe", "--always", "--dirty"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
