"""The store's file: opening it, whether it is one of today's, and changing it whole or not at all."""

import fcntl
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from generator.problems import Refusal
from generator.store.tables import FORMAT, TABLES
from generator.text import Text

_DAMAGED = Text("tệp đã hỏng", "the file is damaged")
# Errors that are neither ours nor those of what was asked, by SQLite's primary codes.
_REASONS: Mapping[int, Text] = {
    sqlite3.SQLITE_FULL: Text("đĩa đã đầy", "the disk is full"),
    sqlite3.SQLITE_READONLY: Text("chỉ đọc được, không ghi được", "it can only be read"),
    sqlite3.SQLITE_CANTOPEN: Text("không mở được tệp", "the file cannot be opened"),
    sqlite3.SQLITE_IOERR: Text("không đọc hoặc ghi được trên đĩa", "the disk cannot be read or written"),
    sqlite3.SQLITE_BUSY: Text("chương trình khác đang dùng", "another program is using it"),
    sqlite3.SQLITE_NOMEM: Text("máy không còn đủ bộ nhớ", "there is not enough memory"),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}


def for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot change anything."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)


def for_writing(path: Path) -> tuple[sqlite3.Connection, TextIO]:
    """A connection, once it is this process's turn, and what holds the turn until that is closed.

    What is no store of today's format is replaced by an empty one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two programs at once take turns. The lock is this process's own: it ends with it, however it ends, and
    # forked workers do not hold it.
    turn = path.with_suffix(".lock").open("w")
    try:
        fcntl.lockf(turn, fcntl.LOCK_EX)
        return _todays(path), turn
    except BaseException:
        turn.close()
        raise


def _todays(path: Path) -> sqlite3.Connection:
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
        except sqlite3.DatabaseError as error:
            # What is no store, or damaged, is made anew; what is only out of reach now is kept.
            if is_out_of_reach(error):
                db.close()
                raise
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


def is_out_of_reach(error: sqlite3.Error) -> bool:
    """Whether the disk or the system stands in the way, and nothing is wrong with the file."""
    return _reason(error) not in (None, _DAMAGED)


def refusal(error: BaseException | None, path: Path) -> Refusal | None:
    """What to say where the file at `path` cannot be used; None for other errors, such as our own."""
    if not isinstance(error, sqlite3.Error) or (reason := _reason(error)) is None:
        return None
    return Refusal(
        f"Không dùng được kho dữ liệu tạm “{path}”: {reason.vi} ({error}). Hãy kiểm tra chỗ trống và quyền "
        "ghi trên đĩa rồi chạy lại; nếu vẫn vậy, hãy xóa nó đi: mọi thứ trong đó được tính lại.",
        f"The store “{path}” cannot be used: {reason.en} ({error}). Check the free space and the "
        "permissions, and run it again; if that does not help, remove it: what it holds is computed again.",
    )


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """A block that raises Refusal where the file at `path` cannot be used."""
    try:
        yield
    except sqlite3.Error as error:
        if told := refusal(error, path):
            raise told from None
        raise


def _reason(error: sqlite3.Error) -> Text | None:
    # The last eight bits are the primary code. An error of the module's own has none.
    return _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is changed inside is kept, or, after an error, nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # After some errors, such as a full disk, this has happened by itself.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
