"""The store for the time of one block, in which what the system refuses to it becomes a Refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.store import Store
from generator.store.connection import refusing


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The store at `path`. Raises Refusal where the disk, or who may use it, does not let it work."""
    with refusing(path):
        store = Store(path)
        try:
            yield store
        finally:
            store.close()
