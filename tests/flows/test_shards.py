"""One build shared out among machines: merged in any order it is the clean build, and nothing else is merged.

Every machine is a copy of the catalogue in a folder of its own, with a store of its own.
"""

import gzip
import json
import os
import pickle
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main, open_workshop
from generator.flows.shards import merge, shard
from generator.parts import digest
from generator.parts.shards import Share
from generator.problems import Refusal
from generator.renewal import Built
from generator.store import Store
from generator.store.outputs import Output
from tests.catalogues import build_site, golden_catalogue, tree

ENTRY = "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
LIST = "shard.jsonl.gz"
TITLE = "Bào góc bàn gỗ bằng đá mài"


def retitle(root: Path, title: str) -> None:
    path = root / ENTRY
    path.write_text(re.sub(r"^title: .*$", f"title: {title}", path.read_text("utf-8"), flags=re.M), "utf-8")


def machine(source: Path, folder: Path) -> Path:
    """A copy of a catalogue that was never built."""
    unborn = shutil.ignore_patterns("public", ".public.next", ".sangkien")
    return Path(shutil.copytree(source, folder / "elsewhere" / "catalogue", ignore=unborn))


def make_shard(root: Path, number: int, of: int, out: Path, jobs: int = 1) -> Path:
    with open_workshop(root, jobs=jobs) as shop:
        shard(shop, Share(number, of), out)
    return out


def make_shards(machines: Sequence[Path], of: int, folder: Path) -> list[Path]:
    """All shards, each made on its own machine."""
    return [
        make_shard(root, number, of, folder / f"shard-{number}")
        for number, root in enumerate(machines[:of], start=1)
    ]


def merged(root: Path, shards: Sequence[Path], jobs: int = 1) -> Built:
    with open_workshop(root, jobs=jobs) as shop:
        return merge(shop, shards, root / "public")


def remembered(root: Path) -> tuple[dict[str, str], dict[str, dict[str, Output]]]:
    """What the store knows of the site: parts with their fingerprints, and their files."""
    store = Store(root / ".sangkien" / "store.sqlite", read_only=True)
    parts = store.outputs.parts()
    found = {part: store.outputs.of(part) for part in parts}
    store.close()
    return parts, found


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with a history, so that pages tell it."""
    root = golden_catalogue(tmp_path_factory.mktemp("source"))
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    environment = {**os.environ, "GIT_COMMITTER_DATE": "2025-02-01T08:00:00+07:00"}
    for words in (("init", "-q"), ("add", "."), (*named, "commit", "-qm", "x", "--date", "2025-02-01T08:00")):
        subprocess.run(["git", *words], cwd=root, check=True, env=environment)
    return root


@pytest.fixture(scope="module")
def cleanly(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with its site, made by one build. Whoever uses it leaves that as it was."""
    root = machine(source, tmp_path_factory.mktemp("clean"))
    build_site(root)
    return root


@pytest.fixture(scope="module")
def clean(cleanly: Path) -> dict[str, bytes]:
    """The site as one build makes it."""
    return tree(cleanly / "public")


