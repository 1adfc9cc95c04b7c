"""What git tells of differences, as data."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

SCHEMA = "schema/"
MODES: Mapping[str, Literal["executable", "symlink", "submodule"]] = {
    "100755": "executable", "120000": "symlink", "160000": "submodule",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """A file as it was: `blob` names its contents."""

    path: str
    blob: str
    mode: Literal["file", "executable", "symlink", "submodule"] = "file"


@dataclass(frozen=True)
class Change:
    """What is different below submissions/ between the commit `base` and the files as they are now.

    Uncommitted and untracked files count as they are. `paths` are all files now, `touched` those of them
    that are new or not as they were, and `before` those of then that are gone or not as they were. A
    renamed file is in both; `renamed` gives its earlier path by its present one. `rules` tells that
    something in schema/ changed, which can concern every file.
    """

    base: str
    paths: frozenset[str]
    touched: frozenset[str]
    before: Mapping[str, Earlier]
    renamed: Mapping[str, str] = field(default_factory=dict)
    rules: bool = False

    @cached_property
    def added(self) -> frozenset[str]:
        """Paths that were not there."""
        return self.touched - self.before.keys()

    @cached_property
    def gone(self) -> frozenset[str]:
        """Paths that are no longer there."""
        return frozenset(self.before.keys() - self.touched)


def split_names(out: bytes) -> list[str]:
    return os.fsdecode(out).split("\0")[:-1]


def read_differences(out: bytes) -> Iterator[tuple[Earlier | None, str | None]]:
    """Each difference in git's raw format: the file then, and the path now; None where there is none."""
    fields = iter(split_names(out))
    for head in fields:
        old_mode, _, old_blob, _, status = head.removeprefix(":").split(" ")
        old = new = next(fields)
        if status[0] in "RC":
            new = next(fields)
        was = Earlier(old, old_blob, MODES.get(old_mode, "file")) if old_mode != "000000" else None
        yield was, (None if status[0] == "D" else new)


def change_of(
    base: str,
    differences: Iterable[tuple[Earlier | None, str | None]],
    there: set[str],
    untracked: set[str],
) -> Change:
    """`there` are the paths that git lists now; those that a difference tells to be gone are left out."""
    differences = list(differences)
    touched = untracked | {new for _, new in differences if new is not None}
    before = {old.path: old for old, _ in differences if old is not None}
    rules = {path for path in touched | before.keys() if path.startswith(SCHEMA)}
    paths = there | touched
    paths -= (before.keys() - touched) | rules
    return Change(
        base,
        frozenset(paths),
        frozenset(touched - rules),
        {path: old for path, old in before.items() if path not in rules},
        {new: old.path for old, new in differences if old and new and old.path != new},
        bool(rules),
    )
