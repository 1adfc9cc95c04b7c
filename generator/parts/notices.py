"""Small files by which others keep track of the catalogue, as parts: feeds, widgets, sitemaps and so on."""

from collections.abc import Iterator

from generator.exports import addresses, atom
from generator.pages import shell
from generator.pages.page import CITY
from generator.pages.widget import widget
from generator.parts.desk import Desk, File
from generator.parts.tables import in_order

# The sitemap of all pages but entries. No folder of submissions/ can have this name.
_PAGES = "_trang"
_TERMS = {"loai": "kinds", "linh-vuc": "fields"}
_FIXED = (
    "index.html", shell.ENTRIES, shell.UNIONS, shell.STATISTICS, shell.PHASES, shell.KINDS, shell.FIELDS,
    shell.COMPARE, shell.MONTHS, shell.OPEN_DATA,
)  # fmt: skip


def plan_feeds(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for the feed of the whole and of each upper-level union: it depends on what is listed there."""
    lists: dict[str, list[tuple[str, str, int]]] = {owner: [] for owner in (CITY, *desk.grassroots)}
    for (dimension, key, month), (_, digest) in desk.lists.items():
        upper = key.partition("/")[0]
        if dimension == "don-vi" and upper in lists:
            for owner in (CITY, upper):
                lists[owner].append((key, month, digest))
    for owner, found in lists.items():
        below = desk.grassroots[owner] if owner else sorted(desk.snapshot.unions)
        names = [(u, desk.union_digests[u]) for u in (*below, *([owner] if owner else ()))]
        yield owner or atom.WHOLE_FEED, desk.fingerprint((), sorted(found), names)


def make_feed(desk: Desk, name: str) -> Iterator[File]:
    """The feed of the whole, or of an upper-level union."""
    unions = desk.snapshot.unions
    if name == atom.WHOLE_FEED:
        yield atom.WHOLE_FEED, atom.feed(desk.programme, unions, desk.store.cards.latest(atom.NEWEST))
    else:
        cards = desk.store.cards.latest(atom.NEWEST, upper=name)
        yield atom.feed_path(name), atom.feed(desk.programme, unions, cards, unions[name])


def plan_widgets(desk: Desk) -> Iterator[tuple[str, str]]:
    """One part: a widget is small, and its pace depends on the day."""
    yield "all", desk.fingerprint(("widget.html",), desk.uppers)


def make_widgets(desk: Desk, name: str) -> Iterator[File]:
    """The widgets of the whole and of the upper-level unions."""
    yield from desk.render(widget(desk.snapshot, union_id) for union_id in (CITY, *desk.grassroots))


def plan_addresses(desk: Desk) -> Iterator[tuple[str, str]]:
    """What tells programs which pages there are: a part for each sitemap, and one for the rest."""
    numbers = []
    for upper in _listed(desk):
        ids = desk.store.ids(upper)
        numbers.append((upper, len(ids)))
        yield upper, desk.fingerprint((), ids)
    pages = _pages(desk)
    if pages:
        yield _PAGES, desk.fingerprint((), pages)
    yield addresses.ROBOTS, desk.fingerprint((), numbers, len(pages))


def make_addresses(desk: Desk, name: str) -> Iterator[File]:
    """The sitemaps of a union's entries or of the other pages; or the files that name the sitemaps."""
    site = _site(desk)
    if name == addresses.ROBOTS:
        yield addresses.ROBOTS, addresses.robots(site)
        if site:
            yield addresses.OPEN_SEARCH, addresses.open_search(desk.programme)
            places = addresses.sitemap_paths(_PAGES, len(_pages(desk)))
            for upper in _listed(desk):
                places += addresses.sitemap_paths(upper, len(desk.store.ids(upper)))
            yield addresses.SITEMAP, addresses.sitemap_index(site, places)
    elif name == _PAGES:
        yield from addresses.sitemaps(site, name, _pages(desk))
    else:
        paths = [f"sang-kien/{entry_id}.html" for entry_id in desk.store.ids(name)]
        yield from addresses.sitemaps(site, name, paths)


def _site(desk: Desk) -> str:
    return str(desk.programme.data["site_url"])


def _listed(desk: Desk) -> list[str]:
    """The upper-level unions whose innovations sitemaps name; none where the site's address is not known."""
    return in_order(desk.grassroots) if _site(desk) else []


def _pages(desk: Desk) -> list[str]:
    """Every page but entries and lists by month, in every language; none without the site's address."""
    if not _site(desk):
        return []
    paths = list(_FIXED)
    for union_id in in_order(desk.snapshot.unions):
        paths.append(f"don-vi/{union_id}/index.html")
        if union_id in desk.grassroots:
            paths += [f"don-vi/{union_id}/{phase.id}.html" for phase in desk.programme.phases]
    paths += [f"giai-doan/{phase.id}/index.html" for phase in desk.programme.phases]
    for folder, vocabulary in _TERMS.items():
        paths += [f"{folder}/{word}/index.html" for word in desk.programme.vocabularies[vocabulary]]
    return [shell.localised(path, language) for language in desk.languages for path in paths] + _guides(desk)


def _guides(desk: Desk) -> list[str]:
    """The guides' pages, as MkDocs makes them of their files."""
    folder = desk.repository.guides
    files = [path.relative_to(folder).with_suffix("") for path in sorted(folder.rglob("*.md"))]
    found = [(path.parent if path.name == "index" else path) / "index.html" for path in files]
    return [path.as_posix() for path in found if shell.language_of(path.as_posix()) in desk.languages]
