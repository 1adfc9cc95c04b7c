"""The machine is in trouble, or we are: a sentence and a status of its own, never that of findings."""

import ctypes
import errno
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import pytest

from generator import failures
from generator.cli import main
from generator.executor import processes, run_in_order
from generator.problems import Refusal
from tests.catalogues import ROOT, golden_catalogue, tree
from tests.histories import commit, git

ENTRY = "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1


def run(
    *words: str, root: Path, before: Callable[[], None] | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `sangkien` for the catalogue in `root`; `before` happens in the new process."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "--root", str(root), *words], cwd=root, preexec_fn=before,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def small_files() -> None:
    """No file grows beyond this: as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def without_privilege() -> None:
    """Permissions hold for root as well."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return golden_catalogue(tmp_path)


def assert_told(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    """One finished sentence, or two, and the status of trouble."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    (sentence,) = done.stderr.splitlines()
    assert sentence.endswith((".", "--root."))
    for part in parts:
        assert part in sentence


@pytest.mark.parametrize(
    "command", ["validate", "stats", "build", "sync", "sync --check", f"similar {ENTRY}"]
)
def test_a_full_disk(command: str, root: Path) -> None:
    assert_told(run(*command.split(), root=root, before=small_files), "store.sqlite", "chỗ trống")
    english = run("--lang", "en", *command.split(), root=root, before=small_files)
    assert_told(english, "store.sqlite", "free space")


@pytest.mark.parametrize("command", ["validate", "stats", "build", "sync", f"similar {ENTRY}"])
def test_a_full_disk_takes_nothing_away(command: str, root: Path) -> None:
    assert run("validate", root=root).returncode == 1
    kept = (root / ".sangkien" / "store.sqlite").read_bytes()
    assert_told(run(*command.split(), root=root, before=small_files), "store.sqlite")
    assert (root / ".sangkien" / "store.sqlite").read_bytes() == kept


def test_a_disk_that_fills_up_in_mid_build(root: Path) -> None:
    def before() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    (root / "site/theme/assets/large.svg").write_bytes(b"x" * 400_000)
    for jobs in ("1", "2"):
        assert_told(
            run("build", "--out", "web", "--jobs", jobs, root=root, before=before), "web", "dọn bớt đĩa"
        )
    assert not (root / "web").exists()


def test_a_demo_on_a_full_disk(root: Path) -> None:
    done = run("demo", "--count", "3", "--out", "thu", root=root, before=small_files)
    assert_told(done, "thu", os.strerror(errno.EFBIG))


@pytest.mark.parametrize(
    "command", ["validate", "stats", "sync --check", f"similar {ENTRY}", "review --since HEAD"]
)
def test_reading_a_catalogue_that_nobody_can_write_to(command: str, root: Path) -> None:
    (root / ".gitignore").write_text(".sangkien/\n", "utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    expected = run(*command.split(), root=root)
    shutil.rmtree(root / ".sangkien")
    before = tree(root)
    root.chmod(0o555)
    found = run(*command.split(), root=root, before=without_privilege)
    assert (found.returncode, found.stdout, found.stderr) == (expected.returncode, expected.stdout, "")
    root.chmod(0o755)
    assert tree(root) == before


def test_building_in_a_catalogue_that_nobody_can_write_to(root: Path) -> None:
    root.chmod(0o555)
    assert_told(run("build", root=root, before=without_privilege), str(root / ".sangkien"), "quyền")
    english = run("--lang", "en", "build", root=root, before=without_privilege)
    assert_told(english, str(root / ".sangkien"), "Permission denied", "permissions")
    root.chmod(0o755)


def test_a_file_or_folder_in_the_stores_place(root: Path) -> None:
    (root / ".sangkien").touch()
    assert_told(run("validate", root=root), str(root / ".sangkien"))
    (root / ".sangkien").unlink()
    (root / ".sangkien" / "store.sqlite").mkdir(parents=True)
    assert_told(run("validate", root=root), str(root / ".sangkien" / "store.sqlite"))


def test_a_damaged_store_is_made_anew(root: Path) -> None:
    expected = run("stats", root=root).stdout
    (root / ".sangkien" / "store.sqlite").write_bytes(os.urandom(9000))
    done = run("stats", root=root)
    assert (done.returncode, done.stdout) == (0, expected)


@pytest.mark.parametrize("out", ["mkdocs.yml/x", f"{os.devnull}/x", "a" * 300])
def test_a_place_that_cannot_be(out: str, root: Path) -> None:
    name = out.rpartition("/")[2]
    assert_told(run("build", "--out", out, root=root), name)
    assert_told(run("demo", "--count", "3", "--out", out, root=root), name)


def test_a_configuration_that_is_missing(root: Path) -> None:
    (root / "mkdocs.yml").unlink()
    assert_told(run("build", root=root), str(root / "mkdocs.yml"))


def test_a_report_in_the_place_of_a_file(root: Path) -> None:
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    done = run("review", "--since", "HEAD", "--artifact", "mkdocs.yml", root=root)
    assert_told(done, "mkdocs.yml")
    assert done.stdout == "", "told before the work"


def test_a_result_that_cannot_be_written(root: Path, tmp_path: Path) -> None:
    def before() -> None:
        os.dup2(os.open(tmp_path / "out", os.O_WRONLY | os.O_CREAT), 1)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    done = run("explain", root=root, before=before)
    assert_told(done, os.strerror(errno.EFBIG))


@pytest.mark.parametrize("command", ["validate", "explain", "build", "stats", "--help"])
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_closed_streams_lead_nowhere(command: str, closed: tuple[int, ...], root: Path) -> None:
    def before() -> None:
        for number in closed:
            os.close(number)

    open_ = run(command, root=root)
    done = run(command, root=root, before=before)
    assert (done.returncode, done.stderr) == (open_.returncode, "")
    if command == "explain":
        assert done.stdout == ("" if 1 in closed else open_.stdout)


def test_nobody_can_answer_a_closed_stream(root: Path) -> None:
    done = run("new", root=root, before=lambda: os.close(0))
    assert done.returncode == 2
    assert done.stderr.endswith("hãy chạy trong cửa sổ dòng lệnh.\n")


def test_a_reader_that_leaves_changes_no_status(root: Path) -> None:
    def before() -> None:
        reading, writing = os.pipe()
        os.close(reading)
        os.dup2(writing, 1)

    for command in ("validate", "explain"):
        done = run(command, root=root, before=before)
        assert (done.returncode, done.stderr) == (1 if command == "validate" else 0, "")


def test_answers_in_another_encoding(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--root", str(root), "new"], input=b"\xd0\xff\n", cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict", "PYTHONPATH": str(ROOT)},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "UTF-8" in done.stderr.decode() and "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_bug_is_no_finding(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def explain(rule: str | None, language: str) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("generator.flows.explain.explain", explain)
    assert main(["--lang", language, "explain"]) == 70
    out, err = capsys.readouterr()
    first, *trace = err.splitlines()
    assert out == "" and ("lỗi của chính nó" if language == "vi" else "bug in the program") in first
    assert trace[0].startswith("Traceback") and trace[-1] == "ZeroDivisionError: a bug"


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_the_systems_reasons_are_told_in_both_languages(number: int) -> None:
    for failure in (
        OSError(number, os.strerror(number), "/một/nơi"),
        shutil.Error([("/một/nơi", "/một/nơi", f"[Errno {number}] {os.strerror(number)}: '/một/nơi'")]),
    ):
        for language in ("vi", "en"):
            said = failures.told(failure, language)
            assert "“/một/nơi”" in said and os.strerror(number) in said
            assert said.endswith(".")
        assert failures.status(failure) == 2


def test_what_the_system_does_not_name_is_told_where_the_command_works() -> None:
    assert "“web”" in failures.told(OSError(errno.ENOSPC, "No space left on device"), "vi", Path("web"))
    assert "schema/x.yml" in failures.told(FileNotFoundError("schema/x.yml"), "vi")
    assert failures.told(Refusal("Sai.", "Wrong."), "en") == "Wrong."
    assert failures.status(MemoryError()) == 2 and "--jobs 1" in failures.told(MemoryError(), "vi")


def test_a_process_that_the_system_ends() -> None:
    with processes(2) as executor, pytest.raises(Refusal, match="ended a process"):
        list(run_in_order(executor, 2, os._exit, [(1,)] * 4))


def members(group: int) -> int:
    """How many processes a group has."""
    listed = subprocess.run(["ps", "-A", "-o", "pgid="], capture_output=True, text=True, check=True).stdout
    return listed.split().count(str(group))


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A Python program in a group of its own, of which nothing is left after the block."""
    process = subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        text=True, env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


WAITING = """
import os, sys, time
from generator.executor import begin, processes, run_in_order

def task(number):
    os.write(1, b"ready\\n")
    time.sleep(number)

try:
    with processes(2) as executor:
        begin(executor)
        os.write(1, b"ready\\n")
        if sys.argv[1] == "idle":
            time.sleep(100_000)
        list(run_in_order(executor, 2, task, [(100_000,)] * 20))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("work", ["idle", "busy"])
def test_an_interruption_ends_processes_at_once(work: str, whole: bool, tmp_path: Path) -> None:
    """From the keyboard it reaches them all; somebody may also send it to the first alone."""
    (tmp_path / "waiting.py").write_text(WAITING)
    with started(str(tmp_path / "waiting.py"), work) as waiting:
        assert waiting.stdout is not None
        for _ in range(1 if work == "idle" else 3):
            assert waiting.stdout.readline() == "ready\n"
        while members(waiting.pid) < 3:
            assert waiting.poll() is None
        (os.killpg if whole else os.kill)(waiting.pid, signal.SIGINT)
        assert waiting.communicate() == ("interrupted\n", "")
        assert members(waiting.pid) == 0


def test_an_interruption_ends_a_build(tmp_path: Path) -> None:
    root, large = golden_catalogue(tmp_path), tmp_path / "demo"
    assert run("demo", "--count", "2000", "--out", str(large), root=root).returncode == 0
    with started("-m", "generator", "--root", str(large), "build", "--jobs", "3") as build:
        while members(build.pid) < 4:
            assert build.poll() is None
        os.killpg(build.pid, signal.SIGINT)
        _, err = build.communicate()
        assert (build.returncode, err.strip()) == (130, "")
        assert members(build.pid) == 0


def test_a_taken_port_is_told_before_anything_is_built(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert_told(run("serve", "--port", port, root=root), port, "--port")
    assert not (root / "public").exists()


def test_serving_goes_on_whatever_befalls_a_rebuild(root: Path) -> None:
    """`mkdocs.yml` disappears, which is no Refusal, and comes back: as where an editor replaces it."""
    configuration = root / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    told, built = threading.Event(), threading.Event()

    def listen(stream: IO[str] | None, word: str, event: threading.Event) -> threading.Thread:
        def read() -> None:
            for line in stream or ():
                if word in line:
                    event.set()

        thread = threading.Thread(target=read)
        thread.start()
        return thread

    with started("-u", "-m", "generator", "--root", str(root), "serve", "--port", "0") as server:
        assert server.stdout is not None and "Trang web ở" in server.stdout.readline()
        listeners = [listen(server.stderr, str(configuration), told), listen(server.stdout, "Trang", built)]
        # The watch may begin a moment after the first build: change until it is seen.
        while not told.wait(0.5):
            assert server.poll() is None
            configuration.write_text(text, "utf-8")
            configuration.unlink()
        built.clear()
        replacement = root / "mkdocs.yml.new"
        replacement.write_text(f"{text}# mới\n", "utf-8")
        replacement.replace(configuration)
        while not built.wait(0.5):
            assert server.poll() is None
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait() == 130
        for listener in listeners:
            listener.join()
