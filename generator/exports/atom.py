"""Atom feeds (RFC 4287) of the newest innovations: of the whole, and of each upper-level union.

The newest are those applied last; that day is all that a feed tells about time, so that it changes only
with what it shows. Addresses are relative to the feed where the site's own is not known.
"""

from collections.abc import Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from generator.exports.xml import HEAD, escaped
from generator.model import Programme, Union
from generator.pages.page import Card
from generator.pages.standing import union_url

NEWEST = 30
WHOLE_FEED = "moi-nhat.xml"
_MIDNIGHT = "T00:00:00Z"


def feed_path(upper_id: str) -> str:
    """Where an upper-level union's feed is."""
    return f"don-vi/{upper_id}/{WHOLE_FEED}"


def feed(
    programme: Programme, unions: Mapping[str, Union], cards: Sequence[Card], upper: Union | None = None
) -> bytes:
    """The feed of `cards`, newest first: those of an upper-level union, or of the whole."""
    data = programme.data
    path, page = (feed_path(upper.id), union_url(upper.id)) if upper else (WHOLE_FEED, "index.html")
    base = data["site_url"] or "../" * path.count("/")
    title = f"{upper.name} – {data['site_name']['vi']}" if upper else data["site_name"]["vi"]
    newest = max((card.applied_on for card in cards), default=programme.start)
    lines = [
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>{_identity(programme, path)}</id>",
        f"<title>{escaped(title)}</title>",
        f"<subtitle>{escaped(data['name']['vi'])}</subtitle>",
        f"<updated>{newest.isoformat()}{_MIDNIGHT}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escaped(base + path)}"/>',
        f'<link rel="alternate" type="text/html" href="{escaped(base + page)}"/>',
        f"<author><name>{escaped(data['federation']['name']['vi'])}</name></author>",
        *(_entry(programme, unions, card, base) for card in cards),
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _entry(programme: Programme, unions: Mapping[str, Union], card: Card, base: str) -> str:
    day = f"{card.applied_on.isoformat()}{_MIDNIGHT}"
    words = programme.vocabularies
    kind, field = words["kinds"][card.kind].name["vi"], words["fields"][card.field].name["vi"]
    return (
        f"<entry><id>{_identity(programme, card.id)}</id><title>{escaped(card.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{escaped(base + card.url)}"/>'
        f"<published>{day}</published><updated>{day}</updated>"
        f"<author><name>{escaped(unions[card.grassroots_id].name)}</name></author>"
        f'<category term="{escaped(card.kind)}" label="{escaped(kind)}"/>'
        f'<category term="{escaped(card.field)}" label="{escaped(field)}"/>'
        f"<summary>{escaped(card.summary)}</summary></entry>"
    )


def _identity(programme: Programme, name: str) -> str:
    """An ID that stays the same wherever the site moves."""
    return uuid5(uuid5(NAMESPACE_URL, programme.data["site_name"]["vi"]), name).urn
