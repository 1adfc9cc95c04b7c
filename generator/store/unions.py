"""The unions of a catalogue and the figures of the grassroots ones."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from generator.model import Union
from generator.records import FOLDER, content_digest
from generator.statistics import Measure
from generator.store.rows import dump_measure, load_measure

# Unions whose figures are kept at hand: more than most upper-level ones have below them.
_AT_HAND = 500


class Unions:
    """The table of unions, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> dict[str, Union]:
        """Every usable union by ID."""
        rows = self._db.execute("SELECT id, data FROM union_ ORDER BY id")
        return {union_id: Union.from_data(union_id, json.loads(data)) for union_id, data in rows}

    def one(self, union_id: str) -> Union:
        """A usable union."""
        (data,) = self._db.execute("SELECT data FROM union_ WHERE id = ?", (union_id,)).fetchone()
        return Union.from_data(union_id, json.loads(data))

    def digests(self) -> dict[str, str]:
        """The digest of each usable union's file."""
        return {i: digest.hex() for i, digest in self._db.execute("SELECT id, digest FROM union_")}

    def figure_digests(self) -> dict[str, str]:
        """Names the figures of each union that has any."""
        rows = self._db.execute("SELECT id, measure FROM union_ WHERE measure IS NOT NULL")
        return {union_id: content_digest(text.encode()).hex() for union_id, text in rows}

    def uncounted(self) -> list[str]:
        """Grassroots unions whose innovations are not the ones that were counted last."""
        rows = self._db.execute(
            "SELECT union_.id FROM union_ LEFT JOIN list ON dimension = ? AND key = union_.id AND month = '' "
            "WHERE union_.id LIKE '%/%' AND (counted IS NULL OR counted != ifnull(list.digest, 0)) "
            "ORDER BY union_.id",
            (FOLDER,),
        )
        return [union_id for (union_id,) in rows]

    def put_measure(self, union_id: str, measure: Measure) -> None:
        """Keep a grassroots union's figures, counted from what is published now."""
        self._db.execute(
            "UPDATE union_ SET measure = ?, counted = ifnull((SELECT digest FROM list "
            "WHERE dimension = ? AND key = union_.id AND month = ''), 0) WHERE id = ?",
            (dump_measure(measure), FOLDER, union_id),
        )

    def put_combined(self, union_id: str, measure: Measure, state: int) -> None:
        """Keep an upper-level union's figures; `state` names those that they were combined from."""
        self._db.execute(
            "UPDATE union_ SET measure = ?, counted = ? WHERE id = ?",
            (dump_measure(measure), state, union_id),
        )

    def counted(self) -> dict[str, tuple[int | None, bytes]]:
        """What each union's figures were counted from, and its file's digest, in the order of IDs."""
        rows = self._db.execute("SELECT id, counted, digest FROM union_ ORDER BY id")
        return {union_id: (counted, digest) for union_id, counted, digest in rows}

    def measures(self, shown: Callable[[str], object], upper: str | None = None) -> "Measures":
        """The figures of the unions that are `shown`; with `upper`, of the grassroots ones below it."""
        below, values = ("", ()) if upper is None else (" AND id BETWEEN ? AND ?", (f"{upper}/", f"{upper}0"))
        query = f"SELECT id, measure FROM union_ WHERE measure IS NOT NULL{below} ORDER BY id"
        rows = self._db.execute(query, values)
        return Measures({union_id: text for union_id, text in rows if shown(union_id)})


class Measures(Mapping[str, Measure]):
    """Figures by union, put together when they are asked for: few builds need all, and none at once."""

    def __init__(self, texts: Mapping[str, str], more: Mapping[str, Measure] | None = None) -> None:
        """`texts` are figures as the table has them; `more` are there already."""
        self._texts = texts
        self._more = more or {}
        self._load = lru_cache(maxsize=_AT_HAND)(load_measure)

    def joined(self, more: Mapping[str, Measure]) -> "Measures":
        """These and `more`."""
        return Measures(self._texts, {**self._more, **more})

    def __getitem__(self, union_id: str) -> Measure:
        found = self._more.get(union_id)
        return self._load(self._texts[union_id]) if found is None else found

    def __iter__(self) -> Iterator[str]:
        yield from self._texts
        yield from self._more

    def __len__(self) -> int:
        return len(self._texts) + len(self._more)
