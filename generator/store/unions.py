"""The unions of a catalogue and the figures of the grassroots ones."""

import json
import sqlite3
from dataclasses import asdict

from generator.model import Union
from generator.records import FOLDER
from generator.statistics import Measure
from generator.store.rows import load_measure


class Unions:
    """The table of unions, on the store's own connection and within its transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> dict[str, Union]:
        """Every usable union by ID."""
        rows = self._db.execute("SELECT id, data FROM union_ ORDER BY id")
        return {union_id: Union.from_data(union_id, json.loads(data)) for union_id, data in rows}

    def digests(self) -> dict[str, str]:
        """The digest of each usable union's file."""
        return {i: digest.hex() for i, digest in self._db.execute("SELECT id, digest FROM union_")}

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
            (json.dumps(asdict(measure)), FOLDER, union_id),
        )

    def measures(self) -> dict[str, Measure]:
        """The figures of every grassroots union."""
        rows = self._db.execute("SELECT id, measure FROM union_ WHERE measure IS NOT NULL ORDER BY id")
        return {union_id: load_measure(text) for union_id, text in rows}