@pytest.fixture(scope="module")
def edited(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same after one innovation has a new title."""
    root = machine(source, tmp_path_factory.mktemp("edited"))
    retitle(root, TITLE)
    build_site(root)
    return tree(root / "public")


@pytest.fixture(scope="module")
def machines(source: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Machines that make shards, and have never built a site."""
    return [machine(source, tmp_path_factory.mktemp("machine")) for _ in range(5)]


@pytest.fixture(scope="module")
def shards(machines: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two shards, for reading."""
    return make_shards(machines, 2, tmp_path_factory.mktemp("shards"))


@pytest.mark.parametrize("of", [1, 2, 3, 5])
def test_merged_is_clean(
    of: int,
    source: Path,
    machines: list[Path],
    cleanly: Path,
    clean: dict[str, bytes],
    edited: dict[str, bytes],
    tmp_path: Path,
) -> None:
    """Merged in any order, and what is known afterwards is what is known after a build."""
    made = make_shards(machines, of, tmp_path)
    random.Random(of).shuffle(made)
    root = machine(source, tmp_path)
    done = merged(root, made)
    assert tree(root / "public") == clean
    assert (done.files, done.written, done.removed) == (len(clean), len(clean), 0)
    assert remembered(root) == remembered(cleanly)
    again = build_site(root)
    assert (again.written, again.removed) == (0, 0)
    assert remembered(root) == remembered(cleanly)

    retitle(root, TITLE)
    later = build_site(root)
    assert tree(root / "public") == edited != clean
    assert later.written < len(clean) / 2


def test_more_shards_than_parts(
    source: Path, machines: list[Path], clean: dict[str, bytes], tmp_path: Path
) -> None:
    of = 70
    made = [tmp_path / f"shard-{number}" for number in range(1, of + 1)]
    with open_workshop(machines[0], jobs=1) as shop:
        for number, folder in enumerate(made, start=1):
            shard(shop, Share(number, of), folder)
    lists = [gzip.decompress((folder / LIST).read_bytes()).splitlines() for folder in made]
    assert sum(len(lines) - 1 for lines in lists) < of
    root = machine(source, tmp_path)
    merged(root, made)
    assert tree(root / "public") == clean


def test_a_machine_that_has_built_before(
    source: Path, cleanly: Path, clean: dict[str, bytes], tmp_path: Path
) -> None:
    """What it remembers of its own site changes neither shards nor what is merged; shards leave it alone."""
    root = machine(source, tmp_path)
    retitle(root, "Một tên khác")
    build_site(root)
    shutil.copy(source / ENTRY, root / ENTRY)
    before = tree(root / "public"), remembered(root)
    made = [make_shard(root, number, 2, tmp_path / f"shard-{number}", jobs=2) for number in (1, 2)]
    assert (tree(root / "public"), remembered(root)) == before
    files = [set(tree(folder / "site")) for folder in made]
    assert not files[0] & files[1]
    assert 0 < build_site(root).written < len(clean) / 2
    assert tree(root / "public") == clean

    retitle(root, "Một tên khác nữa")
    build_site(root)
    shutil.copy(source / ENTRY, root / ENTRY)
    merged(root, made, jobs=2)
    assert tree(root / "public") == clean
    assert remembered(root) == remembered(cleanly)
    assert build_site(root).written == 0


def test_a_shard_is_made_afresh_and_over_nothing_else(cleanly: Path, tmp_path: Path) -> None:
    root = cleanly
    out = tmp_path / "shard"
    out.mkdir()
    make_shard(root, 1, 2, out)
    first = tree(out / "site")
    make_shard(root, 2, 2, out)
    assert not first.keys() & tree(out / "site").keys()
    make_shard(root, 1, 2, out)
    assert tree(out / "site") == first

    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "luan-van.docx").write_text("quý giá")
    (tmp_path / "file").write_text("quý giá")
    for place in (root / "public", tmp_path / "others", tmp_path / "file"):
        before = tree(place)
        with pytest.raises(Refusal, match="left alone"):
            make_shard(root, 1, 2, place)
        assert tree(place) == before
    assert (tmp_path / "file").read_text() == "quý giá"
    with pytest.raises(Refusal, match="left alone"), open_workshop(root, jobs=1) as shop:
        merge(shop, [out], out)


def _spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def _first(folder: Path, pattern: str) -> Path:
    return next(path for path in sorted(folder.rglob(pattern)) if path.is_file())


def _rewrite(folder: Path, change: Callable[[list[Any]], object]) -> None:
    """Change what a shard's list says."""
    lines = [json.loads(line) for line in gzip.decompress((folder / LIST).read_bytes()).splitlines()]
    change(lines)
    (folder / LIST).write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))


def _lead_out(lines: list[Any]) -> None:
    lines[1][1]["../../outside.html"] = ["00" * 16, None]


def _swap(folder: Path) -> None:
    """Let a link stand for a file, with the same contents."""
    page = _first(folder / "site", "*.html")
    page.rename(folder / "page")
    page.symlink_to(folder / "page")


HARMS: dict[str, tuple[Callable[[Path], None], str]] = {
    "page": (lambda folder: _spoil(_first(folder / "site", "*.html")), r"site/.*\.html.* damaged"),
    "gone": (lambda folder: _first(folder / "site", "*.html").unlink(), r"site/.*\.html.* missing"),
    "link": (_swap, r"site/.*\.html.* damaged"),
    "list": (lambda folder: os.truncate(folder / LIST, 500), f"{LIST}.* damaged"),
    "outside": (lambda folder: _rewrite(folder, _lead_out), f"{LIST}.* damaged"),
    "part": (lambda folder: _rewrite(folder, list.pop), f"{LIST}.* damaged"),
    "no list": (lambda folder: (folder / LIST).unlink(), "is no shard"),
}


def refused(root: Path, shards: Sequence[Path], words: str) -> None:
    """Merging is refused, and the site is as it was, known as it was."""
    before = tree(root / "public")
    with pytest.raises(Refusal, match=words):
        merged(root, shards)
    assert tree(root / "public") == before
    again = build_site(root)
    assert (again.written, again.removed) == (0, 0)


