"""What is known of the built site: each part's fingerprint, and each file that it wrote."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: the digest of its contents, and what it was made from, where that is known."""

    digest: bytes
    key: str | None = None


class Outputs:
    """The tables about the site, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def parts(self) -> dict[str, str]:
        """The fingerprint of each part of the site as it was last written."""
        return dict(self._db.execute("SELECT name, fingerprint FROM part"))

    def of(self, part: str) -> dict[str, Output]:
        """Each file that the part wrote, by path."""
        rows = self._db.execute("SELECT path, digest, key FROM output WHERE part = ?", (part,))
        return {path: Output(digest, key) for path, digest, key in rows}

    def is_there(self, path: str) -> bool:
        """Whether any part wrote the file."""
        return self._db.execute("SELECT 1 FROM output WHERE path = ?", (path,)).fetchone() is not None

    def tops(self) -> set[str]:
        """The names of files and folders at the top of the site."""
        found: set[str] = set()
        after = ""
        while row := self._db.execute("SELECT min(path) FROM output WHERE path > ?", (after,)).fetchone():
            if row[0] is None:
                break
            name, slash, _ = row[0].partition("/")
            found.add(name)
            # No path of a folder comes after its name and the character that follows the slash.
            after = f"{name}0" if slash else name
        return found

    def digests(self) -> dict[str, str]:
        """The digest of the contents of every file of the site, in hexadecimal digits, by path."""
        rows = self._db.execute("SELECT path, digest FROM output ORDER BY path")
        return {path: digest.hex() for path, digest in rows}

    def number(self) -> int:
        """How many files the site has."""
        return int(self._db.execute("SELECT count(*) FROM output").fetchone()[0])

    def put(self, name: str, fingerprint: str, outputs: Mapping[str, Output]) -> None:
        """Note what a part wrote. A path that another part claims raises sqlite3.IntegrityError."""
        self._db.execute("DELETE FROM output WHERE part = ?", (name,))
        self._db.execute("INSERT OR REPLACE INTO part VALUES (?, ?)", (name, fingerprint))
        self._db.executemany(
            "INSERT INTO output VALUES (?, ?, ?, ?)",
            ((path, name, output.digest, output.key) for path, output in outputs.items()),
        )

    def remove(self, name: str) -> None:
        self._db.execute("DELETE FROM output WHERE part = ?", (name,))
        self._db.execute("DELETE FROM part WHERE name = ?", (name,))

    def forget(self) -> None:
        """Drop what was learnt about the built site."""
        self._db.execute("DELETE FROM part")
        self._db.execute("DELETE FROM output")
