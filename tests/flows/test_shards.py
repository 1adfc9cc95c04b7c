"""One build shared out among machines: merged in any order it is the clean build, and nothing else is merged.

Every machine is a copy of the catalogue in a folder of its own, with a store of its own.
"""

import gzip
import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.cli import main, open_workshop
from generator.flows.shards import merge, shard
from generator.parts.shards import Share
from generator.problems import Refusal
from generator.renewal import Built
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
def clean(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one build makes it."""
    root = machine(source, tmp_path_factory.mktemp("clean"))
    build_site(root)
    return tree(root / "public")


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


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with its site, with its site: whoever uses it leaves that as it was."""
    root = machine(source, tmp_path_factory.mktemp("built"))
    build_site(root)
    return root


@pytest.mark.parametrize("of", [1, 2, 3, 5])
def test_merged_is_clean(
    of: int,
    source: Path,
    machines: list[Path],
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
    again = build_site(root)
    assert (again.written, again.removed) == (0, 0)
    assert tree(root / "public") == clean

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


def test_machines_that_have_built_before(source: Path, clean: dict[str, bytes], tmp_path: Path) -> None:
    """What a machine remembers of its own sites changes nothing; its site stays, and is known as before."""
    root = machine(source, tmp_path)
    retitle(root, "Một tên khác")
    build_site(root)
    shutil.copy(source / ENTRY, root / ENTRY)
    before = tree(root / "public")
    made = [make_shard(root, number, 2, tmp_path / f"shard-{number}", jobs=2) for number in (1, 2)]
    assert tree(root / "public") == before
    files = [set(tree(folder / "site")) for folder in made]
    assert not files[0] & files[1]

    far = machine(source, tmp_path / "far")
    retitle(far, "Một tên khác nữa")
    build_site(far)
    shutil.copy(source / ENTRY, far / ENTRY)
    merged(far, made, jobs=2)
    assert tree(far / "public") == clean
    assert (build_site(far).written, 0 < build_site(root).written < len(clean) / 2) == (0, True)
    assert tree(root / "public") == clean


def test_a_shard_is_made_afresh_and_over_nothing_else(built: Path, tmp_path: Path) -> None:
    root = built
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


def _tell(folder: Path, path: str) -> None:
    """Let a shard's list name a file elsewhere."""
    head, *parts = map(json.loads, gzip.decompress((folder / LIST).read_bytes()).splitlines())
    parts[0][1][path] = ["00" * 16, None]
    (folder / LIST).write_bytes(gzip.compress("\n".join(map(json.dumps, [head, *parts])).encode()))


def _leave_out(folder: Path) -> None:
    """Let a shard's list lack a part."""
    lines = gzip.decompress((folder / LIST).read_bytes()).splitlines(keepends=True)
    (folder / LIST).write_bytes(gzip.compress(b"".join(lines[:-1])))


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
    "outside": (lambda folder: _tell(folder, "../../outside.html"), f"{LIST}.* damaged"),
    "part": (_leave_out, f"{LIST}.* damaged"),
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
def test_damage_is_refused(harm: str, built: Path, shards: list[Path], tmp_path: Path) -> None:
    spoil, words = HARMS[harm]
    copy = Path(shutil.copytree(shards[1], tmp_path / "copy"))
    spoil(copy)
    refused(built, [shards[0], copy], words)


def test_damage_to_what_was_kept_aside_is_refused(built: Path, shards: list[Path], tmp_path: Path) -> None:
    copies = [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in shards]
    _spoil(next(path for folder in copies for path in (folder / "aside").iterdir()))
    refused(built, copies, "aside/.* damaged")


def test_what_is_kept_aside_is_not_made_again(source: Path, shards: list[Path], tmp_path: Path) -> None:
    root = machine(source, tmp_path)
    merged(root, shards)
    kept = tree(root / ".sangkien" / "segments")
    assert kept == {name: content for folder in shards for name, content in tree(folder / "aside").items()}


def test_not_all_or_not_alike_is_refused(
    source: Path, machines: list[Path], built: Path, shards: list[Path], tmp_path: Path
) -> None:
    one, two = shards
    refused(built, [one], "Shard 2/2 is missing")
    refused(built, [two, one, two], "both shard 2/2")
    third = make_shard(machines[0], 1, 3, tmp_path / "third")
    refused(built, [one, third], r"shard 1/3, but .* is shard 1/2")

    other = machine(source, tmp_path / "other")
    retitle(other, "Của một commit khác")
    foreign = make_shard(other, 2, 2, tmp_path / "foreign")
    refused(built, [one, foreign], "foreign. was made from something else")
    without = machine(source, tmp_path / "without")
    shutil.rmtree(without / ".git")
    shallow = make_shard(without, 1, 2, tmp_path / "shallow")
    refused(built, [shallow, two], "shallow. was made from something else")


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
