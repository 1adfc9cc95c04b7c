"""Where work runs on several machines: the workers of a Dask cluster. The only doorway to distributed.

Every worker has the catalogue's folder under the same path, the same code, and one thread: what a worker
opens for a build belongs to its thread, and tasks of an earlier build have ended before the next one begins.
"""

from __future__ import annotations

import logging
import os
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4
from weakref import WeakSet

from generator.problems import Refusal

_SCHEME = "dask://"
# How long a scheduler may take to answer, and workers to begin, in seconds.
_ANSWER = 10
_BEGIN = 60


class ClusterExecutor(Executor):
    """Runs tasks on the workers of a cluster.

    Dask's own executor brings results home in the background, where a scheduler that dies meanwhile leaves
    their futures waiting for ever. Here a result is fetched by who asks for it, who then sees what failed.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._tasks: WeakSet[_Task] = WeakSet()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        task = _Task(self._client, self._client.submit(fn, *args, pure=False, **kwargs))
        self._tasks.add(task)
        return task

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait until what was given out has ended, well or not."""
        for task in list(self._tasks):
            with suppress(Exception):
                task.result()


class _Task(Future[Any]):
    """What a worker was given. `result` raises what it raised, or CommClosedError without a scheduler."""

    def __init__(self, client: Any, given: Any) -> None:
        super().__init__()
        self._client = client
        self._given = given

    def result(self, timeout: float | None = None) -> Any:
        wait = timeout or _ANSWER
        while True:
            try:
                return self._given.result(wait)
            except TimeoutError:
                if timeout or self._given.status == "error":
                    raise
                if self._client.status != "running":
                    from distributed import CommClosedError

                    raise CommClosedError(f"the scheduler is {self._client.status}") from None
                # What takes long to bring home is begun again: it gets more time.
                wait *= 2


@contextmanager
def cluster(address: str, state: Path, code: Callable[[], str]) -> Iterator[tuple[Executor, int]]:
    """An executor on the cluster at `dask://host:port`, and how many tasks run there at once.

    `state` is a folder of the catalogue that can be written to, `code` names the code that runs: both must be
    the same there. Raises Refusal where they are not, where nobody answers, and where the cluster fails.
    """
    client = _connect(address)
    try:
        executor = ClusterExecutor(client)
        workers = _workers(client, address)
        _meet(client, workers, state, code)
        try:
            yield executor, len(workers)
        finally:
            # Whatever happened: nothing is left behind that still writes.
            executor.shutdown()
    except _failures() as error:
        raise Refusal(
            f"Cụm máy ở {address} gặp sự cố giữa chừng ({type(error).__name__}); trang web cũ vẫn giữ "
            "nguyên. Hãy xem lại bộ điều phối và các máy trong cụm rồi chạy lại.",
            f"The cluster at {address} failed on the way ({type(error).__name__}); the site is as it was. "
            "Look at the scheduler and the workers, then run again.",
        ) from error
    finally:
        client.close()


def _connect(address: str) -> Any:
    host = address.removeprefix(_SCHEME)
    if host == address or not host.rpartition(":")[0] or not host.rpartition(":")[2].isdecimal():
        raise Refusal(
            f"Không hiểu địa chỉ “{address}”. Hãy viết theo mẫu dask://máy:cổng, ví dụ dask://127.0.0.1:8786.",
            f"“{address}” is no address. Write dask://host:port, such as dask://127.0.0.1:8786.",
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise Refusal(
            "Chưa cài phần mở rộng để chạy trên nhiều máy. Hãy chạy lệnh: pip install 'sangkien[dask]'",
            "What runs on several machines is not installed. Run: pip install 'sangkien[dask]'",
        ) from error
    for name in ("distributed", "distributed.client", "distributed.utils"):
        # What went wrong is told in one sentence, in the language of the user.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return Client(f"tcp://{host}", timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Refusal(
            f"Không kết nối được với bộ điều phối ở {address}. Hãy kiểm tra địa chỉ và xem nó đã chạy chưa.",
            f"The scheduler at {address} cannot be reached. Check the address, and that it runs.",
        ) from error


