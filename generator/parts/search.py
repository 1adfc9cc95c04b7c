"""The search index: one part per segment (its cards), and one for the files that are put together from all.

A segment's encoding is kept for the next build in the catalogue's state folder, named by its
fingerprint; it can be made again from the store at any time. It may have come from another machine.
"""

import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.parts.desk import Desk, File
from generator.records import fingerprint
from generator.search import Segment, analyse, assemble, document_of, encode

_LABELS = {"kind": "kinds", "field": "fields", "phase": None, "unit_type": "unit_types"}


def plan_segments(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part per segment, named by its first innovation: it depends on its innovations and their unions."""
    for ids in desk.segments.values():
        yield ids[0], _fingerprint(desk, ids)


def make_segment(desk: Desk, first: str) -> Iterator[File]:
    """The cards of one segment; its encoding is kept aside."""
    ids = desk.segments[first]
    segment, files = _encode(desk, ids)
    _keep(desk, _fingerprint(desk, ids), segment)
    yield from files


def plan_index(desk: Desk) -> Iterator[tuple[str, str]]:
    """One part: it depends on every segment."""
    yield "words", fingerprint(desk.base, [_fingerprint(desk, ids) for ids in desk.segments.values()])


def make_index(desk: Desk, name: str) -> Iterator[File]:
    """Words, columns and the manifest."""
    vocabularies = desk.programme.vocabularies
    labels = {label: list(vocabularies[words]) for label, words in _LABELS.items() if words}
    labels["phase"] = [phase.id for phase in desk.programme.phases]
    names = {_fingerprint(desk, ids): ids for ids in desk.segments.values()}
    yield from assemble([_load(desk, name, ids) for name, ids in names.items()], labels)
    for path in _folder(desk).glob("*"):
        if path.name not in names:
            path.unlink()


def _fingerprint(desk: Desk, ids: list[str]) -> str:
    unions = sorted({entry_id.rpartition("/")[0] for entry_id in ids})
    names = [(u, desk.union_digests[u], desk.union_digests[u.partition("/")[0]]) for u in unions]
    return fingerprint(desk.base, [desk.digests[entry_id] for entry_id in ids], names)


def _encode(desk: Desk, ids: list[str]) -> tuple[Segment, list[File]]:
    innovations = desk.store.innovations_between(ids[0], ids[-1])
    unions, programme = desk.snapshot.unions, desk.programme
    segment, files = encode(analyse(document_of(i, unions, programme)) for i in innovations)
    return segment, list(files)


def _load(desk: Desk, name: str, ids: list[str]) -> Segment:
    path = _folder(desk) / name
    if path.exists():
        found: Segment = _Reader(io.BytesIO(path.read_bytes())).load()
        return found
    segment, _ = _encode(desk, ids)
    _keep(desk, name, segment)
    return segment


class _Reader(pickle.Unpickler):
    """Reads segments, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (Segment.__module__, Segment.__qualname__):
            return Segment
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a segment")


def _keep(desk: Desk, name: str, segment: Segment) -> None:
    keep_encoding(desk, name, pickle.dumps(segment, pickle.HIGHEST_PROTOCOL))


def encoding(desk: Desk, fingerprint: str) -> Path:
    """Where the encoding of a segment that was made is kept."""
    return _folder(desk) / fingerprint


def keep_encoding(desk: Desk, fingerprint: str, content: bytes) -> None:
    """Keep the encoding of a segment, whole or not at all."""
    folder = _folder(desk)
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{fingerprint}.new"
    temporary.write_bytes(content)
    temporary.replace(folder / fingerprint)


def _folder(desk: Desk) -> Path:
    return desk.repository.state / "segments"
