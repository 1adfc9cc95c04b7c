"""One part per picture that stands for a page where its address is shared: it depends on what it says."""

from collections.abc import Iterator
from dataclasses import astuple

from generator.pages.sharing import cards
from generator.parts.desk import Desk, File
from generator.pictures.card import Artist
from generator.records import content_digest

_FONTS = ("bvp-latin-600.woff2", "bvp-vietnamese-600.woff2")


def plan(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every picture, named by its path."""
    fonts = [content_digest(font).hex() for font in _fonts(desk)]
    for language in desk.languages:
        for path, card in cards(desk.snapshot, language):
            yield path, desk.fingerprint((), fonts, astuple(card))


def make(desk: Desk, path: str) -> Iterator[File]:
    """One picture."""
    artist = Artist(*_fonts(desk))
    for language in desk.languages:
        found = dict(cards(desk.snapshot, language)).get(path)
        if found is not None:
            yield path, artist.draw(found)


def _fonts(desk: Desk) -> list[bytes]:
    """The theme's fonts for Latin letters and for those that Vietnamese adds."""
    folder = desk.repository.theme / "assets" / "fonts"
    return [(folder / name).read_bytes() for name in _FONTS]
