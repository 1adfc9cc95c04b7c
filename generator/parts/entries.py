"""One part per grassroots union: its page, and its innovations' pages."""

from collections.abc import Iterator

from generator.model import SUBMISSIONS, Innovation
from generator.pages import entry, terms, unions
from generator.pages.cards import card_of
from generator.pages.page import Card, Page
from generator.parts.desk import Desk, File
from generator.photos import dimensions
from generator.records import CONFIDENTIAL_MONTH

# A grassroots union with more innovations than this shows its newest and lists the rest by month.
LONG = 60


def plan(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every grassroots union: it depends on its folder and commits, the unions' files, the day."""
    base = desk.fingerprint(("entry.html", "grassroots.html", "month.html"), desk.day)
    pasts = desk.store.chronicle.digests()
    for upper, below in desk.grassroots.items():
        for union_id in below:
            successor = desk.snapshot.unions[union_id].successor or ""
            digests = [desk.union_digests.get(u, "") for u in (upper, union_id, successor)]
            state = f"{desk.folder(union_id)}.{desk.touched[union_id]}.{pasts.get(union_id, 0)}"
            yield union_id, f"{base}.{state}.{'.'.join(digests)}"


def make(desk: Desk, union_id: str) -> Iterator[File]:
    """The files of one grassroots union."""
    innovations = sorted(desk.store.innovations(union_id), key=_newest_first)
    cards = [card_of(innovation) for innovation in innovations]
    yield from desk.render(_union_pages(desk, union_id, cards))
    yield from _entry_pages(desk, union_id, innovations, cards)


def _union_pages(desk: Desk, union_id: str, cards: list[Card]) -> Iterator[Page]:
    months: dict[str, list[Card]] = {}
    if len(cards) > LONG:
        for card in cards:
            month = CONFIDENTIAL_MONTH if card.confidential else f"{card.applied_on:%Y-%m}"
            months.setdefault(month, []).append(card)
    shown = cards if not months else cards[: LONG // 2]
    numbers = {month: len(found) for month, found in months.items()}
    for language in desk.languages:
        yield unions.grassroots(desk.snapshot, union_id, shown, numbers, language)
        for month, found in months.items():
            yield from terms.month_list(desk.snapshot, "don-vi", union_id, month, found, language)


def _entry_pages(
    desk: Desk, union_id: str, innovations: list[Innovation], cards: list[Card]
) -> Iterator[File]:
    pasts = desk.store.chronicle.of(union_id)
    for number, innovation in enumerate(innovations):
        previous = cards[number - 1] if number else None
        following = cards[number + 1] if number + 1 < len(cards) else None
        related = desk.store.related(innovation.id, innovation.field)
        sizes = {} if innovation.confidential else _sizes(desk, union_id, innovation)
        past = pasts.get(cards[number].name)
        page = entry.entry(desk.snapshot, innovation, previous, following, related, sizes, past)
        html = desk.templates.render(page).encode()
        if len(html) > entry.HEAVIEST:
            page = entry.lightened(page, len(html) - entry.HEAVIEST)
            html = desk.templates.render(page).encode()
        yield page.path, html


def _sizes(desk: Desk, union_id: str, innovation: Innovation) -> dict[str, tuple[int, int]]:
    """Width and height of each photo in pixels."""
    found = {
        i["file"]: dimensions(desk.repository.read(f"{SUBMISSIONS}{union_id}/{i['file']}"))
        for i in innovation.images
    }
    return {file: size for file, size in found.items() if size is not None}


def _newest_first(innovation: Innovation) -> tuple[bool, int, str]:
    """Confidential innovations stand last and by name, so that their place does not tell their date."""
    if innovation.confidential:
        return True, 0, innovation.id
    return False, -innovation.applied_on.toordinal(), innovation.id
