"""The prepared index of `similarity`: which innovation keeps which keys. A shelf of earlier texts."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Innovation
from generator.similarity import SimilarText


class Likenesses:
    """The tables of keys, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def stale(self) -> list[str]:
        """Published innovations whose keys are not those of their text, in the order of their IDs."""
        rows = self._db.execute(
            "SELECT entry.id FROM entry LEFT JOIN likened ON likened.id = entry.id "
            "WHERE published AND (likened.digest IS NULL OR likened.digest != entry.digest) ORDER BY entry.id"
        )
        return [entry_id for (entry_id,) in rows]

    def gone(self) -> list[str]:
        """Innovations with keys that are published no more."""
        rows = self._db.execute(
            "SELECT id FROM likened WHERE id NOT IN (SELECT id FROM entry WHERE published) ORDER BY id"
        )
        return [entry_id for (entry_id,) in rows]

    def everything(self) -> list[str]:
        """Every innovation with keys."""
        return [entry_id for (entry_id,) in self._db.execute("SELECT id FROM likened ORDER BY id")]

    def put(self, keys: Mapping[str, Sequence[int]]) -> None:
        """Keep the keys of these innovations in place of earlier ones."""
        self.remove(keys)
        numbers = {}
        for entry_id in keys:
            cursor = self._db.execute(
                "INSERT INTO likened (id, digest, keys) SELECT id, digest, ?2 FROM entry WHERE id = ?1",
                (entry_id, json.dumps(keys[entry_id])),
            )
            numbers[entry_id] = cursor.lastrowid
        rows = sorted((key, numbers[entry_id]) for entry_id, own in keys.items() for key in own)
        self._db.executemany("INSERT INTO similar VALUES (?, ?)", rows)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget the keys of these innovations."""
        for entry_id in ids:
            row = self._db.execute("SELECT entry, keys FROM likened WHERE id = ?", (entry_id,)).fetchone()
            if row is not None:
                pairs = [(key, row[0]) for key in json.loads(row[1])]
                self._db.executemany("DELETE FROM similar WHERE key = ? AND entry = ?", pairs)
                self._db.execute("DELETE FROM likened WHERE entry = ?", (row[0],))

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM likened").fetchone()[0])

    def frequencies(self, keys: Sequence[int], most: int) -> Mapping[int, int]:
        """How many innovations keep each key; counting stops above `most`."""
        rows = self._db.execute(
            "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM similar WHERE key = value LIMIT ?2 + 1)) "
            "FROM json_each(?1)",
            (json.dumps(list(keys)), most),
        )
        return {key: count for key, count in rows if count}

    def holders(self, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
        """(key, ID of an innovation that keeps it)."""
        return self._db.execute(
            "SELECT similar.key, likened.id FROM json_each(?) JOIN similar ON similar.key = value "
            "JOIN likened ON likened.entry = similar.entry",
            (json.dumps(list(keys)),),
        )

    def texts(self, ids: Sequence[str]) -> Iterable[SimilarText]:
        """The texts of these innovations."""
        rows = self._db.execute(
            "SELECT id, data FROM content WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return [SimilarText.of(Innovation.from_data(entry_id, json.loads(data))) for entry_id, data in rows]
