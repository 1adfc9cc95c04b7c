"""Which innovations stand near another: a few sampled word pairs of titles and keywords, compared by place.

Every innovation keeps the `KEYS` smallest hashes of its word pairs, and one of its field: two that share
many pairs share some of these keys. Only the nearest by date under each key are looked at, so one more
innovation touches few others. Finding copies is another matter, and `similarity`'s.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise

from generator.text import fold

KEYS = 6
# Under each key, so many innovations before and after it are looked at.
REACH = 3
SHOWN = 3
_WORD = re.compile(r"[^\W_]+")


def sketch(title: str, tags: Sequence[str], field: str) -> tuple[int, ...]:
    """The keys of an innovation, signed 64-bit numbers: those of its words, then that of its field."""
    words = _WORD.findall(fold(title))
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    pairs |= {fold(tag) for tag in tags}
    return (*sorted(_hash(pair) for pair in pairs)[:KEYS], _hash(f"field {field}"))


def choose(found: Iterable[tuple[str, bool]]) -> list[str]:
    """The nearest of `found`: an ID for every shared key, and whether its field is the same.

    One shared pair of words is little: it counts only within a field.
    """
    shared: Counter[str] = Counter()
    kindred = set()
    for entry_id, same_field in found:
        shared[entry_id] += 1
        if same_field:
            kindred.add(entry_id)
    near = {i: 2 * number + (i in kindred) for i, number in shared.items() if number > 1 or i in kindred}
    return sorted(near, key=lambda entry_id: (-near[entry_id], entry_id))[:SHOWN]


def _hash(pair: str) -> int:
    return int.from_bytes(blake2b(pair.encode(), digest_size=8).digest(), "big", signed=True)