def _failures() -> tuple[type[BaseException], ...]:
    from distributed import KilledWorker, client, scheduler

    lost = client.CommClosedError, client.ClosedClientError, client.CancelledError
    return KilledWorker, scheduler.NoValidWorkerError, *lost


def _workers(client: Any, address: str) -> Sequence[str]:
    """The addresses of the workers. Raises Refusal where there are none, or one has several threads."""
    known: dict[str, dict[str, Any]] = client.scheduler_info(n_workers=-1)["workers"]
    if not known:
        begun = address.removeprefix(_SCHEME)
        raise Refusal(
            f"Cụm máy ở {address} chưa có tiến trình làm việc nào. "
            f"Hãy chạy: dask worker {begun} --nthreads 1",
            f"The cluster at {address} has no workers. Run: dask worker {begun} --nthreads 1",
        )
    if any(worker["nthreads"] != 1 for worker in known.values()):
        raise Refusal(
            "Mỗi tiến trình làm việc trong cụm chỉ được có một luồng. Hãy chạy dask worker với --nthreads 1 "
            "và tăng số tiến trình bằng --nworkers.",
            "Each worker of the cluster must have one thread. Run dask worker with --nthreads 1, "
            "and more of them with --nworkers.",
        )
    return list(known)


def _meet(client: Any, workers: Sequence[str], state: Path, code: Callable[[], str]) -> None:
    """Have every worker find a note left for it, and tell what code it runs.

    A worker begins this when whatever it did for an earlier build has ended: nothing of that comes later.
    """
    # A worker that lacks our code would never answer what it cannot even load: this asks without it.
    has = client.run(pkgutil.resolve_name, f"{__name__}:__name__", on_error="return")
    for worker in workers:
        if has.get(worker) != __name__:
            raise _stranger(worker, state.parent, folder=False)
    state.mkdir(parents=True, exist_ok=True)
    word = uuid4().hex
    note = state / f"meeting-{word}"
    note.write_text(word, "utf-8")
    try:
        asked = [
            client.submit(_answer, note, code, workers=[w], allow_other_workers=False, pure=False)
            for w in workers
        ]
        expected = word, code()
        for worker, future in zip(workers, asked, strict=True):
            try:
                found = future.result(timeout=_BEGIN)
            except TimeoutError as error:
                raise Refusal(
                    f"Máy {worker} trong cụm bận hoặc không trả lời trong {_BEGIN} giây. Hãy thử lại sau.",
                    f"The worker {worker} is busy or did not answer in {_BEGIN} seconds. Try again later.",
                ) from error
            except (ImportError, AttributeError, OSError):
                # Its code or its view of the folder is another one.
                found = "", ""
            if found != expected:
                raise _stranger(worker, state.parent, folder=found[0] == word)
    finally:
        note.unlink()


def _answer(note: Path, code: Callable[[], str]) -> tuple[str, str]:
    """In a worker: what the note says, where it can be written beside it, and the code's name."""
    if not note.is_file() or not os.access(note.parent, os.W_OK):
        return "", code()
    return note.read_text("utf-8"), code()


def _stranger(worker: str, root: Path, folder: bool) -> Refusal:
    if folder:
        return Refusal(
            f"Máy {worker} trong cụm chạy một phiên bản sangkien khác. Hãy cài cùng phiên bản rồi khởi động "
            "lại nó.",
            f"The worker {worker} runs another version of sangkien. Install the same one and restart it.",
        )
    return Refusal(
        f"Máy {worker} trong cụm không thấy hoặc không ghi được vào thư mục “{root}”, hoặc chưa cài "
        "sangkien. Mọi máy phải thấy cùng một thư mục dùng chung ở cùng một đường dẫn, với cùng phiên bản "
        "sangkien.",
        f"The worker {worker} does not see “{root}”, cannot write to it, or lacks sangkien. All of them need "
        "one shared folder under the same path, and the same version of sangkien.",
    )
