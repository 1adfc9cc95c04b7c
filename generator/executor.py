"""Where work runs: in this process, in several, or on a cluster – always a `concurrent.futures.Executor`.

What is run are plain functions of picklable arguments. What they do is not known here.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

from generator.problems import Refusal

Item = TypeVar("Item")
Result = TypeVar("Result")

_PR_SET_PDEATHSIG = 1
# How many tasks wait per worker: enough to keep it busy, few enough to keep memory bounded.
_WAITING_PER_WORKER = 8


class InlineExecutor(Executor):
    """Runs each task at once in this process, where another process costs more than it brings."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


class ProcessExecutor(Executor):
    """Runs tasks in a number of processes, which start with the first task, and anew after `renew`.

    Where its block ends with an error, what waits is not begun; after an interruption from the keyboard, what
    runs is not finished either.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._pool is None:
            # Forked workers start with all that this process has; elsewhere forking is not safe.
            method = "fork" if sys.platform == "linux" else "spawn"
            context = multiprocessing.get_context(method)
            self._pool = ProcessPoolExecutor(self._jobs, context, _begin, (os.getpid(),))
            with _undisturbed():
                return self._pool.submit(_work, fn, *args, **kwargs)
        return self._pool.submit(_work, fn, *args, **kwargs)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            # They know already where it came from the keyboard, which tells them all.
            for process in multiprocessing.active_children():
                if process.pid is not None:
                    os.kill(process.pid, signal.SIGINT)
        self.shutdown(cancel_futures=error is not None)

    def begin(self) -> None:
        """Start the processes, which have what this one has now."""
        self.submit(os.getpid)

    def renew(self) -> None:
        """End the processes, whose work is done: the next ones start with what this process has then."""
        self.shutdown()
        self._pool = None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


def processes(jobs: int) -> Executor:
    """An executor of `jobs` processes; with one, the work stays in this process."""
    return InlineExecutor() if jobs <= 1 else ProcessExecutor(jobs)


def _begin(parent: int) -> None:
    """In a worker: a parent that is killed takes its workers along, where the system can."""
    signal.signal(signal.SIGINT, _interrupt)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # What was loaded before lasts as long as the worker: the collector need not look at it again and again.
    gc.freeze()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            # It was killed before it could be asked for.
            os.kill(os.getpid(), signal.SIGKILL)


class _Task:
    """In a worker: whether it is at work, and whether it was interrupted and does no more."""

    running = False
    interrupted = False


def _work(function: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
    """In a worker: do a task, which alone may be interrupted: its end is told like that of any other."""
    _Task.running = True
    try:
        if _Task.interrupted:
            raise KeyboardInterrupt
        return function(*args, **kwargs)
    finally:
        _Task.running = False


def _interrupt(*_: object) -> None:
    """In a worker: what an interruption does."""
    first, _Task.interrupted = not _Task.interrupted, True
    if first and _Task.running:
        raise KeyboardInterrupt


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off interruptions from the keyboard; a process that starts here has to ask for them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def threads(number: int) -> Iterator[Executor]:
    """An executor of `number` threads, for work that mostly waits. After an error, nothing more is begun."""
    executor = ThreadPoolExecutor(number)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def begin(executor: Executor) -> None:
    """Let processes start now, before this one has much that they would inherit and never need."""
    if isinstance(executor, ProcessExecutor):
        executor.begin()


def renew(executor: Executor) -> None:
    """Let processes that begin work from here on start with what this process has by now."""
    if isinstance(executor, ProcessExecutor):
        executor.renew()


def is_far(executor: Executor) -> bool:
    """Whether work may run on other machines, which share files with this one but nothing else."""
    return not isinstance(executor, InlineExecutor | ProcessExecutor)


def default_jobs() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_order(
    executor: Executor, jobs: int, function: Callable[..., Result], tasks: Iterable[tuple[Any, ...]]
) -> Iterator[Result]:
    """`function(*task)` for each task, results in the order of the tasks, few of them in flight.

    Raises Refusal where the system ended a process.
    """
    source = iter(tasks)
    waiting: deque[Future[Result]] = deque()
    try:
        for task in islice(source, max(jobs, 1) * _WAITING_PER_WORKER):
            waiting.append(executor.submit(function, *task))
        while waiting:
            done = waiting.popleft().result()
            for task in islice(source, 1):
                waiting.append(executor.submit(function, *task))
            yield done
    except BrokenProcessPool:
        raise Refusal(
            "Máy đã dừng đột ngột một tiến trình đang làm việc, thường vì hết bộ nhớ. Hãy chạy lại với "
            "--jobs 1.",
            "The system ended a process at work, most likely for want of memory. Run it again with --jobs 1.",
        ) from None


def chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """`items` in runs of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
