"""The contents of files as git tells them, one after another."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from generator.history.change import Earlier


@dataclass(frozen=True)
class Reader:
    """Git at work, telling contents as they are asked for, until the end of the `with` block."""

    _process: subprocess.Popen[bytes]
    _asked: IO[bytes]
    _told: Iterator[bytes | None]

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def read(self, file: Earlier) -> bytes | None:
        """The contents of a file; None where they are larger than the limit."""
        self._asked.write(f"{file.blob}\n".encode())
        self._asked.flush()
        return next(self._told)


def batch(out: IO[bytes], limit: int) -> Iterator[bytes | None]:
    while head := out.readline().split():
        if head[-1] == b"missing":
            yield None
            continue
        size = int(head[-1])
        if size <= limit:
            yield out.read(size)
        else:
            _skip(out, size)
            yield None
        out.read(1)


def _skip(out: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(out.read(min(size, 1 << 20)))
