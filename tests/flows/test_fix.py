"""`sangkien fix`: what it rewrites, what it leaves alone and why, and that it touches nothing else."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from generator.executor import InlineExecutor, run_in_order
from generator.flows.fix import Fixed, fix
from generator.problems import Refusal
from generator.repository import Repository
from tests.harness import GRASSROOTS, INNOVATION, ROOT, UPPER, base_text, workspace
from tests.histories import ENVIRONMENT

FOLDER = GRASSROOTS.rpartition("/")[0]
OTHER = f"{FOLDER}/may-do-vai.yml"
GOOD = base_text(INNOVATION)
UNTIDY = "\ufeff" + GOOD.replace("\n", "\r\n").rstrip()


def fixed(root: Path, *paths: str) -> Fixed:
    def run(function, tasks):  # type: ignore[no-untyped-def]
        return run_in_order(InlineExecutor(), 1, function, tasks)

    return fix(Repository(root), run, [Path(path) for path in paths])


def command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-m", "generator", "--root", str(root), "fix", *words]
    environment = {**ENVIRONMENT, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(arguments, capture_output=True, text=True, env=environment, check=False)


def everything(root: Path) -> dict[str, tuple[int, bytes, int]]:
    """Every file of submissions/ with its mode, contents and time of change."""
    paths = sorted(path for path in (root / "submissions").rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): (path.stat().st_mode, path.read_bytes(), path.stat().st_mtime_ns)
        for path in paths
    }


def test_an_untidy_file_becomes_the_tidy_one_and_nothing_else_is_touched(tmp_path: Path) -> None:
    workspace(tmp_path, {OTHER: UNTIDY, f"{FOLDER}/images/a.jpg": b"\r\n", f"{FOLDER}/notes.txt": "a \r\n"})
    before = everything(tmp_path)
    done = fixed(tmp_path)
    assert (done.rewritten, done.left) == ((OTHER,), ())
    assert sorted(done.files) == sorted((INNOVATION, OTHER, GRASSROOTS, UPPER))
    assert (tmp_path / OTHER).read_text("utf-8") == GOOD
    after = everything(tmp_path)
    assert {path for path in after if after[path] != before.get(path)} == {OTHER}
    again = fixed(tmp_path)
    assert not again.rewritten
    assert everything(tmp_path) == after


def test_keys_are_put_into_the_order_of_the_schema(tmp_path: Path) -> None:
    lines = base_text(UPPER).splitlines(keepends=True)
    assert not lines[-1].startswith(" ")
    workspace(tmp_path, {UPPER: lines[-1] + "".join(lines[:-1]), GRASSROOTS: base_text(GRASSROOTS)})
    assert fixed(tmp_path).rewritten == (UPPER,)
    assert (tmp_path / UPPER).read_text("utf-8") == base_text(UPPER)


@pytest.mark.parametrize("mode", [0o640, 0o755])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    workspace(tmp_path, {OTHER: UNTIDY})
    (tmp_path / OTHER).chmod(mode)
    assert fixed(tmp_path).rewritten == (OTHER,)
    assert stat.S_IMODE((tmp_path / OTHER).stat().st_mode) == mode


def test_only_the_named_files_and_folders(tmp_path: Path) -> None:
    elsewhere = "submissions/hong-bang/khac/mot.yml"
    workspace(tmp_path, {OTHER: UNTIDY, elsewhere: UNTIDY})
    assert fixed(tmp_path, "submissions/hong-bang/khac").rewritten == (elsewhere,)
    assert (tmp_path / OTHER).read_bytes() == UNTIDY.encode()
    assert fixed(tmp_path, OTHER).files == (OTHER,)
    with pytest.raises(Refusal):
        fixed(tmp_path, "submissions/khong-co")


def test_what_cannot_be_read_is_left_with_the_reason(tmp_path: Path) -> None:
    odd = {
        "latin.yml": "tên: Đông\r\n".encode("cp1258"),
        "large.yml": b"a: \r\n" * 20_000,
        "syntax.yml": b"title: [a\n",
        "anchor.yml": b"title: &a b\n",
    }
    workspace(tmp_path, {f"{FOLDER}/{name}": raw for name, raw in odd.items()})
    (tmp_path / "outside").write_text("a: b \n")
    (tmp_path / FOLDER / "link.yml").symlink_to(tmp_path / "outside")
    before = everything(tmp_path)
    done = fixed(tmp_path)
    assert not done.rewritten
    assert everything(tmp_path) == before
    assert {(finding.path.rpartition("/")[2], finding.rule) for finding in done.left} == {
        ("latin.yml", "not-utf8"),
        ("large.yml", "file-too-large"),
        ("syntax.yml", "syntax"),
        ("anchor.yml", "yaml-anchor"),
        ("link.yml", "plain-files"),
    }


def test_a_file_that_stays_unreadable_is_repaired_as_far_as_it_goes(tmp_path: Path) -> None:
    workspace(tmp_path, {OTHER: "title: [a\r\n"})
    done = fixed(tmp_path)
    assert done.rewritten == (OTHER,)
    assert [finding.rule for finding in done.left] == ["syntax"]


def test_what_people_must_decide_is_no_business_of_a_repair(tmp_path: Path) -> None:
    workspace(tmp_path, {OTHER: GOOD.replace("kind: ", "kind: x")})
    assert fixed(tmp_path) == Fixed((INNOVATION, OTHER, GRASSROOTS, UPPER), (), ())


def test_a_file_that_cannot_be_written_is_a_refusal_and_leaves_nothing_behind(tmp_path: Path) -> None:
    repository = workspace(tmp_path, {})
    before = sorted((tmp_path / "submissions").rglob("*"))
    for path in (FOLDER, f"{FOLDER}/khong-co/x.yml"):
        with pytest.raises(Refusal) as refusal:
            repository.rewrite(path, "x")
        assert path in refusal.value.message.vi
    assert sorted((tmp_path / "submissions").rglob("*")) == before


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    workspace(tmp_path, {OTHER: UNTIDY})
    done = command(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Đã sửa {OTHER}\n"
        "Đã xem 4 tệp, sửa 1 tệp. Lỗi cần người quyết định xem bằng lệnh: "
        f"sangkien validate --root {tmp_path}\n"
    )
    (tmp_path / OTHER).write_bytes(b"t\xean: x\n")
    done = command(tmp_path, "--lang", "en", OTHER)
    assert (done.returncode, done.stderr) == (1, "")
    head, *_, last = done.stdout.splitlines()
    assert head.startswith(f"{OTHER}:1:2: error: ")
    assert last == (
        "1 file looked at, 0 repaired. 1 could not be, for the reasons above. "
        f"For what people must decide, run: sangkien validate --root {tmp_path} --lang en"
    )


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = workspace(tmp_path, {OTHER: UNTIDY})
    before = sorted((tmp_path / OTHER).parent.iterdir())

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        repository.rewrite(OTHER, "title: x\n")
    assert sorted((tmp_path / OTHER).parent.iterdir()) == before
    assert (tmp_path / OTHER).read_bytes() == UNTIDY.encode()
