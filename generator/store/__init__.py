"""What is known of a catalogue between runs, in SQLite: files, findings, innovations, figures, outputs.

The only doorway to sqlite3. Everything here can be computed again from the files; losing the store
costs time, never content. Rows hold plain data: what it means belongs to the rooms that use it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple
from pathlib import Path
from typing import TextIO

from generator.catalogue import EntryFacts
from generator.findings import Finding
from generator.model import SUBMISSIONS, Innovation
from generator.pages.page import Card
from generator.records import FileRecord, ListKey, changes, listed
from generator.related import choose
from generator.store.cards import Cards
from generator.store.chronicle import Chronicle
from generator.store.connection import for_reading, for_writing, is_current, transaction
from generator.store.likenesses import Likenesses
from generator.store.outputs import Outputs
from generator.store.rows import dump_findings, entry_row, is_photo, load_findings, photo
from generator.store.sketches import Sketches
from generator.store.tables import INDEXES
from generator.store.unions import Unions

_ENTRY_COLUMNS = (
    "id, grassroots, upper, kind, field, phase, applied_on, month, confidential, newest, title, summary, "
    "benefit_vnd, images, keys, digest, card"
)
_LISTED_COLUMNS = "grassroots, upper, kind, field, phase, month, confidential, digest, card"


class Store:
    """One catalogue's store. Changes happen within `transaction()`."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open the store at `path` when it is its turn; one of another format is replaced by an empty one."""
        self.path = path
        self._turn: TextIO | None = None
        if read_only:
            self._db = for_reading(path)
        else:
            self._db, self._turn = for_writing(path)
        self.unions = Unions(self._db)
        self.cards = Cards(self._db)
        self.sketches = Sketches(self._db)
        self.likenesses = Likenesses(self._db)
        self.outputs = Outputs(self._db)
        self.chronicle = Chronicle(self._db)

    @staticmethod
    def is_there(path: Path) -> bool:
        """Whether there is a store of today's format at `path`."""
        return path.exists() and is_current(path)

    def close(self) -> None:
        """Close the store; everything in it is on disk."""
        self._db.close()
        if self._turn is not None:
            self._turn.close()

    def copy(self, target: Path) -> None:
        """Write all that is in the store to a new file, which readers on other machines can open as well.

        The store itself, whose writer and readers share memory, they cannot.
        """
        self._db.execute("VACUUM INTO ?", (str(target),))

    def transaction(self) -> AbstractContextManager[None]:
        """All that is changed inside is kept, or, after an error, nothing of it."""
        return transaction(self._db)

    # --- words by name

    def get(self, key: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # --- files

    def known_files(self) -> dict[str, tuple[str, bytes]]:
        """Signature and digest of every file, by path."""
        return {p: (s, d) for p, s, d in self._db.execute("SELECT path, signature, digest FROM file")}

    def begin_anew(self) -> None:
        """Forget what was learnt from files; outputs stay known. What comes is put in order by `arrange`."""
        for table in ("file", "crossing", "union_", "entry", "content", "list", "sketch", "history"):
            self._db.execute(f"DELETE FROM {table}")
        for name in INDEXES:
            self._db.execute(f"DROP INDEX {name}")
        self.sketches.wait()

    def arrange(self) -> None:
        """After `begin_anew`: make what finds innovations at once, as one by one takes much longer."""
        for name, what in INDEXES.items():
            self._db.execute(f"CREATE INDEX {name} ON {what}")
        self.sketches.fill()

    def put_files(self, records: Sequence[FileRecord], signatures: Mapping[str, str]) -> None:
        """Keep `records` in place of what was known of their paths."""
        self._forget([record.file.path for record in records])
        self._db.executemany(
            "INSERT INTO file VALUES (?, ?, ?, ?)",
            ((r.file.path, signatures[r.file.path], r.digest, dump_findings(r.findings)) for r in records),
        )
        self._db.executemany(
            "INSERT INTO union_ (id, upper, data, digest) VALUES (?, ?, ?, ?)",
            (astuple(r.union) for r in records if r.union is not None),
        )
        entries = [r.entry for r in records if r.entry is not None]
        self._db.executemany(
            f"INSERT INTO entry ({_ENTRY_COLUMNS}) VALUES ({', '.join('?' * 17)})", map(entry_row, entries)
        )
        self._db.executemany("INSERT INTO content VALUES (?, ?)", ((e.id, e.data) for e in entries))
        for record in records:
            if record.union is not None:
                self._touch_folder(record.union.id)
        for entry in entries:
            self.sketches.put(entry.keys, entry.applied_on, entry.id, entry.field)
        plus = [row for entry in entries for row in entry.lists]
        plus += [photo(r.file.path, r.digest) for r in records if is_photo(r.file.path)]
        self._change_lists(changes((), plus))

    def put_signatures(self, signatures: Mapping[str, str]) -> None:
        """Note new signatures of files whose contents stayed the same."""
        self._db.executemany(
            "UPDATE file SET signature = ? WHERE path = ?", ((s, p) for p, s in signatures.items())
        )

    def remove_files(self, paths: Iterable[str]) -> None:
        """Forget files that are gone."""
        self._forget(list(paths))

    def _forget(self, paths: Sequence[str]) -> None:
        photos = []
        for path in paths:
            row = self._db.execute("SELECT digest FROM file WHERE path = ?", (path,)).fetchone()
            if row is None:
                continue
            if is_photo(path):
                photos.append(photo(path, row[0]))
            self._db.execute("DELETE FROM file WHERE path = ?", (path,))
            if path.endswith("/union.yml"):
                union_id = path[len(SUBMISSIONS) : -len("/union.yml")]
                self._db.execute("DELETE FROM union_ WHERE id = ?", (union_id,))
            elif path.endswith(".yml"):
                entry = (path[len(SUBMISSIONS) : -len(".yml")],)
                self._withdraw([entry[0]])
                self._db.execute("DELETE FROM entry WHERE id = ?", entry)
                self._db.execute("DELETE FROM content WHERE id = ?", entry)
        self._change_lists(changes(photos, ()))

    # --- findings

    def own_findings(self) -> list[Finding]:
        """What files say about themselves, ordered."""
        rows = self._db.execute("SELECT findings FROM file WHERE findings IS NOT NULL ORDER BY path")
        return [finding for (text,) in rows for finding in load_findings(text)]

    def crossing_findings(self) -> list[Finding]:
        """What rules across files found, ordered."""
        rows = self._db.execute("SELECT finding FROM crossing ORDER BY rowid")
        return [finding for (text,) in rows for finding in load_findings(text)]

    def put_crossing(self, findings: Sequence[Finding]) -> None:
        """Keep `findings` in place of the earlier ones of rules across files."""
        self._db.execute("DELETE FROM crossing")
        self._db.executemany(
            "INSERT INTO crossing VALUES (?, ?)", ((f.path, dump_findings([f])) for f in findings)
        )

    # --- what is published

    def entry_facts(self) -> dict[str, EntryFacts]:
        """What other files depend on of each usable innovation, by the path of its file."""
        rows = self._db.execute("SELECT id, applied_on, images FROM entry")
        # A day is kept once, as there are a few thousand of them and perhaps a million innovations.
        days: dict[str, str] = {}
        return {
            f"{SUBMISSIONS}{i}.yml": EntryFacts(days.setdefault(day, day), tuple(images.split()))
            for i, day, images in rows
        }

    def stays(self, record: FileRecord) -> bool:
        """Whether other files see in `record` what they saw in its file: an innovation, published."""
        entry = record.entry
        if entry is None or any(finding.severity == "error" for finding in record.findings):
            return False
        row = self._db.execute(
            "SELECT applied_on, images FROM entry WHERE published AND id = ? "
            "AND NOT EXISTS (SELECT 1 FROM crossing WHERE path = ?)",
            (entry.id, record.file.path),
        ).fetchone()
        return bool(row == (entry.applied_on, " ".join(entry.images)))

    def settle(self, held: Iterable[str]) -> None:
        """Publish every usable innovation but those in `held` (IDs)."""
        held = set(held)
        unpublished = {i for (i,) in self._db.execute("SELECT id FROM entry WHERE NOT published")}
        self._withdraw(sorted(held - unpublished))
        freed = sorted(unpublished - held)
        plus: list[tuple[ListKey, int]] = []
        for entry_id in freed:
            row = self._db.execute(
                f"SELECT {_LISTED_COLUMNS} FROM entry WHERE id = ?", (entry_id,)
            ).fetchone()
            plus += listed(*row)
            self._db.execute("UPDATE entry SET published = 1 WHERE id = ?", (entry_id,))
            self.sketches.put(*self._keys(entry_id), row[3])
        self._change_lists(changes((), plus))

    def _withdraw(self, ids: Iterable[str]) -> None:
        minus: list[tuple[ListKey, int]] = []
        for entry_id in ids:
            query = f"SELECT {_LISTED_COLUMNS} FROM entry WHERE id = ? AND published"
            row = self._db.execute(query, (entry_id,)).fetchone()
            if row is not None:
                minus += listed(*row)
                self._db.execute("UPDATE entry SET published = 0 WHERE id = ?", (entry_id,))
                self.sketches.remove(*self._keys(entry_id))
        self._change_lists(changes(minus, ()))

    def _touch_folder(self, union_id: str) -> None:
        """Note that what is told of a union changed: the neighbours of its innovations name it."""
        rows = self._db.execute(
            "SELECT keys, applied_on, id FROM entry WHERE published AND id BETWEEN ? AND ?",
            (f"{union_id}/", f"{union_id}0"),
        )
        for keys, day, entry_id in rows:
            self.sketches.move([(int(key), day, entry_id) for key in keys.split()])

    def _keys(self, entry_id: str) -> tuple[list[int], str, str]:
        row = self._db.execute("SELECT keys, applied_on FROM entry WHERE id = ?", (entry_id,)).fetchone()
        return [int(key) for key in row[0].split()], row[1], entry_id

    def photos(self, union_id: str | None = None) -> dict[str, list[tuple[str, str]]]:
        """The photos that are shown, of one grassroots union or of each: file and digest, in their order."""
        one = "" if union_id is None else " AND grassroots = ?"
        rows = self._db.execute(
            "SELECT DISTINCT grassroots, images FROM entry "
            f"WHERE published AND NOT confidential AND images != ''{one} ORDER BY grassroots",
            () if union_id is None else (union_id,),
        )
        files: dict[str, set[str]] = {}
        for grassroots, images in rows:
            files.setdefault(grassroots, set()).update(images.split())
        digest = "SELECT hex(digest) FROM file WHERE path = ?"
        return {
            grassroots: [
                (file, str(self._db.execute(digest, (f"{SUBMISSIONS}{grassroots}/{file}",)).fetchone()[0]))
                for file in sorted(found)
            ]
            for grassroots, found in files.items()
        }

    def related(self, entry_id: str, field: str) -> list[Card]:
        """The published innovations nearest to a published one, nearest first."""
        near = self.sketches.neighbours(*self._keys(entry_id))
        chosen = choose((i, its_field == field) for i, its_field in near)
        cards = self.cards.of(chosen)
        return [cards[i] for i in chosen]

    def _change_lists(self, deltas: Mapping[ListKey, tuple[int, int]]) -> None:
        for key, (number, digest) in deltas.items():
            row = self._db.execute(
                "SELECT number, digest FROM list WHERE dimension = ? AND key = ? AND month = ?", key
            ).fetchone()
            old_number, old_digest = row or (0, 0)
            self._db.execute(
                "INSERT OR REPLACE INTO list VALUES (?, ?, ?, ?, ?)",
                (*key, old_number + number, old_digest ^ digest),
            )

    def lists(self) -> dict[ListKey, tuple[int, int]]:
        """Number and digest of every list that is not empty."""
        rows = self._db.execute("SELECT * FROM list WHERE number > 0 OR digest != 0")
        return {(dimension, key, month): (number, digest) for dimension, key, month, number, digest in rows}

    def newest(self) -> str | None:
        """The latest date in any published innovation."""
        return self._db.execute("SELECT max(newest) FROM entry WHERE published").fetchone()[0]  # type: ignore[no-any-return]

    def innovations(self, grassroots: str) -> list[Innovation]:
        """The published innovations of one grassroots union, in the order of their IDs."""
        # Every ID of the union lies between these two: `0` follows `/`.
        return self.innovations_between(f"{grassroots}/", f"{grassroots}0")

    def digests(self) -> Iterator[tuple[str, int]]:
        """The ID and digest of every published innovation, in the order of their IDs."""
        return self._db.execute("SELECT id, digest FROM entry WHERE published ORDER BY id")

    def ids(self, upper: str) -> list[str]:
        """The IDs of the published innovations below an upper-level union, in their order."""
        query = "SELECT id FROM entry WHERE published AND id BETWEEN ? AND ? ORDER BY id"
        return [entry_id for (entry_id,) in self._db.execute(query, (f"{upper}/", f"{upper}0"))]

    def innovations_between(self, first: str, last: str) -> list[Innovation]:
        """The published innovations whose IDs lie between the two, which may be among them."""
        rows = self._db.execute(
            "SELECT id, data FROM content WHERE id BETWEEN ?1 AND ?2 "
            "AND id IN (SELECT id FROM entry WHERE published AND id BETWEEN ?1 AND ?2) ORDER BY id",
            (first, last),
        )
        return [Innovation.from_data(entry_id, json.loads(data)) for entry_id, data in rows]

    def innovation(self, entry_id: str) -> Innovation:
        """A published innovation."""
        (found,) = self.innovations_between(entry_id, entry_id)
        return found
