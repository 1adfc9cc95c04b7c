"""Builds on a cluster: a real scheduler, real workers of which one dies, and what is refused in clear words.

Nothing here is played: workers are processes of their own, and die by a signal.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from generator.cluster import _answer
from generator.repository import code_digest
from tests.catalogues import ROOT, build_site, golden_catalogue, tree

ENTRY = "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
# More files than are read without the workers.
COPIES = 260
# Which worker is at how many tasks, as the scheduler sees it.
BUSY = """
import json, sys
from distributed import Client
with Client(sys.argv[1]) as client:
    names = {w: found["id"] for w, found in client.scheduler_info(n_workers=-1)["workers"].items()}
    print(json.dumps({names[w]: len(tasks) for w, tasks in client.processing().items() if w in names}))
"""

# Ends when the cluster fails.
LARGE_RESULTS = """
import sys
from pathlib import Path
from generator.cluster import cluster
from generator.executor import run_in_order
from generator.problems import Refusal
from generator.repository import code_digest
try:
    with cluster(sys.argv[1], Path(sys.argv[2]), code_digest) as (executor, jobs):
        for done, _ in enumerate(run_in_order(executor, jobs, bytes, ((10**7,) for _ in range(10**6)))):
            if done == 20:
                print("begun", flush=True)
except Refusal as refusal:
    print(refusal.message.en)
"""


class Cluster:
    """A scheduler, and workers that are started when they are wanted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self._start("scheduler", "--host", "127.0.0.1", "--port", self.host.rpartition(":")[2])
        self.until(lambda: reachable(self.host))

    def workers(self, *names: str, threads: int = 1, code: Path = ROOT) -> None:
        for name in names:
            self._start(
                "worker", f"tcp://{self.host}", "--no-nanny", "--nthreads", str(threads), "--name", name,
                "--local-directory", str(self.folder / "local"), name=name, code=code,
            )  # fmt: skip
        self.until(lambda: set(names) <= self.busy().keys())

    def busy(self) -> dict[str, int]:
        """How many tasks each worker was given that it has not brought back."""
        asked = subprocess.run(
            [sys.executable, "-c", BUSY, f"tcp://{self.host}"], capture_output=True, check=True, text=True
        )
        found: dict[str, int] = json.loads(asked.stdout)
        return found

    def end(self, name: str) -> None:
        self.processes[name].kill()
        self.processes[name].wait()

    def signal(self, number: int) -> None:
        """Send a signal to all workers that live."""
        for name, process in self.processes.items():
            if name != "scheduler" and process.poll() is None:
                process.send_signal(number)

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < deadline, (self.folder / "log").read_text()
            time.sleep(0.05)

    def _start(self, kind: str, *words: str, name: str = "scheduler", code: Path = ROOT) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard", *words]
        with (self.folder / "log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self.folder, env={**os.environ, "PYTHONPATH": str(code)}
            )


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    folder.mkdir()
    found = Cluster(folder)
    try:
        yield found
    finally:
        for name in found.processes:
            found.end(name)


def reachable(host: str) -> bool:
    name, _, port = host.partition(":")
    with socket.socket() as asked:
        return asked.connect_ex((name, int(port))) == 0


