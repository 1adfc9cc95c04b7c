"""What changed since a revision, as git tells it: every kind of change, and names of every kind."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.history import Earlier, History
from generator.problems import Refusal
from tests.harness import GRASSROOTS, INNOVATION, UPPER, base_text
from tests.histories import ENVIRONMENT, changed_since, commit, git, repository_of

FOLDER = GRASSROOTS.rpartition("/")[0]
OTHER = f"{FOLDER}/may-do-vai.yml"
PHOTO = f"{FOLDER}/images/bon-rua.jpg"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A branch `work` off `main` of a repository with two entries and a photo."""
    made = repository_of(tmp_path / "kho", {OTHER: base_text(INNOVATION), PHOTO: b"photo"})
    git(made, "checkout", "--quiet", "-b", "work")
    return made


def test_nothing_changed(root: Path) -> None:
    change = changed_since(root)
    assert not change.touched
    assert not change.before
    assert change.paths == {INNOVATION, OTHER, PHOTO, GRASSROOTS, UPPER}


def test_committed_staged_unstaged_and_untracked_changes_all_count(root: Path) -> None:
    names = [f"{FOLDER}/{name}.yml" for name in ("mot", "hai", "ba")]
    for name in names:
        (root / name).write_text("x")
    commit(root)
    (root / names[0]).write_text("y")
    git(root, "add", names[0])
    (root / names[1]).write_text("y")
    (root / f"{FOLDER}/bon.yml").write_text("y")
    assert changed_since(root).touched == {*names, f"{FOLDER}/bon.yml"}
    assert changed_since(root, "HEAD").touched == {names[0], names[1], f"{FOLDER}/bon.yml"}


def test_names_of_every_kind_come_through(root: Path) -> None:
    names = [
        "có dấu.yml", "hai  cách .yml", "dòng\nmới.yml", 'nháy".yml', "-x.yml", ":(top).yml", "tab\t.yml",
        "\\lùi.yml", os.fsdecode(b"kh\xf4ng-utf8.yml"),
    ]  # fmt: skip
    for name in names:
        (root / FOLDER / name).write_text("x")
    paths = {f"{FOLDER}/{name}" for name in names}
    assert changed_since(root).touched == paths
    commit(root)
    change = changed_since(root)
    assert change.touched == paths == change.added
    assert paths < change.paths
    git(root, "branch", "--force", "main", "work")
    for name in names:
        (root / FOLDER / name).unlink()
    assert changed_since(root).gone == paths


def test_a_renamed_file_is_known_by_both_names(root: Path) -> None:
    moved = f"{FOLDER}/máy đo vải.yml"
    git(root, "mv", OTHER, moved)
    change = changed_since(root)
    assert change.renamed == {moved: OTHER}
    assert change.touched == {moved}
    assert change.gone == {OTHER}
    assert OTHER not in change.paths


def test_what_main_did_meanwhile_is_not_our_change(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / OTHER).write_text("x")
    commit(root)
    git(root, "checkout", "--quiet", "work")
    (root / INNOVATION).write_text("y")
    assert changed_since(root).touched == {INNOVATION}


def test_a_file_that_was_staged_and_deleted_is_not_there(root: Path) -> None:
    ghost = f"{FOLDER}/ma.yml"
    (root / ghost).write_text("x")
    git(root, "add", ghost)
    (root / ghost).unlink()
    change = changed_since(root)
    assert ghost not in change.paths
    assert not change.touched


def test_a_file_that_git_was_told_to_forget_is_still_there(root: Path) -> None:
    git(root, "rm", "--cached", "--quiet", OTHER)
    change = changed_since(root)
    assert OTHER in change.paths
    assert change.touched == {OTHER}
    assert not change.gone


def test_ignored_files_are_no_contribution(root: Path) -> None:
    (root / ".gitignore").write_text(".sangkien/\n*.bak\n")
    (root / f"{FOLDER}/cu.bak").write_text("x")
    assert not changed_since(root).touched


def test_conflicts_of_a_merge_count_as_changed(root: Path) -> None:
    (root / OTHER).write_text("ours\n")
    commit(root)
    git(root, "checkout", "--quiet", "main")
    (root / OTHER).write_text("theirs\n")
    commit(root)
    git(root, "checkout", "--quiet", "work")
    merge = subprocess.run(
        ["git", "merge", "main"], cwd=root, env=ENVIRONMENT, capture_output=True, check=False
    )
    assert merge.returncode == 1
    assert changed_since(root).touched == {OTHER}
    (root / OTHER).unlink()
    assert changed_since(root).gone == {OTHER}
    assert OTHER not in changed_since(root).paths


def test_the_catalogue_may_lie_inside_a_repository(tmp_path: Path) -> None:
    root = repository_of(tmp_path / "kho" / "danh mục", {OTHER: base_text(INNOVATION)})
    shutil.rmtree(root / ".git")
    git(tmp_path / "kho", "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path / "kho")
    (tmp_path / "kho" / "ngoài.yml").write_text("x")
    (root / OTHER).unlink()
    (root / f"{FOLDER}/moi.yml").write_text("x")
    change = changed_since(root)
    assert (change.touched, change.gone) == ({f"{FOLDER}/moi.yml"}, {OTHER})


def test_earlier_contents_are_read_whole_or_not_at_all(root: Path) -> None:
    change = changed_since(root)
    (root / OTHER).write_text("x")
    (root / PHOTO).unlink()
    before = changed_since(root).before
    assert set(before) == {OTHER, PHOTO}
    missing = Earlier("không có", "0" * 39 + "1")
    read = History(root).read([before[PHOTO], missing, before[OTHER]], 100)
    assert read == {PHOTO: b"photo"}
    assert History(root).read([before[OTHER]], 10_000) == {OTHER: base_text(INNOVATION).encode()}
    assert not change.before


def test_a_machine_without_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(Refusal) as refusal:
        changed_since(root)
    assert (
        refusal.value.message.vi
        == "Máy này chưa có git. Hãy cài git, hoặc bỏ --since để kiểm tra tất cả các tệp."
    )
