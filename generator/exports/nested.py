"""JSON that tells of every union, in pieces: the grassroots unions within the upper-level ones.

A piece that tells of one grassroots union bears its name, so that it can be kept while that stays the same.
What is told of a union is the business of each format.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.exports import compact
from generator.pages.page import Snapshot

# The grassroots union that a piece tells of, empty where it is about others; and what makes the piece.
Piece = tuple[str, Callable[[], bytes]]
_About = Callable[[str], Mapping[str, Any]]


def pieces(
    snapshot: Snapshot, before: Mapping[str, Any], upper: _About, grassroots: _About
) -> Iterator[Piece]:
    """The fields of `before`, then `unions` by name: `upper` tells of each, `grassroots` of its own."""
    yield "", partial(_opened, before, "unions", "")
    for place, (upper_id, below) in enumerate(snapshot.tree.items()):
        yield "", partial(_opened, upper(upper_id), "grassroots", "," if place else "")
        for own_place, union_id in enumerate(below):
            if own_place:
                yield "", partial(bytes, b",")
            yield union_id, partial(_told, grassroots, union_id)
        yield "", partial(bytes, b"]}")
    yield "", partial(bytes, b"]}")


def _opened(about: Mapping[str, Any], name: str, separator: str) -> bytes:
    """`about` as an object that is left open in its last field, the list `name`."""
    return separator.encode() + compact({**about, name: []})[: -len("]}")]


def _told(about: _About, union_id: str) -> bytes:
    return compact(about(union_id))
