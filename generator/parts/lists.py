"""One part per list: the innovations of one month of a kind, a field, a phase, or an upper union's phase."""

from collections.abc import Iterator

from generator.pages import terms
from generator.parts.desk import Desk, File
from generator.records import FOLDER


def plan(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every list: it depends on the cards in it, and on the names of unions."""
    base = desk.fingerprint(("month.html",), sorted(desk.union_digests.items()))
    for (dimension, key, month), (_, digest) in desk.lists.items():
        if dimension != FOLDER:
            yield f"{dimension}/{key}/{month}", f"{base}.{digest}"


def make(desk: Desk, name: str) -> Iterator[File]:
    """The pages of one list, in every language."""
    dimension, _, rest = name.partition("/")
    key, _, month = rest.rpartition("/")
    cards = desk.store.cards.listed(dimension, key, month)
    for language in desk.languages:
        yield from desk.drafts(terms.month_list(desk.snapshot, dimension, key, month, cards, language))
