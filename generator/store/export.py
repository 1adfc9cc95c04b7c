"""What open data takes from the store, and the SQLite files that it keeps, or gives to the public.

A file that is put together from many unions' contributions keeps them between builds, so that a change
costs one union's work. What they contain belongs to `exports`.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from generator.model import Data
from generator.records import content_digest
from generator.store import Store
from generator.store.connection import is_out_of_reach, refusal, refusing, transaction

# Every ID below a union lies between the union's with the one and with the other: `0` follows `/`.
_FIRST, _AFTER = "/", "0"
# Bytes 24 and 92 of a database count its changes, 96 is the version of the library that wrote it: neither
# is content, so the public file has always these.
_CHANGES, _VERSION = 1, 3_037_000


def contents(store: Store, grassroots: str) -> Iterator[tuple[str, Data]]:
    """The files of a grassroots union's published innovations, as data, in the order of their IDs."""
    rows = store._db.execute(
        "SELECT id, data FROM content WHERE id BETWEEN ?1 AND ?2 "
        "AND id IN (SELECT id FROM entry WHERE published AND id BETWEEN ?1 AND ?2) ORDER BY id",
        (grassroots + _FIRST, grassroots + _AFTER),
    )
    return ((entry_id, json.loads(data)) for entry_id, data in rows)


def union_content(store: Store, union_id: str) -> Data:
    """The file of a union, as data."""
    (text,) = store._db.execute("SELECT data FROM union_ WHERE id = ?", (union_id,)).fetchone()
    found: Data = json.loads(text)
    return found


class _Kept:
    """A file of contributions, each by an owner (a union's ID) and known by a fingerprint."""

    # The database that remembers fingerprints: this one, or a second file beside it.
    _memory = "main"

    def __init__(self, path: Path, tables: str) -> None:
        """Open the file at `path`. One whose tables are others, or that is damaged, is begun anew."""
        self._path = path
        self._known = f"{self._memory}.known"
        path.parent.mkdir(parents=True, exist_ok=True)
        with refusing(path):
            self._open(tables)

    def _open(self, tables: str) -> None:
        for _ in range(2):
            self._db = sqlite3.connect(self._path, isolation_level=None, timeout=600)
            try:
                self._begin(tables)
                return
            except sqlite3.DatabaseError as error:
                self._db.close()
                if is_out_of_reach(error):
                    raise
                for old in self._path.parent.glob(f"{self._path.name}*"):
                    old.unlink()
        raise sqlite3.DatabaseError(f"cannot create {self._path}")

    def _begin(self, tables: str) -> None:
        for setting in ("page_size = 8192", "synchronous = OFF", "cache_size = -16384"):
            self._db.execute(f"PRAGMA {setting}")
        if self._memory != "main":
            self._db.execute(f"ATTACH ? AS {self._memory}", (f"{self._path}-{self._memory}",))
        self._db.execute(
            f"CREATE TABLE IF NOT EXISTS {self._known} "
            "(owner TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID"
        )
        made = self._db.execute(f"SELECT fingerprint FROM {self._known} WHERE owner = ''").fetchone()
        if made is None:
            self._db.executescript(tables)
            self._remember("", tables)
        elif made[0] != tables:
            raise sqlite3.DatabaseError("the tables are others")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file. Raises Refusal where the system did not let it be used."""
        self._db.close()
        if told := refusal(error, self._path):
            raise told from None

    def transaction(self) -> AbstractContextManager[None]:
        """All that is changed inside is kept, or, after an error, nothing of it."""
        return transaction(self._db)

    def stale(self, current: Mapping[str, str]) -> list[str]:
        """Drop what came from owners that are gone or have another fingerprint; the owners to ask again."""
        known = dict(self._db.execute(f"SELECT owner, fingerprint FROM {self._known} WHERE owner != ''"))
        for owner, fingerprint in known.items():
            if current.get(owner) != fingerprint:
                self._drop(owner)
                self._db.execute(f"DELETE FROM {self._known} WHERE owner = ?", (owner,))
        return [owner for owner, fingerprint in current.items() if known.get(owner) != fingerprint]

    def _drop(self, owner: str) -> None:
        raise AssertionError(owner)

    def _remember(self, owner: str, fingerprint: str) -> None:
        self._db.execute(f"INSERT OR REPLACE INTO {self._known} VALUES (?, ?)", (owner, fingerprint))


class Pieces(_Kept):
    """Runs of bytes of several sorts, which make a file each when they are joined in the order of owners."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "CREATE TABLE piece (sort TEXT, owner TEXT, digest BLOB NOT NULL, data BLOB NOT NULL, "
            "PRIMARY KEY (sort, owner)) WITHOUT ROWID; CREATE INDEX piece_owner ON piece (owner);",
        )

    def put(self, owner: str, fingerprint: str, pieces: Mapping[str, bytes]) -> None:
        """Keep what an owner gives, by sort."""
        rows = [(sort, owner + _FIRST, content_digest(data), data) for sort, data in pieces.items()]
        self._db.executemany("INSERT INTO piece VALUES (?, ?, ?, ?)", rows)
        self._remember(owner, fingerprint)

    def joined(self, sort: str) -> Iterator[bytes]:
        """The runs of one sort in the order of owners."""
        rows = self._db.execute("SELECT data FROM piece WHERE sort = ? ORDER BY owner", (sort,))
        return (data for (data,) in rows)

    def state(self, sort: str) -> str:
        """Names what the runs of one sort contain, in their order."""
        rows = self._db.execute("SELECT digest FROM piece WHERE sort = ? ORDER BY owner", (sort,))
        return content_digest(b"".join(digest for (digest,) in rows)).hex()

    def _drop(self, owner: str) -> None:
        self._db.execute("DELETE FROM piece WHERE owner = ?", (owner + _FIRST,))


class PublicDatabase(_Kept):
    """The database that is given to the public. `owned` are the tables of contributions with their keys."""

    _memory = "memory"

    def __init__(self, path: Path, tables: str, owned: Mapping[str, str]) -> None:
        # A file in which owners gave to other tables is begun anew as well.
        super().__init__(path, f"{tables}-- {' '.join(owned)}\n")
        self._owned = owned

    def put(self, owner: str, fingerprint: str, rows: Mapping[str, Iterable[Sequence[Any]]]) -> None:
        """Add the rows of an owner, by the statement that adds one."""
        for insertion, values in rows.items():
            self._db.executemany(insertion, values)
        self._remember(owner, fingerprint)

    def fill(self, table: str, insertion: str, rows: Iterable[Sequence[Any]]) -> None:
        """Put `rows` in place of all that a table has."""
        self._db.execute(f'DELETE FROM "{table}"')
        self._db.executemany(insertion, rows)

    def write(self, target: Path) -> None:
        """A copy at `target` whose bytes follow from the rows alone."""
        target.unlink(missing_ok=True)
        self._db.execute("VACUUM INTO ?", (str(target),))
        with target.open("r+b") as file:
            for place, value in ((24, _CHANGES), (92, _CHANGES), (96, _VERSION)):
                file.seek(place)
                file.write(value.to_bytes(4, "big"))

    def _drop(self, owner: str) -> None:
        # Below an upper-level union lies what other owners gave.
        below = f"{owner}{_FIRST}", owner + (_AFTER if "/" in owner else _FIRST)
        for table, key in self._owned.items():
            self._db.execute(
                f'DELETE FROM "{table}" WHERE "{key}" = ?1 OR "{key}" BETWEEN ?2 AND ?3', (owner, *below)
            )