@pytest.mark.parametrize("harm", HARMS)
def test_damage_is_refused(harm: str, cleanly: Path, shards: list[Path], tmp_path: Path) -> None:
    spoil, words = HARMS[harm]
    copy = Path(shutil.copytree(shards[1], tmp_path / "copy"))
    spoil(copy)
    refused(cleanly, [shards[0], copy], words)


def test_damage_to_what_was_kept_aside_is_refused(cleanly: Path, shards: list[Path], tmp_path: Path) -> None:
    copies = [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in shards]
    _spoil(next(path for folder in copies for path in (folder / "aside").iterdir()))
    refused(cleanly, copies, "aside/.* damaged")


def _replace_aside(folders: Sequence[Path], content: Callable[[bytes], bytes], folder: Path) -> list[Path]:
    """Copies of shards whose encodings are others, as their lists say."""
    copies = [Path(shutil.copytree(given, folder / given.name)) for given in folders]
    for copy in copies:
        for path in (copy / "aside").iterdir():
            path.write_bytes(content(path.read_bytes()))

        def change(lines: list[Any], copy: Path = copy) -> None:
            for _, _, aside in lines[1:]:
                aside.update({name: digest(copy / "aside" / name).hex() for name in aside})

        _rewrite(copy, change)
    return copies


def test_what_is_kept_aside_is_not_made_again(
    source: Path, clean: dict[str, bytes], shards: list[Path], tmp_path: Path
) -> None:
    """Encodings that say the same in other bytes stay as they came."""
    copies = _replace_aside(shards, lambda raw: pickle.dumps(pickle.loads(raw), 4), tmp_path)
    root = machine(source, tmp_path)
    merged(root, copies)
    kept = tree(root / ".sangkien" / "segments")
    # What files of words there are is known only once they are put together.
    del kept["words"]
    assert kept == {name: content for folder in copies for name, content in tree(folder / "aside").items()}
    assert tree(root / "public") == clean


class Evil:
    """Makes a file where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_what_is_kept_aside_runs_nothing(source: Path, shards: list[Path], tmp_path: Path) -> None:
    evil = pickle.dumps(Evil(tmp_path / "touched"))
    pickle.loads(evil)
    (tmp_path / "touched").unlink()
    copies = _replace_aside(shards, lambda raw: evil, tmp_path)
    root = machine(source, tmp_path)
    with pytest.raises(pickle.UnpicklingError, match="no part of a segment"):
        merged(root, copies)
    assert not (tmp_path / "touched").exists()
    assert not (root / "public").exists()


def test_not_all_or_not_alike_is_refused(
    source: Path, machines: list[Path], cleanly: Path, shards: list[Path], tmp_path: Path
) -> None:
    one, two = shards
    refused(cleanly, [one], "Shard 2/2 is missing")
    refused(cleanly, [two, one, two], "both shard 2/2")
    third = make_shard(machines[0], 1, 3, tmp_path / "third")
    refused(cleanly, [one, third], r"shard 1/3, but .* is shard 1/2")

    other = machine(source, tmp_path / "other")
    retitle(other, "Của một commit khác")
    foreign = make_shard(other, 2, 2, tmp_path / "foreign")
    refused(cleanly, [one, foreign], "foreign. was made from something else")
    without = machine(source, tmp_path / "without")
    shutil.rmtree(without / ".git")
    shallow = make_shard(without, 1, 2, tmp_path / "shallow")
    refused(cleanly, [shallow, two], "shallow. was made from something else")


def test_the_command(
    source: Path, clean: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = machine(source, tmp_path)
    given = ["--root", str(root), "--lang", "en", "--jobs", "1", "build"]
    for number in (1, 2):
        assert main([*given, "--shard", f"{number}/2"]) == 0
        assert f"Shard {number}/2 is in {root / f'shard-{number}'}/" in capsys.readouterr().out
    assert main([*given, "--merge", str(root / "shard-1"), str(root / "shard-2"), "--timings"]) == 0
    assert "Taking shards" in capsys.readouterr().out
    assert tree(root / "public") == clean
    assert main([*given, "--merge", str(root / "shard-1")]) == 2
    assert "Shard 2/2 is missing" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["0/3", "4/3", "x", "1", "1/", "-1/3", "1/0", "1/3/5", "١/٣"])
def test_what_is_no_shard(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language, words in (("vi", "không phải là mảnh nào"), ("en", "is no shard")):
        with pytest.raises(SystemExit) as ended:
            main(["--lang", language, "build", f"--shard={text}"])
        assert ended.value.code == 2
        assert f"“{text}” {words}" in capsys.readouterr().err