def start(root: Path, address: str, *words: str, path: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--executor", address, *words]
    environment = {
        **os.environ,
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join([*filter(None, [path]), str(ROOT)]),
    }
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def large_catalogue(folder: Path) -> Path:
    root = golden_catalogue(folder)
    text = (root / ENTRY).read_text("utf-8")
    for number in range(COPIES):
        path = root / ENTRY.replace("bao-goc", f"bao-goc-{number}")
        path.write_text(text.replace("title: ", f"title: Cách {number}, ", 1), "utf-8")
    return root


def test_a_worker_dies_and_the_site_is_the_same(tmp_path: Path) -> None:
    root = large_catalogue(tmp_path)
    alone = tmp_path / "alone"
    shutil.copytree(root, alone)
    with cluster(tmp_path / "cluster") as machines:
        machines.workers("w0", "w1", "w2")
        address = f"dask://{machines.host}"
        build = start(root, address)
        stage = root / ".public.next"
        victim = None
        while victim is None:
            machines.until(lambda: build.poll() is not None or any(stage.rglob("*.html")))
            machines.signal(signal.SIGSTOP)
            assert build.poll() is None, build.communicate()
            victim = next((name for name, tasks in machines.busy().items() if tasks), None)
            if victim is not None:
                machines.end(victim)
            machines.signal(signal.SIGCONT)
        out, complaints = build.communicate()
        assert build.returncode == 0, complaints
        assert "Trang web ở" in out
        assert "Traceback" not in complaints
        build_site(alone)
        assert tree(root / "public") == tree(alone / "public")
        assert not list((root / ".sangkien").glob("copy-*")) + list((root / ".sangkien").glob("meeting-*"))

        for place in (root, alone):
            changed = place / ENTRY
            changed.write_text(changed.read_text("utf-8").replace("title: ", "title: Mới: ", 1), "utf-8")
        later = start(root, address)
        assert later.wait() == 0, later.communicate()
        later.communicate()
        build_site(alone)
        assert tree(root / "public") == tree(alone / "public")


def test_a_scheduler_that_dies_is_told(tmp_path: Path) -> None:
    root = large_catalogue(tmp_path)
    with cluster(tmp_path / "cluster") as machines:
        machines.workers("w0")
        build = start(root, f"dask://{machines.host}", "--lang", "en")
        machines.until(lambda: build.poll() is not None or any((root / ".public.next").rglob("*.html")))
        machines.end("scheduler")
        complaints = build.communicate()[1]
    assert build.returncode == 2, complaints
    assert "failed on the way" in complaints
    assert "Traceback" not in complaints
    assert not (root / "public").exists()
    build_site(root)


@pytest.mark.parametrize("seed", range(2))
def test_a_scheduler_that_dies_while_results_come_home(tmp_path: Path, seed: int) -> None:
    """Some large result is always on its way when the scheduler goes."""
    with cluster(tmp_path / "cluster") as machines:
        machines.workers("w0")
        work = subprocess.Popen(
            [sys.executable, "-c", LARGE_RESULTS, f"dask://{machines.host}", str(tmp_path / "state")],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert work.stdout is not None
        assert work.stdout.readline() == "begun\n"
        time.sleep(Random(seed).random() / 4)
        machines.end("scheduler")
        try:
            out, complaints = work.communicate(timeout=120)
        finally:
            work.kill()
    assert "failed on the way" in out, complaints


def test_what_a_cluster_must_have(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)

    def refused(vi: str, en: str) -> None:
        for language, words in (("vi", vi), ("en", en)):
            build = start(root, f"dask://{machines.host}", "--lang", language)
            complaints = build.communicate()[1]
            assert build.returncode == 2, complaints
            assert words in complaints
            assert "Traceback" not in complaints

    other, empty = tmp_path / "other", tmp_path / "empty"
    shutil.copytree(ROOT / "generator", other / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (other / "generator" / "later.py").write_text('"""Not there yet."""\n')
    (empty / "generator").mkdir(parents=True)
    (empty / "generator" / "__init__.py").touch()
    with cluster(tmp_path / "cluster") as machines:
        refused("chưa có tiến trình làm việc", "has no workers")
        machines.workers("two", threads=2)
        refused("chỉ được có một luồng", "must have one thread")
        machines.end("two")
        machines.workers("other", code=other)
        refused("phiên bản sangkien khác", "another version of sangkien")
        machines.end("other")
        machines.workers("empty", code=empty)
        refused("Mọi máy phải thấy cùng một thư mục", "one shared folder")


def test_a_note_that_a_worker_does_not_see(tmp_path: Path) -> None:
    assert _answer(tmp_path / "note", code_digest) == ("", code_digest())
    (tmp_path / "note").write_text("word")
    assert _answer(tmp_path / "note", code_digest) == ("word", code_digest())


@pytest.mark.parametrize(
    "address", ["dask://127.0.0.1", "127.0.0.1:8786", "dask://:8786", "dask://host:port"]
)
def test_what_is_no_address(tmp_path: Path, address: str) -> None:
    build = start(golden_catalogue(tmp_path), address)
    complaints = build.communicate()[1]
    assert build.returncode == 2
    assert complaints.startswith(f"Không hiểu địa chỉ “{address}”")


def test_no_scheduler_and_no_extra(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    missing = tmp_path / "missing" / "distributed"
    missing.mkdir(parents=True)
    (missing / "__init__.py").write_text("raise ImportError\n")
    for path, words in (("", "cannot be reached"), (str(missing.parent), "pip install 'sangkien[dask]'")):
        build = start(root, "dask://127.0.0.1:1", "--lang", "en", path=path)
        complaints = build.communicate()[1]
        assert build.returncode == 2
        assert words in complaints
        assert "Traceback" not in complaints
