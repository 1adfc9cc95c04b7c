"""The files of the index, put together from segments."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.search.columns import COLUMNS, VOCABULARIES, codes_of, compact, units
from generator.search.numbers import number
from generator.search.segments import BENEFIT_CLASSES, CARDS, DATA, SHELF, SOCIAL, File, Segment, digest

MANIFEST = "tim-kiem/index.json"
# Segments whose columns share a file.
_GROUP = 16
# Aimed at for a file of words, in bytes. Larger only where one word alone needs more.
_SHARD = 16_384


def assemble(segments: Iterable[Segment], labels: Mapping[str, Sequence[str]]) -> Iterator[File]:
    """Every file of the index but the cards, which `encode` gave; `segments` come in the order of their IDs.

    `labels` holds the IDs of the vocabularies in the programme's order: `kind`, `field`, `phase` and
    `unit_type`. The manifest, which names all the others, comes last.
    """
    parts = list(segments)
    codes = codes_of(labels)
    by_upper = [list(own) for _, own in groupby(parts, key=lambda part: part.upper_id)]
    place = {own[0].upper_id: at for at, own in enumerate(by_upper)}
    given: set[str] = set()
    shards = _Named(_shards(parts), given)
    of_units = _Named(((own[0].upper_id, units(own)) for own in by_upper), given)
    yield from of_units
    manifest: dict[str, Any] = {
        "cards": [CARDS, SHELF],
        "segments": [[part.size, place[part.upper_id], part.cards] for part in parts],
        "uppers": [[upper, by_upper[place[upper]][0].upper, name] for upper, name in of_units.names],
        "benefit": [*map(str, BENEFIT_CLASSES), SOCIAL],
        **{name: list(labels[name]) for name in VOCABULARIES},
    }
    for column, write in COLUMNS.items():
        groups = [parts[start : start + _GROUP] for start in range(0, len(parts), _GROUP)]
        contents = ((column, compact([write(part, codes) for part in group])) for group in groups)
        files = _Named(contents, given)
        yield from files
        manifest[column] = [name for _, name in files.names]
    yield from shards
    manifest["words"] = shards.names
    yield MANIFEST, compact(manifest).encode()


class _Named:
    """Gives contents as files, and keeps in `names` what each is called. Equal contents are one file.

    `given` holds the names of all files so far.
    """

    def __init__(self, contents: Iterable[tuple[str, str]], given: set[str]) -> None:
        self.names: list[tuple[str, str]] = []
        self._contents = contents
        self._given = given

    def __iter__(self) -> Iterator[File]:
        for key, content in self._contents:
            data = content.encode()
            name = digest(data)
            self.names.append((key, name))
            if name not in self._given:
                self._given.add(name)
                yield f"{DATA}/{name}.json", data


def _shards(parts: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """The files of words, in the order of keys, each with its first key.

    A border depends on the sizes around it only roughly (powers of two), so that it seldom moves, and where
    it moves the next natural border ends the shift.
    """
    held: list[str] = []
    first, weight = "", 0
    for word, entry in _words(parts):
        own = 1 << len(entry).bit_length()
        natural = weight >= _SHARD // 2 and zlib.crc32(word.encode()) % 4 == 0
        if held and (natural or weight + own > _SHARD or word[0] != first[0]):
            yield first, "{" + ",\n".join(held) + "}"
            held, weight = [], 0
        if not held:
            first = word
        held.append(entry)
        weight += own
    if held:
        yield first, "{" + ",\n".join(held) + "}"


def _words(parts: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Every key with its entry of JSON: forms, each with its sets. Nothing in them needs escaping."""
    marks = [f"|{number(at)}".encode() for at in range(len(parts))]
    for zone in sorted({zone for part in parts for zone in part.postings}):
        found: defaultdict[bytes, list[bytes]] = defaultdict(list)
        for mark, part in zip(marks, parts, strict=True):
            for line in part.postings.get(zone, b"").splitlines():
                head, _, sets = line.rpartition(b"\t")
                found[head].append(mark + sets)
        for word, heads in groupby(sorted(found), key=lambda head: head.partition(b"\t")[0]):
            forms = [b'"%b":"%b"' % (head[len(word) + 1 :], b"".join(found[head])) for head in heads]
            yield word.decode(), (b'"%b":{%b}' % (word, b",".join(forms))).decode()
