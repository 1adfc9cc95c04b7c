"""The store's file: opening it, whether it is one of today's, and changing it whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.store.tables import FORMAT, TABLES


def for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot change anything."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)


def for_writing(path: Path) -> sqlite3.Connection:
    """A connection; what is no store of today's format is replaced by an empty one."""
    for _ in range(2):
        db = sqlite3.connect(path, isolation_level=None, timeout=600)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA cache_size = -65536")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                db.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")
                version = FORMAT
            if version == FORMAT:
                return db
        except sqlite3.DatabaseError:
            pass  # not a store, or damaged: it is made anew
        db.close()
        for old in path.parent.glob(path.name + "*"):
            old.unlink()
    raise sqlite3.DatabaseError(f"cannot create {path}")


def is_current(path: Path) -> bool:
    """Whether the file at `path` is a store of today's format."""
    db = for_reading(path)
    try:
        return bool(db.execute("PRAGMA user_version").fetchone()[0] == FORMAT)
    except sqlite3.DatabaseError:
        return False
    finally:
        db.close()


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is changed inside is kept, or, after an error, nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
