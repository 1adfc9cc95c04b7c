"""Runs one command and measures it: wall time, processor time, memory of its process tree, files written.

Memory is PSS, so that pages shared by several processes count once: the sum over the tree, read from /proc
every 50 ms (less often where reading it would itself keep a processor busy). What is run, and what the
numbers are compared with, is not known here.
"""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Seconds between two looks at the memory, and the share of one processor that looking may take.
PACE = 0.05
_SHARE = 0.1
# Seconds after which a command is stopped and said to have failed.
LIMIT = 7200
# A file's time of change may lie this far before the moment the clock tells.
_COARSE_NS = 20_000_000


@dataclass(frozen=True)
class Measurement:
    """One run. `failure` says how it ended where that was not well; memory is in bytes."""

    seconds: float
    processor_seconds: float
    peak: int
    files: int = 0
    written: int = 0
    failure: str = ""


class PssSampler:
    """Watches the tree of processes below `pid` until stopped; `peak` is the largest sum of their PSS."""

    def __init__(self, pid: int, pace: float = PACE) -> None:
        self.peak = 0
        self._pid = pid
        self._pace = pace
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PssSampler":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = 0.0
        while not self._stopped.wait(pause):
            begun = time.thread_time()
            self.peak = max(self.peak, sum(map(pss, tree(self._pid))))
            spent = time.thread_time() - begun
            pause = max(self._pace, spent / _SHARE)


def tree(pid: int) -> Iterator[int]:
    """`pid` and all processes below it, as far as they still run."""
    yield pid
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                children = (thread / "children").read_text("ascii")
                for child in children.split():
                    yield from tree(int(child))


def pss(pid: int) -> int:
    """The proportional set size of one process in bytes; 0 where it has ended."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Pss:"))


def measure(
    command: Sequence[str | Path],
    folder: Path,
    log: Path,
    out: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Measurement:
    """Run `command` in `folder`; what it says goes to `log`, what it writes below `out` is counted."""
    # What others wrote is on the disk before the clock starts.
    os.sync()
    moment = time.time_ns() - _COARSE_NS
    with log.open("wb") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            start_new_session=True,
        )  # fmt: skip
        expired = threading.Event()
        clock = threading.Timer(LIMIT, _stop(process.pid, expired))
        clock.start()
        with PssSampler(process.pid) as sampler:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begun
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    failure = ""
    if expired.is_set():
        failure = f"stopped after {LIMIT:,} s"
    elif process.returncode:
        failure = _failure(process.returncode, log)
    files, written = written_since(out, moment) if out else (0, 0)
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, sampler.peak, files, written, failure)


def written_since(folder: Path, moment: int) -> tuple[int, int]:
    """How many files below `folder` were written at or after `moment` (nanoseconds), and their bytes."""
    files = size = 0
    for path, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(path, name), follow_symlinks=False)  # noqa: PTH116, PTH118
            if status.st_mtime_ns >= moment:
                files += 1
                size += status.st_size
    return files, size


def _stop(pid: int, expired: threading.Event) -> Callable[[], None]:
    def stop() -> None:
        expired.set()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)

    return stop


def _failure(status: int, log: Path) -> str:
    how = f"ended by signal {-status}" if status < 0 else f"exit status {status}"
    lines = log.read_text("utf-8", "replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return f"{how}: {last[:160]}" if last else how
