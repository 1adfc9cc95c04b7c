"""How programs find their way: sitemaps, robots.txt, the OpenSearch description of the search page.

Sitemaps and OpenSearch need whole addresses, so they exist only where the site's own is known.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.exports.xml import HEAD, escaped
from generator.model import Programme
from generator.pages.shell import ENTRIES

# The sitemap protocol allows no more addresses in one file.
MOST = 50_000
SITEMAP, ROBOTS, OPEN_SEARCH = "sitemap.xml", "robots.txt", "opensearch.xml"
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# OpenSearch allows names and descriptions of so many characters.
_SHORT, _LONG, _DESCRIPTION = 16, 48, 1024


def sitemap_paths(name: str, number: int) -> list[str]:
    """Where the sitemaps of `number` addresses are; `name` says whose addresses."""
    return [f"sitemap/{name}{f'-{n}' if n > 1 else ''}.xml" for n in range(1, -(-number // MOST) + 1)]


def sitemaps(site: str, name: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The sitemaps of some pages: path and contents of each."""
    for number, place in enumerate(sitemap_paths(name, len(paths))):
        found = paths[number * MOST : (number + 1) * MOST]
        lines = "".join(f"<url><loc>{escaped(site + path)}</loc></url>\n" for path in found)
        yield place, f"{HEAD}<urlset {_SITEMAPS}>\n{lines}</urlset>\n".encode()


def sitemap_index(site: str, places: Iterable[str]) -> bytes:
    """The index of all sitemaps."""
    lines = "".join(f"<sitemap><loc>{escaped(site + place)}</loc></sitemap>\n" for place in places)
    return f"{HEAD}<sitemapindex {_SITEMAPS}>\n{lines}</sitemapindex>\n".encode()


def robots(site: str) -> bytes:
    """robots.txt: everything may be read."""
    text = "User-agent: *\nDisallow:\n"
    return (f"{text}\nSitemap: {site}{SITEMAP}\n" if site else text).encode()


def open_search(programme: Programme) -> bytes:
    """The description by which browsers offer the site's search."""
    data = programme.data
    site, name = data["site_url"], data["site_name"]["vi"]
    short = name if len(name) <= _SHORT else name[: _SHORT + 1].rpartition(" ")[0] or name[:_SHORT]
    search, itself = f"{site}{ENTRIES}?q={{searchTerms}}", site + OPEN_SEARCH
    return (
        f'{HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escaped(short)}</ShortName>\n<LongName>{escaped(name[:_LONG])}</LongName>\n"
        f"<Description>{escaped(data['name']['vi'][:_DESCRIPTION])}</Description>\n"
        f'<Url type="text/html" template="{escaped(search)}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" template="{escaped(itself)}"/>\n'
        f'<Image type="image/svg+xml">{escaped(site)}assets/icon.svg</Image>\n'
        "<Language>vi</Language>\n<InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n"
    ).encode()
