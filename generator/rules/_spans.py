"""Leaves out what lies within certain parts of a text, such as code, where marks of Markdown mean nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
# Where one file has more of a kind than this, the rest is mended the same way.
_MOST = 100


def outside(
    spans: Iterable[tuple[int, int]], things: Iterable[Thing], place: Callable[[Thing], int]
) -> Iterator[Thing]:
    """The `things` that lie in none of `spans`; both come in the order of the text."""
    waiting = iter(spans)
    low, high = next(waiting, (-1, -1))
    for thing in things:
        at = place(thing)
        while low >= 0 and high <= at:
            low, high = next(waiting, (-1, -1))
        if not 0 <= low <= at:
            yield thing


def outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first matches of `pattern` in `text` that do not begin in code."""
    code = (span.span() for span in _CODE.finditer(text)) if "`" in text else ()
    return islice(outside(code, pattern.finditer(text), re.Match[str].start), _MOST)
