"""What is known of the built site: each part's fingerprint, and the digest of each file that it wrote."""

import sqlite3
from collections.abc import Mapping


class Outputs:
    """The tables about the site, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def parts(self) -> dict[str, str]:
        """The fingerprint of each part of the site as it was last written."""
        return dict(self._db.execute("SELECT name, fingerprint FROM part"))

    def of(self, part: str) -> dict[str, bytes]:
        """The digest of each file that the part wrote, by path."""
        return dict(self._db.execute("SELECT path, digest FROM output WHERE part = ?", (part,)))

    def everything(self) -> dict[str, bytes]:
        """The digest of every file of the site, by path."""
        return dict(self._db.execute("SELECT path, digest FROM output"))

    def put(self, name: str, fingerprint: str, outputs: Mapping[str, bytes]) -> None:
        """Note what a part wrote. A path that another part claims raises sqlite3.IntegrityError."""
        self._db.execute("DELETE FROM output WHERE part = ?", (name,))
        self._db.execute("INSERT OR REPLACE INTO part VALUES (?, ?)", (name, fingerprint))
        self._db.executemany(
            "INSERT INTO output VALUES (?, ?, ?)", ((path, name, digest) for path, digest in outputs.items())
        )

    def remove(self, name: str) -> None:
        self._db.execute("DELETE FROM output WHERE part = ?", (name,))
        self._db.execute("DELETE FROM part WHERE name = ?", (name,))

    def forget(self) -> None:
        """Drop what was learnt about the built site."""
        self._db.execute("DELETE FROM part")
        self._db.execute("DELETE FROM output")
