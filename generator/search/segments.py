"""Segments: runs of documents that are encoded by themselves, so that a change stays within one of them.

Where a segment ends follows from the IDs around the place alone, so an innovation that is added or removed
moves no other border. Segments never reach over two upper-level unions.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import repeat

from generator.search.columns import Codes, columns_of
from generator.search.documents import Analysis
from generator.search.numbers import ROOM, subset
from generator.search.words import key

DATA = "tim-kiem/data"
# Documents in a segment: the mean, upper-level unions' ends left aside, and the most.
_MEAN, _MAX = 2048, ROOM
# Results whose cards share a file (fewer: more files; more: bytes that nobody looks at), and such files
# whose name changes together.
CARDS, SHELF = 13, 40
# A word that is being typed is looked up in prepared sets as long as it is no longer than this.
SHORT = 3
PREFIX = "*"
# What comes before the set of documents that have a word in their text, in names, in their title.
PLACES = ("", "{", "}")

File = tuple[str, bytes]


@dataclass(frozen=True)
class Segment:
    """What the index keeps of a run of documents. Their order is without a date, then oldest first.

    What is added is mostly new, so that it comes last and the numbers of the others stay.

    `postings` holds, by the first character of the key, lines of key, form and sets (PLACES), separated by
    tabs. A key with PREFIX at its end stands for all words of names and titles that begin so. `units` are ID
    and name of grassroots unions, and `of_unit` the place there of each document's.
    """

    upper_id: str
    upper: str
    size: int
    cards: tuple[str, ...]
    postings: Mapping[str, bytes]
    columns: Mapping[str, str]
    units: tuple[tuple[str, str], ...]
    of_unit: tuple[int, ...]


def borders(ids: Iterable[str]) -> Iterator[list[str]]:
    """`ids`, which are sorted, as the lists that make a segment each."""
    run: list[str] = []
    upper = ""
    for innovation_id in ids:
        if run and (
            zlib.crc32(innovation_id.encode()) % _MEAN == 0
            or not innovation_id.startswith(upper)
            or len(run) >= _MAX
        ):
            yield run
            run = []
        if not run:
            upper = innovation_id[: innovation_id.index("/") + 1]
        run.append(innovation_id)
    if run:
        yield run


def encode(analyses: Iterable[Analysis], codes: Codes) -> tuple[Segment, list[File]]:
    """The segment of the documents of one of `borders`' lists, in any order, and the files of their cards."""
    documents = sorted(analyses, key=lambda document: (document.applied_on or "", document.id))
    shelves = _shelves([document.card for document in documents])
    units = sorted({(document.unit_id, document.unit) for document in documents})
    place = {unit_id: number for number, (unit_id, _name) in enumerate(units)}
    first = documents[0]
    segment = Segment(
        first.upper_id, first.upper, len(documents), tuple(shelves), _postings(documents),
        columns_of(documents, codes), tuple(units),
        tuple([place[document.unit_id] for document in documents]),
    )  # fmt: skip
    return segment, [
        (f"{DATA}/{name}/{number}.json", part)
        for name, parts in shelves.items()
        for number, part in enumerate(parts)
    ]


def digest(content: bytes) -> str:
    """The part of a file's name that says what is in it."""
    return blake2b(content, digest_size=5).hexdigest()


def _postings(documents: Sequence[Analysis]) -> dict[str, bytes]:
    texts = _inverted([document.text for document in documents])
    names = _inverted([document.names for document in documents])
    titles = _inverted([document.title for document in documents])
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for form in {*texts, *names, *titles}:
        if word := key(form):
            sets = (texts.get(form), names.get(form), titles.get(form))
            lines[word[0]].append(_line(word, form, sets))
    in_names, in_title = _beginnings(names), _beginnings(titles)
    for beginning in {*in_names, *in_title}:
        title = in_title.get(beginning, set())
        lines[beginning[0]].append(
            _line(beginning + PREFIX, "", (None, in_names.get(beginning, set()) - title, title))
        )
    return {zone: "\n".join(sorted(found)).encode() for zone, found in lines.items()}


def _inverted(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """By form, the numbers of the texts that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(texts):
        # A loop in C: `append` gives None, so `any` goes through to the end.
        any(map(list.append, map(found.__getitem__, forms), repeat(number)))
    for several in [forms for forms in found if " " in forms]:
        members = found.pop(several)
        for form in several.split():
            found[form] = sorted({*found[form], *members})
    return found


def _beginnings(places: Mapping[str, Iterable[int]]) -> Mapping[str, set[int]]:
    """The documents that have a word with a beginning of one to SHORT letters, by the beginning."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for form, members in places.items():
        found[key(form)[:SHORT]].update(members)
    found.pop("", None)
    for length in range(SHORT, 1, -1):
        for beginning in [beginning for beginning in found if len(beginning) == length]:
            found[beginning[:-1]] |= found[beginning]
    return found


def _line(word: str, form: str, sets: Sequence[Sequence[int] | set[int] | None]) -> str:
    coded = [mark + subset(members) for mark, members in zip(PLACES, sets, strict=True) if members]
    return f"{word}\t{form}\t{''.join(coded)}"


def _shelves(cards: Sequence[str]) -> dict[str, list[bytes]]:
    """Files of CARDS cards, SHELF of them to a name, which is the digest of all."""
    parts = [f"[{','.join(cards[start : start + CARDS])}]".encode() for start in range(0, len(cards), CARDS)]
    shelves = [parts[start : start + SHELF] for start in range(0, len(parts), SHELF)]
    return {digest(b"".join(shelf)): shelf for shelf in shelves}
