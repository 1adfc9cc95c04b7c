"""The benchmarks themselves: what measures, what peers are given, and what the table tells."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.flows.demo import run as demo
from tests.benchmarks.budgets import SIZES, verdicts
from tests.benchmarks.jobs import CHANGED, CHECKER, CLEAN, COLD, HUGO, MKDOCS, OURS, SINCE
from tests.benchmarks.measure import Measurement, measure
from tests.benchmarks.peers import hugo, mkdocs
from tests.benchmarks.peers.catalogue import Catalogue
from tests.benchmarks.session import Session, sessions
from tests.benchmarks.table import markdown
from tests.harness import ROOT

Runs = dict[tuple[int, str, str], Sequence[Measurement]]
MEGABYTE = 1_000_000
HELD = 60 * MEGABYTE
# A process that holds memory while its child does, both long enough to be seen.
TREE = f"""
import subprocess, sys, time
held = b"x" * {HELD}
if len(sys.argv) == 1:
    subprocess.run([sys.executable, "-c", {{text!r}}, "child"], check=True)
else:
    time.sleep(0.5)
"""


def test_memory_of_the_whole_tree_is_seen(tmp_path: Path) -> None:
    code = TREE.format(text=TREE.format(text=""))
    found = measure([sys.executable, "-c", code], tmp_path, tmp_path / "log")
    assert not found.failure, (tmp_path / "log").read_text("utf-8")
    assert 2 * HELD < found.peak < 2 * HELD + 60 * MEGABYTE
    assert found.seconds >= 0.5
    assert found.processor_seconds > 0


def test_written_files_are_those_of_the_run(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    old = out / "old.txt"
    old.write_text("before", "utf-8")
    os.utime(old, (1, 1))
    code = "from pathlib import Path; Path('out/new.txt').write_text('12345')"
    found = measure([sys.executable, "-c", code], tmp_path, tmp_path / "log", out)
    assert (found.files, found.written) == (1, 5)


def test_a_failure_is_told_with_its_last_words(tmp_path: Path) -> None:
    code = "import sys; sys.exit('no memory left')"
    found = measure([sys.executable, "-c", code], tmp_path, tmp_path / "log")
    assert found.failure == "exit status 1: no memory left"
    code = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert measure([sys.executable, "-c", code], tmp_path, tmp_path / "log").failure == "ended by signal 9"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = tmp_path_factory.mktemp("benchmarks") / "catalogue"
    demo(ROOT, 10, 1, root, lambda done, of: None)
    return Catalogue(root)


def _entries(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    return {entry.id: data for entry, data in catalogue.entries()}


def test_hugo_is_given_every_entry(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "hugo"
    hugo.write_site(catalogue, folder)
    entries = _entries(catalogue)
    pages = [p for p in (folder / "content" / "sang-kien").glob("*/*/*.md") if p.name != "_index.md"]
    assert len(entries) == len(pages) == 10
    for entry_id, data in entries.items():
        path = hugo.entry_file(folder, entry_id)
        front, _, text = path.read_text("utf-8").partition("\n")
        _shows(json.loads(front), text, data)
        assert (path.parent / "_index.md").exists()
        assert (path.parent.parent / "_index.md").exists()


def test_a_change_for_hugo_is_one_of_the_title(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "hugo"
    hugo.write_site(catalogue, folder)
    path = hugo.entry_file(folder, next(iter(_entries(catalogue))))
    before = path.read_text("utf-8")
    front, _, text = hugo.change(before, "Giá phơi mới").partition("\n")
    old, _, rest = before.partition("\n")
    assert text == rest
    assert json.loads(front) == {**json.loads(old), "title": "Giá phơi mới"}


def test_mkdocs_is_given_every_entry_and_lists_it(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "mkdocs"
    mkdocs.write_site(catalogue, folder)
    entries = _entries(catalogue)
    assert len(list((folder / "docs" / "sang-kien").rglob("*.md"))) == len(entries) == 10
    kinds = "".join(path.read_text("utf-8") for path in (folder / "docs" / "loai").glob("*.md"))
    for entry_id, data in entries.items():
        _, front, text = mkdocs.entry_file(folder, entry_id).read_text("utf-8").split("---\n", 2)
        _shows(json.loads(front), text, data)
        assert f"(../sang-kien/{entry_id}.md)" in kinds


def _shows(front: Mapping[str, object], text: str, data: Mapping[str, object]) -> None:
    """Whether a peer's page has what the entry's file has."""
    assert front["title"] == data["title"]
    if data.get("confidential"):
        assert not text
        return
    assert text == data["description"]
    for key in data.keys() - {"description", "support", "images"}:
        assert front[key] == data[key]


def _run(seconds: float, megabytes: float = 100, failure: str = "") -> Measurement:
    return Measurement(seconds, 2 * seconds, int(megabytes * MEGABYTE), 10, 5_000_000, failure)


RUNS: Runs = {
    (45_000, CLEAN, OURS): [_run(9), _run(11), _run(10)],
    (45_000, CLEAN, HUGO): [_run(60, 300), _run(40, 300), _run(45, 300)],
    (45_000, CHANGED, OURS): [_run(1)],
    (45_000, CHANGED, HUGO): [_run(1, failure="ended by signal 9")],
    (45_000, COLD, OURS): [_run(4)],
    (45_000, COLD, CHECKER): [_run(80)],
    (45_000, SINCE, OURS): [_run(0.51)],
}


def test_budgets_compare_medians() -> None:
    page, *_ = SIZES
    found = {v.what: v for v in verdicts(RUNS, {(45_000, page): 8_192})}
    assert (found["clean build, time"].found, found["clean build, time"].met) == ("4.5", True)
    assert (found["clean build, memory"].found, found["clean build, memory"].met) == ("3.0", False)
    assert found["validate, cold, time"].met is True
    assert found["validate one changed file"].met is False
    assert found[page].met is True
    changed = found["build after one change, time"]
    assert (changed.met, changed.peer, changed.found) == (None, "failed", "ended by signal 9")
    assert len(found) == 6


def test_a_million_is_compared_with_the_city() -> None:
    million: Runs = {
        (1_000_000, CLEAN, OURS): [_run(301, 1400)],
        (1_000_000, CHANGED, OURS): [_run(19, 1600)],
    }
    found = {v.what: v.met for v in verdicts({**RUNS, **million}, {}) if v.size == 1_000_000}
    assert found == {
        "clean build, time": False,
        "clean build, memory": True,
        "build after one change, memory": False,
        "build after one change, time": True,
    }


def test_the_table_leaves_nobody_out(tmp_path: Path) -> None:
    skipped = {(CLEAN, MKDOCS): "not run beyond 2,000 entries"}
    runs = {(what, who): found for (_, what, who), found in RUNS.items()}
    session = Session(45_000, "2022-03-15", {"Memory": "8 GB"}, {"hugo": "1.2"}, runs, {}, skipped)
    session.write(tmp_path)
    kept = sessions(tmp_path)
    assert kept == [session]
    told = markdown(kept)
    lines = told.splitlines()
    assert "- Day: 2022-03-15" in lines
    assert "- Memory: 8 GB" in lines
    assert "- Versions: hugo 1.2" in lines
    assert "| clean build, time | 45,000 | 10.0 s | 45.0 s | 4.5 | Hugo ÷ ours ≥ 4 | met |" in lines
    assert "| clean build | sangkien | 10.0 s | 20.0 s | 100 MB | 10 | 5.0 MB | 3 |" in lines
    assert "| clean build | MkDocs | not run beyond 2,000 entries |  |  |  |  |  |" in lines
    assert "| build after one change | Hugo | **failed**, ended by signal 9 |  | 100 MB |  |  | 1 |" in lines
    assert told.count("**not met**") == 2
    assert "**Pagefind** indexes" in told
