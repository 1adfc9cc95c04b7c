"""Finds marks of Markdown in a text, except where they stand in code and mean nothing."""

import re
from collections.abc import Iterator

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)


def outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `text` that do not begin in code."""
    code = [span.span() for span in _CODE.finditer(text)] if "`" in text else []
    for found in pattern.finditer(text):
        if not any(low <= found.start() < high for low, high in code):
            yield found
