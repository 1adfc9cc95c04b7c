"""Characters that do not show what they are: invisible ones, and letters of other scripts in Latin words.

One pass over a text finds them all; the rules tell them apart.
"""

import re
from functools import lru_cache
from operator import itemgetter

from generator.encodings import passages
from generator.rules._spans import outside

# Letters of other scripts that are drawn like Latin ones.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝ", "ABESIJKMHOPCTYXaesijopcyxdhqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_LATIN = {"ð": "đ", "Ð": "Đ", "Ɖ": "Đ", "ɖ": "đ"}
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
LOOK_ALIKES: dict[str, str] = {**_CYRILLIC, **_GREEK, **_LATIN, **_WIDE}
ALWAYS_WRONG = frozenset((*_LATIN, *_WIDE))

# Zero width, soft hyphen, fillers, joiners, invisible operators, tags.
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_SUSPECT = re.compile(f"[{INVISIBLE}{DIRECTION}{''.join(LOOK_ALIKES)}\u0400-\u052f]")


@lru_cache(maxsize=1)
def suspects(text: str) -> tuple[tuple[int, str], ...]:
    """Offset and character of everything above; text in an old encoding is another rule's."""
    found = [(hit.start(), hit[0]) for hit in _SUSPECT.finditer(text)]
    if not found:
        return ()
    return tuple(outside(((p.offset, p.offset + p.length) for p in passages(text)), found, itemgetter(0)))
