"""What git tells of commits, as data: which files each of them added, changed, renamed or removed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Literal

# Each commit begins with a character that begins no status of a file.
FORMAT = "%x01%H %cs"
_COMMIT = "\x01"
_CHUNK = 1 << 16
# Enough of a commit's name to tell it from any other; forges take it for the whole.
_NAME = 12

Deed = Literal["added", "changed", "renamed", "removed"]
_DEEDS: dict[str, Deed] = {"A": "added", "R": "renamed", "D": "removed"}


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit did to one file: its name, its day, and for a renamed file the path before."""

    commit: str
    day: str
    deed: Deed
    path: str
    before: str = ""


def read_steps(out: IO[bytes]) -> Iterator[Step]:
    """The steps of a log with names and statuses, separated by NUL, as they come."""
    fields = _fields(out)
    commit = day = ""
    for text in fields:
        head = text.lstrip("\n")
        if head.startswith(_COMMIT):
            commit, _, day = head.removeprefix(_COMMIT).partition(" ")
        elif head:
            before = next(fields) if head[0] == "R" else ""
            yield Step(commit[:_NAME], day, _DEEDS.get(head[0], "changed"), next(fields), before)


def _fields(out: IO[bytes]) -> Iterator[str]:
    rest = b""
    while chunk := out.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from map(os.fsdecode, whole)
