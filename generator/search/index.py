"""The files of the index, put together from segments."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from generator.search.columns import BENEFIT_CLASSES, COLUMNS, SOCIAL, VOCABULARIES, compact
from generator.search.numbers import number, numbers
from generator.search.segments import CARDS, DATA, SHELF, File, Segment, digest

MANIFEST = "tim-kiem/index.json"
# Segments whose columns share a file.
_GROUP = 32
# Aimed at for a file of words, in bytes. Larger only where one word alone needs more.
_SHARD = 24_576


def word_zones(parts: Iterable[Segment]) -> list[str]:
    """The first characters of words: no file of words is about two of them."""
    return sorted({zone for part in parts for zone in part.postings})


def zone_state(parts: Sequence[Segment], zone: str) -> str:
    """Names all that the files of words that begin with `zone` come from."""
    found = blake2b(digest_size=16)
    for part in parts:
        lines = part.postings.get(zone, b"")
        found.update(b"%d " % len(lines))
        found.update(lines)
    return found.hexdigest()


def word_files(parts: Sequence[Segment], zone: str) -> list[tuple[str, File]]:
    """The files of words that begin with `zone`, in the order of keys, each with where it begins.

    That is the shortest beginning of its first key that comes after all keys before it.
    """
    return [(border, _file(content.encode())) for border, content in _shards(_words(parts, zone))]


def assemble(
    parts: Sequence[Segment], labels: Mapping[str, Sequence[str]], words: Sequence[tuple[str, str]]
) -> Iterator[File]:
    """Every file of the index but cards and words; the segments `parts` come in the order of their IDs.

    `labels` holds the IDs of the vocabularies in the programme's order: `kind`, `field`, `phase` and
    `unit_type`; `words` where files of words begin, and their paths. The manifest comes last.
    """
    by_upper = [list(own) for _, own in groupby(parts, key=lambda part: part.upper_id)]
    place = {own[0].upper_id: at for at, own in enumerate(by_upper)}
    given: set[str] = set()
    of_units = _Named(((own[0].upper_id, _units(own)) for own in by_upper), given)
    yield from of_units
    manifest: dict[str, Any] = {
        "cards": [CARDS, SHELF],
        "segments": [[part.size, place[part.upper_id], part.cards] for part in parts],
        "uppers": [[upper, by_upper[place[upper]][0].upper, name] for upper, name in of_units.names],
        "benefit": [*map(str, BENEFIT_CLASSES), SOCIAL],
        **{name: list(labels[name]) for name in VOCABULARIES},
    }
    for column in COLUMNS:
        groups = [parts[start : start + _GROUP] for start in range(0, len(parts), _GROUP)]
        contents = ((column, f"[{','.join(part.columns[column] for part in group)}]") for group in groups)
        files = _Named(contents, given)
        yield from files
        manifest[column] = [name for _, name in files.names]
    # As two texts, since this is most of the manifest.
    manifest["words"] = [" ".join(border for border, _ in words), "".join(_name(path) for _, path in words)]
    yield MANIFEST, compact(manifest).encode()


def _file(content: bytes) -> File:
    return f"{DATA}/{digest(content)}.json", content


def _name(path: str) -> str:
    """What the manifest calls a file."""
    return path[len(DATA) + 1 : -len(".json")]


def _units(own: Sequence[Segment]) -> str:
    """The grassroots unions of the upper-level union whose segments are `own`, and each document's."""
    names = sorted({unit for part in own for unit in part.units})
    place = {unit: code for code, unit in enumerate(names)}
    return compact([names, [numbers(place[part.units[code]] for code in part.of_unit) for part in own]])


class _Named:
    """Gives contents as files, and keeps in `names` what each is called. Equal contents are one file.

    `given` holds the paths of all files so far.
    """

    def __init__(self, contents: Iterable[tuple[str, str]], given: set[str]) -> None:
        self.names: list[tuple[str, str]] = []
        self._contents = contents
        self._given = given

    def __iter__(self) -> Iterator[File]:
        for key, content in self._contents:
            path, data = _file(content.encode())
            self.names.append((key, _name(path)))
            if path not in self._given:
                self._given.add(path)
                yield path, data


def _shards(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Words with their entries as the contents of files, each with where it begins.

    A border depends on the sizes around it only roughly (powers of two), so that it seldom moves, and where
    it moves the next natural border ends the shift.
    """
    held: list[str] = []
    first, last, weight = "", "", 0
    for word, entry in words:
        own = 1 << len(entry).bit_length()
        natural = weight >= _SHARD // 2 and zlib.crc32(word.encode()) % 4 == 0
        if held and (natural or weight + own > _SHARD):
            yield first, "{" + ",\n".join(held) + "}"
            held, weight = [], 0
        if not held:
            first = next(word[:end] for end in range(1, len(word) + 1) if word[:end] > last)
        held.append(entry)
        weight += own
        last = word
    if held:
        yield first, "{" + ",\n".join(held) + "}"


def _words(parts: Sequence[Segment], zone: str) -> Iterator[tuple[str, str]]:
    """Every key that begins with `zone` with its entry of JSON: forms, each with its sets.

    Nothing in them needs escaping.
    """
    found: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for at, part in enumerate(parts):
        mark = f"|{number(at)}".encode()
        for line in part.postings.get(zone, b"").splitlines():
            head, _, sets = line.rpartition(b"\t")
            found[head].append(mark + sets)
    for word, heads in groupby(sorted(found), key=lambda head: head.partition(b"\t")[0]):
        forms = [b'"%b":"%b"' % (head[len(word) + 1 :], b"".join(found[head])) for head in heads]
        yield word.decode(), (b'"%b":{%b}' % (word, b",".join(forms))).decode()
