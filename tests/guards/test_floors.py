"""The house: imports run downwards, one doorway for each outside package, pure thinking, small modules."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"

# From the ground up. A name stands for a module or for a package with all that is in it.
FLOORS = (
    ("text", "findings", "document", "model", "problems", "encodings"),
    (
        "catalogue", "schema", "rules", "inspection", "repair", "markdown", "photos", "exif", "statistics",
        "charts", "pages", "records", "similarity", "search", "exports", "manual", "questions", "demo",
        "related", "forms", "interview", "submission", "preview", "review", "pictures",
    ),
    (
        "repository", "history", "store", "templates", "guides", "output", "splice", "report", "executor",
        "server", "hooks", "tables", "forge", "cluster", "stopwatch", "bucket",
    ),
    ("survey", "chronicle", "snapshot", "novelty", "selection", "parts", "renewal", "terminal"),
    ("flows",),
    (
        "wording", "build_wording", "complaints", "failures", "parser", "check_commands", "git_commands",
        "forge_commands", "build_commands", "cli", "plugin", "__main__",
    ),
)  # fmt: skip
THINKING = 1
DOORS = 2
FLOWS = 4
# Outside packages, and the one room that may import each.
DOORWAYS = {
    "yaml": "document", "jsonschema": "schema", "jsonschema_rs": "schema", "jinja2": "templates",
    "babel": "templates", "mkdocs": "guides", "sqlite3": "store", "rich": "terminal", "pyromark": "markdown",
    "nh3": "markdown", "watchdog": "server", "concurrent": "executor", "multiprocessing": "executor",
    "subprocess": "history", "PIL": "pictures", "distributed": "cluster",
    "boto3": "bucket", "botocore": "bucket",
}  # fmt: skip
# Types only: where work runs is handed on by the rooms that describe a flow's doors.
TYPES_ONLY = {(room, "concurrent") for room in ("survey", "cluster", "cli")}
# What floors 1 and 2 must not touch: files, clock, environment, chance.
WORLD = {
    "os",
    "time",
    "shutil",
    "subprocess",
    "socket",
    "tempfile",
    "logging",
    "sys",
    "urllib",
    "http",
    "threading",
}


@cache
def modules() -> tuple[str, ...]:
    """Every module of the package, by its dotted name below `generator`."""
    names = (path.relative_to(PACKAGE).with_suffix("") for path in sorted(PACKAGE.rglob("*.py")))
    return tuple(".".join(name.parts) for name in names)


def room_of(module: str) -> str:
    """The room that a module belongs to: its first part."""
    return module.partition(".")[0]


def floor_of(room: str) -> int:
    """The floor of a room. Fails for a room that has none."""
    found = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert found, f"generator/{room} stands on no floor: name it in FLOORS"
    return found[0]


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / f"{module.replace('.', '/')}.py").read_text("utf-8"))


def imports(module: str) -> Iterator[str]:
    """The full names of everything that a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield base
            if base == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", [m for m in modules() if m != "__init__"])
def test_imports_run_downwards(module: str) -> None:
    room = room_of(module)
    for name in imports(module):
        if not name.startswith("generator.") or (other := name.split(".")[1]) == room:
            continue
        here, there = floor_of(room), floor_of(other)
        assert there <= here, f"{module} imports {other}, which stands above it"
        if here == there:
            assert here not in (DOORS, FLOWS), f"{module} imports its neighbour {other}"


@pytest.mark.parametrize("module", [m for m in modules() if m.startswith("flows.") and m != "flows.__init__"])
def test_flows_do_not_import_each_other(module: str) -> None:
    others = [name for name in imports(module) if name.startswith("generator.flows.")]
    assert not others, f"{module} imports its neighbours {others}"


@pytest.mark.parametrize("module", modules())
def test_each_outside_package_has_one_doorway(module: str) -> None:
    for name in imports(module):
        package = name.partition(".")[0]
        if (room_of(module), package) not in TYPES_ONLY:
            assert DOORWAYS.get(package, room_of(module)) == room_of(module), f"{module} imports {package}"


@pytest.mark.parametrize(
    "module", [m for m in modules() if m != "__init__" and floor_of(room_of(m)) <= THINKING]
)
def test_thinking_is_pure(module: str) -> None:
    touched = {name.partition(".")[0] for name in imports(module)} & WORLD
    assert not touched, f"{module} imports {touched}"
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("open", "print", "input"), f"{module} calls {node.func.id}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in (
                "today",
                "now",
                "read_text",
                "write_text",
                "read_bytes",
                "write_bytes",
            ), f"{module} reads the clock or a file: {node.attr}"


@pytest.mark.parametrize("module", modules())
def test_modules_are_small_and_say_what_they_are_for(module: str) -> None:
    path = PACKAGE / f"{module.replace('.', '/')}.py"
    assert ast.get_docstring(tree(module)), f"{module} has no docstring"
    assert len(path.read_text("utf-8").splitlines()) <= 320, f"{module} is too long for one responsibility"


def test_no_programme_in_the_code() -> None:
    """Names and numbers of the programme belong to schema/programme.yml and submissions/."""
    words = ("Hải Phòng", "COVID", r"\b45[.,_]?000\b", r"\b2[05][.,_]?000\b", "2022-05-31", "phase-1")
    for module in modules():
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                documented = any(
                    isinstance(owner, ast.Module | ast.ClassDef | ast.FunctionDef)
                    and ast.get_docstring(owner, clean=False) == node.value
                    for owner in ast.walk(tree(module))
                )
                found = [] if documented else [word for word in words if re.search(word, node.value)]
                assert not found, f"{module}:{node.lineno} names {found}"
