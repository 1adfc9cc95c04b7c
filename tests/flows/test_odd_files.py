"""Files that are no ordinary files: each is told of, and hides nothing else."""

import os
import socket
from pathlib import Path

import pytest

from generator.cli import open_workshop
from generator.flows.fix import fix
from generator.flows.validate import validate
from generator.problems import Refusal
from tests.catalogues import GOLDEN, build_site, golden_catalogue, tree

FOLDER = "submissions/quan-dong/xuong-moc"
GOOD = f"{FOLDER}/bao-goc-ban-go.yml"


def rules_by_path(root: Path) -> dict[str, set[str]]:
    """What is found in files that the golden catalogue does not have."""
    found: dict[str, set[str]] = {}
    with open_workshop(root, jobs=1) as shop:
        for finding in validate(shop, []).findings:
            if not (GOLDEN / finding.path).exists():
                found.setdefault(finding.path, set()).add(finding.rule)
    return found


def expect(root: Path, path: str, *rules: str) -> None:
    """Only `path` is told of; the site is that of the catalogue without it; nothing hangs in `fix`."""
    assert rules_by_path(root) == {path: set(rules)}
    build_site(root)
    assert "sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html" in tree(root / "public")
    assert path in (root / "public/cho-sua/index.html").read_text("utf-8")
    with open_workshop(root, jobs=1) as shop:
        fix(shop.repository, lambda function, tasks: (function(*task) for task in tasks), [])


def test_a_pipe(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    os.mkfifo(root / FOLDER / "ong-dan.yml")
    expect(root, f"{FOLDER}/ong-dan.yml", "plain-files")


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = golden_catalogue(tmp_path)
    monkeypatch.chdir(root / FOLDER)
    with socket.socket(socket.AF_UNIX) as made:
        # A socket's whole path may have a hundred characters only.
        made.bind("o-cam.yml")
    expect(root, f"{FOLDER}/o-cam.yml", "plain-files")


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    (root / FOLDER / os.fsdecode(b"t\xean.yml")).write_bytes((root / GOOD).read_bytes())
    expect(root, f"{FOLDER}/t\\xean.yml", "file-name", "plain-files")


def test_a_file_that_goes_away_while_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = golden_catalogue(tmp_path)
    gone = root / FOLDER / "vua-xoa.yml"
    gone.write_bytes((root / GOOD).read_bytes())
    with open_workshop(root, jobs=1) as shop:
        scanned = shop.repository.scan()
        gone.unlink()
        monkeypatch.setattr(shop.repository, "scan", lambda: scanned)
        found = [f for f in validate(shop, []).findings if not (GOLDEN / f.path).exists()]
    assert [(f.path, f.rule) for f in found] == [(f"{FOLDER}/vua-xoa.yml", "plain-files")]
    assert rules_by_path(root) == {}


def test_no_folder_of_submissions(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    (root / "submissions").rename(root / "kept")
    (root / "submissions").write_text("")
    with pytest.raises(Refusal, match="is no folder"):
        rules_by_path(root)


def test_a_bad_name_does_not_hide_what_is_wrong_inside(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    text = (root / GOOD).read_text("utf-8").replace("kind: ", "kind: x-")
    (root / FOLDER / "Tên sai.yml").write_text(text, "utf-8")
    assert rules_by_path(root) == {
        f"{FOLDER}/Tên sai.yml": {"file-name", "unknown-value", "lost-in-markdown"}
    }
