"""How lists show innovations: with the words of their kind and field and the name of their unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.page import Card, Snapshot

# A page of figures shows this many newest innovations.
LATEST = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A card with its words. `tag` is the kind; the field where the kind is confidential."""

    card: Card
    tag: str
    unit: str
    unit_url: str


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month with the page that lists it."""

    month: str
    number: int
    url: str


def items(snapshot: Snapshot, cards: Sequence[Card], language: str) -> list[Item]:
    """`cards` in their order, ready for a list."""
    vocabularies = snapshot.programme.vocabularies
    kinds = {word.id: str(word.short_name[language]) for word in vocabularies["kinds"].values()}
    fields = {word.id: str(word.short_name[language]) for word in vocabularies["fields"].values()}
    unions = snapshot.unions
    found = []
    for card in cards:
        grassroots = card.grassroots_id
        tag = fields[card.field] if card.confidential else kinds[card.kind]
        url = f"don-vi/{grassroots}/index.html"
        found.append(Item(card, tag, unions[grassroots].short_name, url))
    return found


def month_links(folder: str, months: Mapping[str, int]) -> list[MonthLink]:
    """Links to the month lists in `folder`, newest first."""
    return [
        MonthLink(month, number, f"{folder}/{month}.html")
        for month, number in sorted(months.items(), reverse=True)
    ]
