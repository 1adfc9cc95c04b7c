"""The sections of a description in Markdown: headings, and what stands below them."""

import re
from collections.abc import Iterator
from functools import lru_cache

_FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t](.*)$", re.MULTILINE)


@lru_cache(maxsize=8)
def sections(description: str) -> tuple[tuple[int, str, bool], ...]:
    """Each heading's level and text, and whether anything stands below it before the next of its level."""
    return tuple(_sections(description))


def _sections(description: str) -> Iterator[tuple[int, str, bool]]:
    # Code may hold lines that look like headings; what it holds does not matter here, only that it is there.
    text = _FENCE.sub("(code)", description) if "```" in description or "~~~" in description else description
    headings = list(_HEADING.finditer(text))
    for number, heading in enumerate(headings):
        level = len(heading[1])
        following = headings[number + 1] if number + 1 < len(headings) else None
        below = text[heading.end() : following.start() if following else len(text)]
        deeper = following is not None and len(following[1]) > level
        yield level, heading[2].strip().rstrip("#").rstrip(), bool(below.strip()) or deeper
