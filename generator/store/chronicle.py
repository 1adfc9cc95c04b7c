"""When each innovation was added and last changed, by the commits of the repository."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from generator.pages.page import Past

# The row that tells up to which commit everything is known. No union has this name.
_TIP = ""


class Chronicle:
    """The table of commits by innovation, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @property
    def tip(self) -> str | None:
        """The commit up to which everything is known."""
        row = self._db.execute("SELECT name FROM history WHERE union_ = ?", (_TIP,)).fetchone()
        return None if row is None else str(row[0])

    def finish(self, tip: str) -> None:
        """Note that everything up to the commit `tip` is known."""
        self._db.execute("DELETE FROM history WHERE union_ = ?", (_TIP,))
        self._db.execute("INSERT INTO history VALUES (?, ?, '', '', '', '', 0)", (_TIP, tip))

    def forget(self) -> None:
        """Drop everything."""
        self._db.execute("DELETE FROM history")

    def changed(self, innovation: str, commit: str, day: str, before: str = "") -> None:
        """An innovation was changed, or renamed from the ID `before`. One unknown until now was added."""
        found = self._row(before or innovation)
        added, added_on = found or (commit, day)
        self.added(innovation, added, added_on, commit, day)

    def added(self, innovation: str, commit: str, day: str, last: str = "", last_on: str = "") -> None:
        """An innovation was added, and last changed by the commit `last`."""
        union_id, _, name = innovation.rpartition("/")
        row = (union_id, name, commit, day, last or commit, last_on or day)
        digest = int.from_bytes(blake2b("\0".join(row).encode(), digest_size=6).digest(), "big")
        self._db.execute("INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, digest))

    def removed(self, innovation: str) -> None:
        """An innovation is no longer there."""
        union_id, _, name = innovation.rpartition("/")
        self._db.execute("DELETE FROM history WHERE union_ = ? AND name = ?", (union_id, name))

    def _row(self, innovation: str) -> tuple[str, str] | None:
        union_id, _, name = innovation.rpartition("/")
        query = "SELECT added, added_on FROM history WHERE union_ = ? AND name = ?"
        found: tuple[str, str] | None = self._db.execute(query, (union_id, name)).fetchone()
        return found

    def of(self, union_id: str) -> dict[str, Past]:
        """What is known of a grassroots union's innovations, by the last part of their IDs."""
        rows = self._db.execute(
            "SELECT name, added, added_on, changed, changed_on FROM history WHERE union_ = ?", (union_id,)
        )
        return {
            name: Past(added, date.fromisoformat(added_on), changed, date.fromisoformat(changed_on))
            for name, added, added_on, changed, changed_on in rows
        }

    def digests(self) -> Mapping[str, int]:
        """Names what is known of each grassroots union's innovations."""
        return dict(self._db.execute("SELECT union_, sum(digest) FROM history GROUP BY union_"))
