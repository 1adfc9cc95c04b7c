"""The search index: one part per segment (its cards), and one for the files that are put together from all.

A segment's encoding is kept for the next build in the catalogue's state folder, named by its
fingerprint; it can be made again from the store at any time. It may have come from another machine.
"""

import io
import json
import pickle
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from generator.parts.desk import Desk, Draft, File
from generator.records import fingerprint
from generator.search import (
    Segment,
    analyse,
    assemble,
    codes_of,
    document_of,
    encode,
    word_files,
    word_zones,
    zone_state,
)  # fmt: skip

# The names of files of words are kept among the encodings.
_WORDS = "words"
_LABELS = {"kind": "kinds", "field": "fields", "phase": None, "unit_type": "unit_types"}


def plan_segments(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part per segment, named by its first innovation: it depends on its innovations and their unions."""
    for first, run in desk.segments.items():
        yield first, run.state


def make_segment(desk: Desk, first: str) -> Iterator[File]:
    """The cards of one segment; its encoding is kept aside."""
    segment, files = _encode(desk, first)
    _keep(desk, first, segment)
    yield from files


def plan_index(desk: Desk) -> Iterator[tuple[str, str]]:
    """One part: it depends on every segment."""
    yield "words", fingerprint(desk.base, [run.state for run in desk.segments.values()])


def make_index(desk: Desk, name: str) -> Iterator[File]:
    """Words, columns and the manifest."""
    parts = [_load(desk, first) for first in desk.segments]
    listed: list[tuple[str, str]] = []
    known, now = _known_words(desk), {}
    for zone in word_zones(parts):
        state = fingerprint(desk.base, zone_state(parts, zone))
        made = cache(partial(word_files, parts, zone))
        if zone not in known or known[zone][0] != state:
            known[zone] = state, [(border, path) for border, (path, _) in made()]
        now[zone] = known[zone]
        listed += known[zone][1]
        for place, (_, path) in enumerate(known[zone][1]):
            # What is in it follows from its name.
            yield path, Draft(path, partial(_content, made, place))
    yield from assemble(parts, _labels(desk), listed)
    _write(desk, _WORDS, json.dumps(now).encode())
    kept = {_WORDS, *(run.state for run in desk.segments.values())}
    for old in _folder(desk).glob("*"):
        if old.name not in kept:
            old.unlink()


def _labels(desk: Desk) -> dict[str, list[str]]:
    vocabularies = desk.programme.vocabularies
    labels = {label: list(vocabularies[words]) for label, words in _LABELS.items() if words}
    labels["phase"] = [phase.id for phase in desk.programme.phases]
    return labels


def _content(made: Callable[[], list[tuple[str, tuple[str, bytes]]]], place: int) -> bytes:
    _, (_, content) = made()[place]
    return content


def _known_words(desk: Desk) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Of each zone of words what its files came from when last made, where they begin, and their paths."""
    try:
        found: dict[str, tuple[str, list[tuple[str, str]]]] = json.loads(
            (_folder(desk) / _WORDS).read_bytes()
        )
    except (OSError, ValueError):
        return {}
    return found


def _encode(desk: Desk, first: str) -> tuple[Segment, list[File]]:
    innovations = desk.store.innovations_between(first, desk.segments[first].last)
    unions, programme = desk.snapshot.unions, desk.programme
    analyses = (analyse(document_of(i, unions, programme)) for i in innovations)
    segment, files = encode(analyses, codes_of(_labels(desk)))
    return segment, list(files)


def _load(desk: Desk, first: str) -> Segment:
    path = _folder(desk) / desk.segments[first].state
    if path.exists():
        found: Segment = _Reader(io.BytesIO(path.read_bytes())).load()
        return found
    segment, _ = _encode(desk, first)
    _keep(desk, first, segment)
    return segment


class _Reader(pickle.Unpickler):
    """Reads segments, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (Segment.__module__, Segment.__qualname__):
            return Segment
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a segment")


def _keep(desk: Desk, first: str, segment: Segment) -> None:
    keep_encoding(desk, desk.segments[first].state, pickle.dumps(segment, pickle.HIGHEST_PROTOCOL))


def encoding(desk: Desk, fingerprint: str) -> Path:
    """Where the encoding of a segment that was made is kept."""
    return _folder(desk) / fingerprint


def keep_encoding(desk: Desk, fingerprint: str, content: bytes) -> None:
    """Keep the encoding of a segment, whole or not at all."""
    _write(desk, fingerprint, content)


def _write(desk: Desk, name: str, content: bytes) -> None:
    folder = _folder(desk)
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{name}.new"
    temporary.write_bytes(content)
    temporary.replace(folder / name)


def _folder(desk: Desk) -> Path:
    return desk.repository.state / "segments"
