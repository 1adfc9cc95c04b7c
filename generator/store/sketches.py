"""The keys by which innovations are near each other, and which unions a change of them touches."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.related import REACH

Place = tuple[int, str, str]
# From so many changed places on, every union is taken as touched: cheaper than to look.
_MANY = 5000
_ALL = ""


class Sketches:
    """The table of keys, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._moved: list[Place] = []

    def put(self, keys: Iterable[int], day: str, entry_id: str, field: str) -> None:
        """Add a published innovation under its keys."""
        places = [(key, day, entry_id) for key in keys]
        rows = [(*place, field) for place in places]
        self._db.executemany("INSERT OR REPLACE INTO sketch VALUES (?, ?, ?, ?)", rows)
        self._moved += places

    def remove(self, keys: Iterable[int], day: str, entry_id: str) -> None:
        """Take an innovation out that is no longer published."""
        places = [(key, day, entry_id) for key in keys]
        self._db.executemany("DELETE FROM sketch WHERE key = ? AND day = ? AND id = ?", places)
        self._moved += places

    def neighbours(self, place: Place) -> list[tuple[str, str]]:
        """The nearest under the same key, before and after: their IDs and fields."""
        return self._db.execute(
            "SELECT id, field FROM (SELECT id, field FROM sketch WHERE key = ?1 AND (day, id) < (?2, ?3) "
            f"ORDER BY day DESC, id DESC LIMIT {REACH}) UNION ALL "
            "SELECT id, field FROM (SELECT id, field FROM sketch WHERE key = ?1 AND (day, id) > (?2, ?3) "
            f"ORDER BY day, id LIMIT {REACH})",
            place,
        ).fetchall()

    def touch(self) -> None:
        """Note which grassroots unions have an innovation whose neighbours changed."""
        moved, self._moved = self._moved, []
        if len(moved) > _MANY:
            unions = {_ALL}
        else:
            unions = {i.rpartition("/")[0] for place in moved for i, _ in self.neighbours(place)}
        # No moment ever comes twice in the life of a store: parts that were made at one are known by it.
        moment = self._db.execute("SELECT ifnull(max(moment), 0) + 1 FROM touched").fetchone()[0]
        if _ALL in unions:
            self._db.execute("DELETE FROM touched")
        rows = [(union_id, moment) for union_id in sorted(unions)]
        self._db.executemany("INSERT OR REPLACE INTO touched VALUES (?, ?)", rows)

    def touched(self) -> Mapping[str, int]:
        """When the neighbours of each grassroots union last changed: a number that only grows."""
        found: dict[str, int] = dict(self._db.execute("SELECT union_, moment FROM touched"))
        return defaultdict(lambda: found.get(_ALL, 0), found)
