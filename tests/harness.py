"""Workspaces for tests: a small good catalogue, files laid over it, and what the rules find in it.

Files are described as `{path: contents}`. What is expected of them belongs to the tests. The small good
catalogue has a programme of its own, so that tests hold whatever programme the repository is adopted for.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.executor import InlineExecutor
from generator.findings import Finding
from generator.flows.validate import validate
from generator.inspection import inspect_file
from generator.model import SourceFile
from generator.repository import Game, Repository
from generator.store import Store
from generator.survey import Workshop

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
BASE = CASES / "_base"
EXPECTED = "findings.json"
UPPER = "submissions/hong-bang/union.yml"
GRASSROOTS = "submissions/hong-bang/may-hoa-phuong/union.yml"
INNOVATION = "submissions/hong-bang/may-hoa-phuong/bon-rua-tay-dap-chan.yml"

Files = Mapping[str, bytes | str]


def files_below(folder: Path) -> dict[str, bytes]:
    """The files of `folder` by their paths within it, without the findings expected of them."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    found.pop(EXPECTED, None)
    return found


def base_text(path: str) -> str:
    """A file of the small good catalogue."""
    return (BASE / path).read_text("utf-8")


def workspace(root: Path, files: Files) -> Repository:
    """A catalogue in `root`: the repository's schemas, the small good catalogue, and `files` over it."""
    schemas = {f"schema/{path.name}": path.read_bytes() for path in (ROOT / "schema").glob("*.schema.json")}
    for path, contents in {**schemas, **files_below(BASE), **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents.encode() if isinstance(contents, str) else contents)
    return Repository(root)


def findings_of(root: Path, files: Files) -> tuple[Finding, ...]:
    """What `sangkien validate` finds in the catalogue that `workspace` makes of `files`."""
    repository = workspace(root, files)
    store = Store(repository.state / "store.sqlite")
    try:
        with InlineExecutor() as executor:
            return validate(Workshop(repository, store, executor, 1, lambda *_: None), []).findings
    finally:
        store.close()


@cache
def base_game() -> Game:
    """The rules of the game of the small good catalogue."""
    with TemporaryDirectory() as folder:
        return workspace(Path(folder), {}).game


def findings_in(text: str | bytes, path: str = INNOVATION) -> tuple[Finding, ...]:
    """What the rules about single files find in these contents, under the base's rules."""
    game = base_game()
    raw = text.encode() if isinstance(text, str) else text
    return inspect_file(SourceFile(path, len(raw)), raw, game.programme, game.schemas).findings


def merged(base: str, excerpt: str) -> str:
    """`base` with the top-level keys of `excerpt` in place of its own."""
    blocks = _blocks(base)
    replaced = {key for key, _ in _blocks(excerpt)}
    kept = "".join(block for key, block in blocks if key not in replaced)
    return excerpt.rstrip("\n") + "\n" + kept


def as_data(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Findings as they stand in a case's findings.json."""
    return [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "rule": f.rule,
            "severity": f.severity,
            "message": {"vi": f.message.vi, "en": f.message.en},
            "hint": {"vi": f.hint.vi, "en": f.hint.en},
        }
        for f in findings
    ]


def case_folders() -> list[Path]:
    """The cases: tests/cases/<rule>/<case>/."""
    return sorted(path for path in CASES.glob("[a-z]*/*") if path.is_dir())


def expected_of(case: Path) -> list[dict[str, Any]]:
    """The findings expected of a case."""
    found: list[dict[str, Any]] = json.loads((case / EXPECTED).read_text("utf-8"))
    return found


def _blocks(text: str) -> list[tuple[str, str]]:
    """The top-level keys of a YAML text, each with its lines."""
    blocks: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        if line.strip() and not line[0].isspace() and not line.startswith("-"):
            blocks.append((line.partition(":")[0].strip(), line))
        elif blocks:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + line)
    return blocks
