"""The keys by which innovations are near each other, and which innovations a change of them touches."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.related import REACH

Place = tuple[int, str, str]
# From so many changed places on, every innovation is taken as touched: cheaper than to look.
_MANY = 5000
_ALL = ""
_NEAREST = (
    "SELECT id, field FROM (SELECT id, field FROM sketch WHERE key = ?{key} AND (day, id) < (?1, ?2) "
    f"ORDER BY day DESC, id DESC LIMIT {REACH}) UNION ALL "
    "SELECT id, field FROM (SELECT id, field FROM sketch WHERE key = ?{key} AND (day, id) > (?1, ?2) "
    f"ORDER BY day, id LIMIT {REACH})"
)


class Sketches:
    """The table of keys, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        # None: everywhere.
        self._moved: list[Place] | None = []
        self._waiting = False

    def wait(self) -> None:
        """Add nothing until `fill`."""
        self._waiting = True

    def fill(self) -> None:
        """Add all published innovations at once, where there are none; every one is touched."""
        self._waiting = False
        self._db.execute(
            "INSERT OR IGNORE INTO sketch SELECT value, applied_on, entry.id, field "
            "FROM entry, json_each('[' || replace(keys, ' ', ',') || ']') WHERE published ORDER BY 1, 2, 3"
        )
        self._moved = None

    def put(self, keys: Iterable[int], day: str, entry_id: str, field: str) -> None:
        """Add a published innovation under its keys."""
        if self._waiting:
            return
        places = [(key, day, entry_id) for key in keys]
        rows = [(*place, field) for place in places]
        self._db.executemany("INSERT OR REPLACE INTO sketch VALUES (?, ?, ?, ?)", rows)
        self.move(places)

    def remove(self, keys: Iterable[int], day: str, entry_id: str) -> None:
        """Take an innovation out that is no longer published."""
        places = [(key, day, entry_id) for key in keys]
        self._db.executemany("DELETE FROM sketch WHERE key = ? AND day = ? AND id = ?", places)
        self.move(places)

    def move(self, places: Sequence[Place]) -> None:
        """Note places at which something that neighbours show changed."""
        if self._moved is not None:
            self._moved += places
            if len(self._moved) > _MANY:
                self._moved = None

    def neighbours(self, keys: Sequence[int], day: str, entry_id: str) -> list[tuple[str, str]]:
        """The nearest under each of the same keys, before and after: their IDs and fields."""
        # All in one question, as it is asked for every innovation.
        query = " UNION ALL ".join(_NEAREST.format(key=3 + place) for place in range(len(keys)))
        return self._db.execute(query, (day, entry_id, *keys)).fetchall()

    def touch(self) -> None:
        """Note which innovations have a neighbour that changed."""
        moved, self._moved = self._moved, []
        if moved is None:
            near = {_ALL}
        else:
            near = {i for key, day, moving in moved for i, _ in self.neighbours([key], day, moving)}
            near |= {entry_id for _, _, entry_id in moved}
        # No moment comes twice while any page is known: pages that were made at one are known by it.
        moment = self._db.execute("SELECT ifnull(max(moment), 0) + 1 FROM touched").fetchone()[0]
        if _ALL in near:
            self._db.execute("DELETE FROM touched")
        rows = [(entry_id, moment) for entry_id in sorted(near)]
        self._db.executemany("INSERT OR REPLACE INTO touched VALUES (?, ?)", rows)

    def begin_anew(self) -> None:
        """Forget when innovations were touched: for a site of which no page is known."""
        self._db.execute("DELETE FROM touched")

    def touched(self, anew: bool = False) -> Mapping[str, int]:
        """When an innovation's neighbours last changed, a number that only grows; a union's: its last.

        With `anew`, as after `begin_anew`: then it is the same in every store.
        """
        found: defaultdict[str, int] = defaultdict(int)
        if anew:
            return found
        for entry_id, moment in self._db.execute("SELECT id, moment FROM touched"):
            found[entry_id] = moment
            union_id = entry_id.rpartition("/")[0]
            found[union_id] = max(found[union_id], moment)
        everybody = found[_ALL]
        found.default_factory = lambda: everybody
        return found
