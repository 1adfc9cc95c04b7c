"""Killed at any moment, out of room, two at once: what is public is whole, and the next build is right."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.output import Publication
from generator.problems import Refusal
from tests.catalogues import ROOT, build_site, golden_catalogue, tree

# In the ordinary run a few kills; the long run has at least a hundred.
KILLS = 120 if os.environ.get("SANGKIEN_SOAK") else 8


def start(root: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--jobs", "2", *words]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet, env={**os.environ, "PYTHONPATH": str(ROOT)})


def titled(root: Path, number: int) -> None:
    """Change an entry and with it several pages."""
    path = root / "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
    text = re.sub(
        r"^title: .*$", f"title: Bào góc bàn gỗ, cách số {number}", path.read_text("utf-8"), flags=re.M
    )
    path.write_text(text, "utf-8")


def test_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(7)
    root = golden_catalogue(tmp_path)
    began = time.monotonic()
    assert start(root).wait() == 0
    whole = time.monotonic() - began
    wholes = [tree(root / "public")]
    for number in range(KILLS):
        titled(root, number)
        build = start(root, *(["--clean"] if chance.random() < 0.2 else []))
        time.sleep(chance.uniform(0.1, whole * 1.1))
        build.send_signal(signal.SIGKILL)
        build.wait()
        found = tree(root / "public")
        if found != wholes[-1]:
            # The killed build had come to its end: then all of it is there.
            copy = tmp_path / f"copy-{number}"
            subprocess.run(["cp", "-r", str(root), str(copy)], check=True)
            for name in ("public", ".public.next", ".sangkien"):
                subprocess.run(["rm", "-rf", str(copy / name)], check=True)
            build_site(copy)
            assert found == tree(copy / "public"), "a mixture of two builds"
            wholes.append(found)
        if number % 4 == 3:
            build_site(root)
            after = tree(root / "public")
            build_site(root, clean=True)
            assert tree(root / "public") == after
            wholes.append(after)


def test_killed_before_the_former_site_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clean build removes the former site last: what was in it alone does not come back."""
    root = golden_catalogue(tmp_path)
    build_site(root)
    titled(root, 1)

    def interrupted(folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.output.shutil.rmtree", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build_site(root, clean=True)
    titled(root, 2)
    build_site(root)
    after = tree(root / "public")
    build_site(root, clean=True)
    assert tree(root / "public") == after


@pytest.mark.parametrize("there", [False, True])
def test_the_first_build_is_killed_before_its_site_is_in_place(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one puts it there, but never in the place of what others have."""
    root = golden_catalogue(tmp_path)

    def interrupted(publication: Publication) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.output.Publication.commit", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build_site(root)
    site = tree(root / ".public.next")
    # What marks it as being made.
    del site[".sangkien"]
    if there:
        (root / "public").mkdir()
        (root / "public" / "own.txt").write_text("mine")
        with pytest.raises(Refusal):
            build_site(root)
        assert tree(root / "public") == {"own.txt": b"mine"}
    else:
        assert build_site(root).written == 0
        assert tree(root / "public") == site


def test_out_of_room_leaves_the_public_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full in mid-build: the writer of the public folder fails as the system makes it fail."""
    import resource

    root = golden_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public")
    titled(root, 1)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    # No file may grow beyond this: pages are cut off in the middle of being written.
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, limit[1]))
    try:
        with pytest.raises(Exception, match=r"large|full|I/O|disk"):
            build_site(root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, previous)
    assert tree(root / "public") == before
    build_site(root)
    after = tree(root / "public")
    build_site(root, clean=True)
    assert tree(root / "public") == after != before


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    for number in range(2):
        titled(root, number)
        builds = [start(root), start(root), start(root, "--clean")]
        assert [build.wait() for build in builds] == [0, 0, 0]
        found = tree(root / "public")
        build_site(root, clean=True)
        assert tree(root / "public") == found
