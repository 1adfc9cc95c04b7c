"""A large file made of runs: what stayed the same is copied from its last making, the rest is made anew.

Where each run lies is noted in an index beside the caller's other state; without it, or beside another
file than it tells of, all runs are made. What the runs contain is not known here.
"""

import filecmp
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

# What a run contains, by a name that is different wherever that is; and what makes it.
Run = tuple[str, Callable[[], bytes]]
_BLOCK = 1 << 20


def splice(earlier: Path, index: Path, made: Path, runs: Iterable[Run]) -> None:
    """Write `made` from `runs`, each with a name that says what it contains; one without is always made.

    `earlier` is the file as it was made last, wherever it lies now; `index` tells of it, and is renewed.
    """
    places = _places(earlier, index)
    lengths: list[tuple[str, int]] = []
    with made.open("wb") as file, (earlier if places else made).open("rb") as source:
        # Runs that follow each other there and here are copied at once.
        start = end = 0
        for name, make in runs:
            found = places.get(name) if name else None
            if found is None:
                _copy(source, file, start, end)
                start = end = 0
                content = make()
                file.write(content)
                lengths.append((name, len(content)))
                continue
            if found[0] != end:
                _copy(source, file, start, end)
                start = found[0]
            end = found[0] + found[1]
            lengths.append((name, found[1]))
        _copy(source, file, start, end)
    if earlier.exists() and filecmp.cmp(earlier, made, shallow=False):
        # Either of the two may be kept: the index is to tell of both.
        status = earlier.stat()
        os.utime(made, ns=(status.st_atime_ns, status.st_mtime_ns))
    temporary = index.with_name(f".{index.name}.new")
    temporary.write_text(json.dumps([_identity(made), lengths]), "utf-8")
    temporary.replace(index)


def _places(earlier: Path, index: Path) -> dict[str, tuple[int, int]]:
    """Start and length of each run in `earlier`; nothing where the index does not tell of this file."""
    try:
        identity, lengths = json.loads(index.read_bytes())
        if identity != _identity(earlier):
            return {}
    except (OSError, ValueError):
        return {}
    places, start = {}, 0
    for name, length in lengths:
        places[name] = (start, length)
        start += length
    return places


def _copy(source: IO[bytes], target: IO[bytes], start: int, end: int) -> None:
    source.seek(start)
    while start < end:
        block = source.read(min(_BLOCK, end - start))
        target.write(block)
        start += len(block)


def _identity(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
