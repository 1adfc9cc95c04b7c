"""Git's hooks on disk: scripts of ours beside those of others, and one at a time at work.

What a hook does is the business of the flows; git itself is run by `history`.
"""

import fcntl
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# A script with this line was written here, and may be written anew.
_HALLMARK = "# Made by: sangkien hooks install"


class HookFolder:
    """The folder from which a repository takes its hooks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def foreign(self, names: Sequence[str]) -> list[Path]:
        """Those of the named hooks that somebody else put there."""
        paths = [self._folder / name for name in names]
        return [
            path for path in paths if path.exists() and _HALLMARK not in path.read_text("utf-8", "replace")
        ]

    def write(self, name: str, words: Sequence[str]) -> None:
        """Let the hook `name` run this program, as it is installed now, with `words`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / name
        temporary = path.with_name(f"{name}.new")
        temporary.write_text(f"#!/bin/sh\n{_HALLMARK}\nexport PYTHONUTF8=1\nexec {command(words)}\n", "utf-8")
        temporary.chmod(0o755)
        temporary.replace(path)


def command(words: Sequence[str]) -> str:
    """A line for the shell that runs this program; never one that lies in the current folder."""
    return shlex.join([sys.executable, "-P", "-m", "generator", *words])


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other process is in a block for the same `path`, then be in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
