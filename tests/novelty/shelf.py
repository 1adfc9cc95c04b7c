"""A shelf over SQLite with the table and the two statements that `generator.similarity` asks of a store."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from generator.similarity import SimilarText, fingerprint

TABLE = "CREATE TABLE similar (key INTEGER, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;"
REMOVE = "DELETE FROM similar WHERE key = ? AND entry = ?"
FREQUENCIES = (
    "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM similar WHERE key = value LIMIT :most + 1)) "
    "FROM json_each(:keys)"
)
HOLDERS = "SELECT similar.key, entry FROM json_each(:keys) JOIN similar ON similar.key = value"
_TEXTS = "CREATE TABLE entry (number INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT);"


class SqliteShelf:
    """Texts and their fingerprints in a database file, or in memory."""

    def __init__(self, path: str = ":memory:") -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript(_TEXTS + TABLE)

    def fill(self, texts: Sequence[SimilarText], fingerprints: Sequence[Sequence[int]]) -> None:
        """Put a whole catalogue into the empty shelf."""
        entries = [(number, text.id, _pack(text)) for number, text in enumerate(texts, 1)]
        self._db.executemany("INSERT INTO entry VALUES (?, ?, ?)", entries)
        rows = [(key, number) for number, keys in enumerate(fingerprints, 1) for key in keys]
        self._db.executemany("INSERT INTO similar VALUES (?, ?)", sorted(rows))
        self._db.commit()

    def close(self) -> None:
        self._db.close()

    def replace(self, text: SimilarText) -> None:
        """Add a text, or replace the one of the same ID."""
        self.remove(text.id)
        row = (text.id, _pack(text))
        number = self._db.execute("INSERT INTO entry (id, text) VALUES (?, ?)", row).lastrowid
        rows = [(key, number) for key in fingerprint(text)]
        self._db.executemany("INSERT INTO similar VALUES (?, ?)", rows)
        self._db.commit()

    def remove(self, text_id: str) -> None:
        row = self._db.execute("SELECT number, text FROM entry WHERE id = ?", (text_id,)).fetchone()
        if row:
            self._db.executemany(REMOVE, [(key, row[0]) for key in fingerprint(_unpack(text_id, row[1]))])
            self._db.execute("DELETE FROM entry WHERE number = ?", (row[0],))
        self._db.commit()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM entry").fetchone()[0])

    def frequencies(self, keys: Sequence[int], most: int) -> Mapping[int, int]:
        return dict(self._db.execute(FREQUENCIES, {"keys": json.dumps(keys), "most": most}))

    def holders(self, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
        rows = self._db.execute(HOLDERS, {"keys": json.dumps(keys)}).fetchall()
        ids = dict(self._db.execute(
            "SELECT number, id FROM entry WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({entry for _, entry in rows})),),
        ))  # fmt: skip
        return ((key, ids[entry]) for key, entry in rows)

    def texts(self, ids: Sequence[str]) -> Iterable[SimilarText]:
        rows = self._db.execute(
            "SELECT id, text FROM entry WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        return (_unpack(*row) for row in rows)


def _pack(text: SimilarText) -> str:
    return json.dumps([text.title, text.summary, text.novelty, text.description], ensure_ascii=False)


def _unpack(text_id: str, packed: str) -> SimilarText:
    return SimilarText(text_id, *json.loads(packed))
