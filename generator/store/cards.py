"""Published innovations as lists show them, and how many are not published."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from generator.model import SourceFile
from generator.pages.page import Card
from generator.records import CONFIDENTIAL_MONTH
from generator.store.rows import Listed

_CARD_COLUMNS = "id, title, summary, kind, field, applied_on, benefit_vnd, confidential"
# Which column holds the key of a list's dimension.
_DIMENSIONS = {"loai": "kind", "linh-vuc": "field", "giai-doan": "phase"}


class Cards:
    """What lists show of the table of innovations, on the store's own connection."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def folder(self, grassroots: str) -> list[Listed]:
        """What is published of one grassroots union, in the order of IDs."""
        between = (f"{grassroots}/", f"{grassroots}0")
        more = self._db.execute(
            "SELECT digest, card, images FROM entry WHERE published AND id BETWEEN ? AND ? ORDER BY id",
            between,
        )
        cards = self._cards("id BETWEEN ? AND ? ORDER BY id", between)
        return [
            Listed(card, digest, shown, tuple(images.split()))
            for card, (digest, shown, images) in zip(cards, more, strict=True)
        ]

    def listed(self, dimension: str, key: str, month: str) -> list[Card]:
        """The cards of one list, newest first."""
        if month == CONFIDENTIAL_MONTH:
            query = "field = ? AND confidential ORDER BY id"
            return self._cards(query, (key,))
        if dimension == "don-vi":
            upper, _, phase = key.partition("/")
            return self._cards(
                "upper = ? AND phase = ? AND month = ? AND NOT confidential ORDER BY applied_on DESC, id",
                (upper, phase, month),
            )
        column = _DIMENSIONS[dimension]
        return self._cards(
            f"{column} = ? AND month = ? AND NOT confidential ORDER BY applied_on DESC, id", (key, month)
        )

    def of(self, ids: Sequence[str]) -> dict[str, Card]:
        """The cards of published innovations, by ID."""
        marks = ", ".join("?" * len(ids))
        return {card.id: card for card in self._cards(f"id IN ({marks})", tuple(ids))}

    def latest(self, limit: int, **where: str) -> list[Card]:
        """The newest cards where the columns (`kind`, `field`, `phase`, `upper`) have the given values."""
        conditions = "".join(f"{column} = ? AND " for column in where)
        # The month goes before the day so that an index gives them in this order.
        query = f"{conditions}NOT confidential ORDER BY month DESC, applied_on DESC, id LIMIT {limit}"
        return self._cards(query, tuple(where.values()))

    def waiting(self, faulty: Iterable[str]) -> int:
        """How many innovations are not published; those in `faulty` files (paths) may be in no table."""
        ids = {entry_id for (entry_id,) in self._db.execute("SELECT id FROM entry WHERE NOT published")}
        files = map(SourceFile, faulty)
        ids.update(file.entry_id for file in files if file.is_yaml and not file.is_union)
        return len(ids)

    def _cards(self, where: str, values: tuple[str, ...]) -> list[Card]:
        rows = self._db.execute(f"SELECT {_CARD_COLUMNS} FROM entry WHERE published AND {where}", values)
        return [
            Card(i, title, summary, kind, field, date.fromisoformat(day), benefit, bool(dark))
            for i, title, summary, kind, field, day, benefit, dark in rows
        ]
