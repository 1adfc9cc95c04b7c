"""How lists show innovations: with the words of their kind and field and the name of their unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Innovation
from generator.pages.page import Card, Snapshot
from generator.records import CONFIDENTIAL_MONTH

# A page of figures shows this many newest innovations.
LATEST = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A card with its words. `tag` is the kind; the field where the kind is confidential."""

    card: Card
    tag: str
    unit: str
    unit_url: str


def card_of(innovation: Innovation) -> Card:
    """The card of an innovation."""
    return Card(
        innovation.id, innovation.title, innovation.summary, innovation.kind, innovation.field,
        innovation.applied_on, innovation.benefit_vnd, innovation.confidential,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month with the page that lists it; confidential innovations have one list without a month."""

    month: str
    number: int
    url: str

    @property
    def dated(self) -> bool:
        return self.month != CONFIDENTIAL_MONTH


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
    newest_first = sorted(
        months.items(), key=lambda item: (item[0] != CONFIDENTIAL_MONTH, item[0]), reverse=True
    )
    return [MonthLink(month, number, f"{folder}/{month}.html") for month, number in newest_first]
