"""What is run for a size, in the order of a round: ours and the peers in turn, each with its preparation.

How fairly they are compared is told in the docstring of `tests.benchmarks.peers`.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.repository import Repository
from tests.benchmarks.measure import Measurement, measure
from tests.benchmarks.peers.tools import Tools
from tests.benchmarks.workplace import Workplace, remove
from tests.harness import ROOT

OURS, HUGO, MKDOCS, CHECKER, PAGEFIND = "sangkien", "Hugo", "MkDocs", "check-jsonschema", "Pagefind"
CLEAN, CHANGED = "clean build", "build after one change"
COLD, WARM, SINCE = "validate, cold", "validate, warm", "validate one changed file"
SEARCH = "search index"
# What can be asked for by `--only`.
GROUPS = ("build", "validate", "search", "hugo", "mkdocs", "check-jsonschema", "pagefind")
MKDOCS_MOST = 2_000


Command = Sequence[str | Path]


@dataclass(frozen=True)
class Job:
    """One command of one tool. `prepare` is not measured; `skipped` says why the command is not run."""

    group: str
    what: str
    who: str
    command: Command = ()
    folder: Path = ROOT
    out: Path | None = None
    prepare: Callable[[], object] = lambda: None
    skipped: str = ""

    def run(self, log: Path) -> Measurement:
        """Prepare, run, measure."""
        self.prepare()
        return measure(self.command, self.folder, log, self.out, environment(log.parent))


def environment(work: Path) -> Mapping[str, str]:
    """What the tools may know of this machine's settings."""
    return {**os.environ, "HUGO_CACHEDIR": str(work / "hugo-cache"), "NO_COLOR": "1"}


def jobs(place: Workplace, tools: Tools) -> list[Job]:
    """A round. Whoever builds after a change has built cleanly before."""
    return [*_builds(place, tools), *_validations(place, tools), *_searches(place, tools)]


def own_jobs(place: Workplace) -> list[Job]:
    """Ours alone, for sizes that no peer is asked for."""
    return [_own_clean(place), _own_changed(place)]


def search_folder(place: Workplace) -> Path:
    """Where our search index is, made alone."""
    return place.folder / "search-own"


def _builds(place: Workplace, tools: Tools) -> Iterator[Job]:
    hugo = _hugo(place, tools)
    public = place.folder / "hugo" / "public"

    def fresh() -> None:
        remove(place.hugo / "public")
        remove(place.hugo / "resources")

    def changed() -> None:
        _built(public, hugo, place.folder)
        place.change_hugo(_title())

    yield _own_clean(place)
    yield Job("hugo", CLEAN, HUGO, hugo, place.folder, public, fresh)
    if place.size <= MKDOCS_MOST:
        out = place.folder / "mkdocs" / "public"
        config = place.folder / "mkdocs" / "mkdocs.yml"
        command: Command = [tools.mkdocs, "build", "--quiet", "--config-file", config]
        yield Job(
            "mkdocs", CLEAN, MKDOCS, command, place.folder, out, lambda: remove(place.mkdocs / "public")
        )
    else:
        why = f"not run beyond {MKDOCS_MOST:,} entries: its own themes need time that grows with the square"
        yield Job("mkdocs", CLEAN, MKDOCS, skipped=why)
    yield _own_changed(place)
    yield Job("hugo", CHANGED, HUGO, hugo, place.folder, public, changed)


def _own_clean(place: Workplace) -> Job:
    def fresh() -> None:
        for name in ("public", ".public.next", ".sangkien"):
            remove(place.catalogue.root / name)

    root = place.folder / "catalogue"
    return Job("build", CLEAN, OURS, _own(root, "build", "--clean"), ROOT, root / "public", fresh)


def _own_changed(place: Workplace) -> Job:
    root = place.folder / "catalogue"

    def changed() -> None:
        _built(root / "public", _own(root, "build"), place.folder)
        place.change(root, _title())

    return Job("build", CHANGED, OURS, _own(root, "build"), ROOT, root / "public", changed)


def _validations(place: Workplace, tools: Tools) -> Iterator[Job]:
    root = place.folder / "checked"
    listed, schema = place.folder / "entries.txt", place.folder / "schema.json"

    def list_entries() -> None:
        catalogue = place.catalogue
        effective = {key: part for key, part in _innovation(place).items() if key != "$id"}
        schema.write_text(json.dumps(effective, ensure_ascii=False), "utf-8")
        listed.write_text("\0".join(map(str, catalogue.paths)), "utf-8")

    check = (tools.check_jsonschema, "--quiet", "--schemafile", schema)
    checker: Command = ["xargs", "-0", "-a", listed, *check]
    yield Job(
        "validate", COLD, OURS, _own(root, "validate"), prepare=lambda: remove(place.checked / ".sangkien")
    )
    yield Job("check-jsonschema", COLD, CHECKER, checker, prepare=list_entries)
    yield Job("validate", WARM, OURS, _own(root, "validate"), prepare=lambda: _validated(place))
    since = _own(root, "validate", "--since", "main")
    yield Job("validate", SINCE, OURS, since, prepare=lambda: _validated(place))


def _searches(place: Workplace, tools: Tools) -> Iterator[Job]:
    own, other = search_folder(place), place.folder / "search-pagefind"
    root, public = place.folder / "checked", place.folder / "hugo" / "public"

    def indexed() -> None:
        _validated(place)
        remove(root / ".sangkien" / "segments")
        remove(own)

    def rendered() -> None:
        _built(place.hugo / "public", _hugo(place, tools), place.folder)
        remove(other)

    command: Command = [sys.executable, "-m", "tests.benchmarks.peers.own_search", root, own]
    yield Job("search", SEARCH, OURS, command, ROOT, own, indexed)
    pagefind: Command = [
        tools.pagefind, "--quiet", "--site", public, "--glob", "sang-kien/*/*/*.html", "--output-path", other,
    ]  # fmt: skip
    yield Job("pagefind", SEARCH, PAGEFIND, pagefind, place.folder, other, rendered)


def _hugo(place: Workplace, tools: Tools) -> Command:
    return [tools.hugo, "--quiet", "--noBuildLock", "--source", place.folder / "hugo"]


def _own(root: Path, *words: str) -> Command:
    return [sys.executable, "-m", "generator", "--root", root, *words]


def _innovation(place: Workplace) -> Mapping[str, object]:
    return Repository(place.catalogue.root).game.schemas.innovation.schema


def _validated(place: Workplace) -> None:
    if not (place.checked / ".sangkien").exists():
        subprocess.run(_own(place.checked, "validate"), cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def _built(public: Path, command: Command, work: Path) -> None:
    if not public.exists():
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment(work), check=True)


def _title() -> str:
    """A title that no entry has had."""
    return f"Giá phơi khẩu trang ở cửa phân xưởng, bản {time.time_ns() // 1_000_000}"
