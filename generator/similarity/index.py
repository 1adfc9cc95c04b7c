"""From a new text to its nearest earlier ones: candidates by shared keys, then exact comparison.

Works over any `Shelf`: `Index` here, in memory, for tests and small catalogues, or the store's tables.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from generator.similarity.comparison import passages, score
from generator.similarity.reading import SimilarText, fingerprint, read

# How many entries are read and compared exactly.
_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier innovation and how it agrees with the new one."""

    id: str
    score: float
    same_unit: bool
    passages: tuple[tuple[str, str], ...]


class Shelf(Protocol):
    """Where earlier texts are kept, see the package's docstring."""

    def __len__(self) -> int: ...

    def frequencies(self, keys: Sequence[int], most: int) -> Mapping[int, int]:
        """How many entries keep each key; counting may stop above `most`. Unknown keys may be absent."""

    def holders(self, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
        """(key, ID of an entry that keeps it), in any order."""

    def texts(self, ids: Sequence[str]) -> Iterable[SimilarText]:
        """The texts of these entries, in any order."""


class Index:
    """A shelf in memory."""

    def __init__(self, texts: Iterable[SimilarText] = ()) -> None:
        self._texts: dict[str, SimilarText] = {}
        self._holders: defaultdict[int, set[str]] = defaultdict(set)
        for text in texts:
            self.add(text)

    def add(self, text: SimilarText) -> None:
        """Add a text, or replace the one of the same ID."""
        self.remove(text.id)
        self._texts[text.id] = text
        for key in fingerprint(text):
            self._holders[key].add(text.id)

    def remove(self, text_id: str) -> None:
        """Forget a text; an ID that is not there is fine."""
        text = self._texts.pop(text_id, None)
        for key in fingerprint(text) if text else ():
            self._holders[key].discard(text_id)
            if not self._holders[key]:
                del self._holders[key]

    def nearest(self, new: SimilarText, limit: int = 5) -> list[Match]:
        return nearest(new, self, limit)

    def __len__(self) -> int:
        return len(self._texts)

    def frequencies(self, keys: Sequence[int], most: int) -> Mapping[int, int]:
        return {key: len(self._holders[key]) for key in keys if key in self._holders}

    def holders(self, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
        return ((key, text_id) for key in keys for text_id in self._holders.get(key, ()))

    def texts(self, ids: Sequence[str]) -> Iterable[SimilarText]:
        return (self._texts[text_id] for text_id in ids)


def nearest(new: SimilarText, index: Shelf, limit: int = 5) -> list[Match]:
    """The `limit` most similar texts of `index`: those of the same unit first, then by score.

    The text of the same ID is the new one itself and left out, and so is what agrees in no sentence. Weak
    likenesses are in the list; what deserves a warning has a score of NOVELTY_THRESHOLD or more.
    """
    reading = read(new)
    size = len(index)
    most = _most(size)
    frequencies = index.frequencies(sorted(reading.keys), most)
    common = frozenset(key for key, count in frequencies.items() if count > most)
    weights: defaultdict[str, float] = defaultdict(float)
    for key, text_id in index.holders(sorted(frequencies.keys() - common)):
        weights[text_id] += log(1 + size / frequencies[key])
    weights.pop(new.id, None)
    candidates = sorted(weights, key=lambda text_id: (-weights[text_id], text_id))[:_CANDIDATES]
    scored = []
    for text in index.texts(candidates):
        other = read(text)
        scored.append((score(reading, other, common), text, other))
    matches: list[Match] = []
    for value, text, other in sorted(scored, key=lambda found: (-found[0], found[1].id)):
        if len(matches) == limit:
            break
        if agreeing := passages(reading, other, common):
            matches.append(Match(text.id, value, text.unit == new.unit, agreeing))
    return sorted(matches, key=lambda match: (not match.same_unit, -match.score, match.id))


def _most(entries: int) -> int:
    """How many entries may keep a key before it is form language: one in twenty, 10 at least, 100 at most."""
    return min(100, max(10, entries // 20))
