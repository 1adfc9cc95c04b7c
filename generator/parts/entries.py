"""One part per grassroots union: its page, and its innovations' pages."""

from collections.abc import Iterator
from functools import partial

from generator.model import SUBMISSIONS, Innovation
from generator.pages import entry, terms, unions
from generator.pages.page import Card, Page, Past
from generator.parts.desk import Desk, Draft, File
from generator.photos import dimensions
from generator.records import CONFIDENTIAL_MONTH, fingerprint
from generator.store.rows import Listed

# A grassroots union with more innovations than this shows its newest and lists the rest by month.
LONG = 60


def plan(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every grassroots union: it depends on its folder and commits, the unions' files, the day."""
    pasts = desk.store.chronicle.digests()
    for below in desk.grassroots.values():
        for union_id in below:
            state = (desk.day, desk.folder(union_id), desk.touched[union_id], pasts.get(union_id, 0))
            yield union_id, fingerprint(_names(desk, union_id), state)


def make(desk: Desk, union_id: str) -> Iterator[File]:
    """The files of one grassroots union."""
    listed = sorted(desk.store.cards.folder(union_id), key=_newest_first)
    names = _names(desk, union_id)
    pages = _union_pages(desk, union_id, [item.card for item in listed])
    yield from desk.drafts(pages, names, desk.day, desk.folder(union_id))
    pasts = desk.store.chronicle.of(union_id)
    for previous, item, following in zip([None, *listed], listed, [*listed[1:], None], strict=False):
        around = [neighbour and neighbour.shown for neighbour in (previous, following)]
        past = pasts.get(item.card.name)
        # A photo shows in the sizes that the page gives it.
        photos = desk.folder(union_id) if item.images else 0
        key = fingerprint(names, item.digest, around, desk.touched[item.card.id], past, photos)
        before, after = previous.card if previous else None, following.card if following else None
        yield item.card.url, Draft(key, partial(_entry_page, desk, item.card.id, before, after, past))


def _names(desk: Desk, union_id: str) -> str:
    """What all pages of a union's folder depend on: templates, and the files of the unions named there."""
    successor = desk.snapshot.unions[union_id].successor or ""
    digests = [desk.union_digests.get(u, "") for u in (union_id.partition("/")[0], union_id, successor)]
    return ".".join((desk.folder_templates, *digests))


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


def _entry_page(
    desk: Desk, entry_id: str, previous: Card | None, following: Card | None, past: Past | None
) -> bytes:
    innovation = desk.store.innovation(entry_id)
    related = desk.store.related(entry_id, innovation.field)
    sizes = {} if innovation.confidential else _sizes(desk, innovation)
    page = entry.entry(desk.snapshot, innovation, previous, following, related, sizes, past)
    html = desk.templates.render(page).encode()
    if len(html) > entry.HEAVIEST:
        page = entry.lightened(page, len(html) - entry.HEAVIEST)
        html = desk.templates.render(page).encode()
    return html


def _sizes(desk: Desk, innovation: Innovation) -> dict[str, tuple[int, int]]:
    """Width and height of each photo in pixels."""
    found = {
        i["file"]: dimensions(desk.repository.read(f"{SUBMISSIONS}{innovation.grassroots_id}/{i['file']}"))
        for i in innovation.images
    }
    return {file: size for file, size in found.items() if size is not None}


def _newest_first(item: Listed) -> tuple[bool, int, str]:
    """Confidential innovations stand last and by name, so that their place does not tell their date."""
    card = item.card
    if card.confidential:
        return True, 0, card.id
    return False, -card.applied_on.toordinal(), card.id
