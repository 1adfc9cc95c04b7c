"""Numbers and sets of numbers as text: one printable ASCII character for most, and safe inside JSON.

A number below 64 is its character of `LOW`. A larger one has the characters of `HIGH` for its part above
64, in base 24, before that. Text rather than bytes because every host compresses JSON in transit, and few
compress binary files; after compression both are the same size.
"""

from binascii import b2a_base64
from collections.abc import Iterable, Sequence
from operator import sub

LOW = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
HIGH = "!#$%&'()*+,./:;<=>?@[]^`"
BITMAP = "~"
# Members of sets are smaller than this.
ROOM = 8192

_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def number(value: int) -> str:
    """One number, 0 or more."""
    text = LOW[value & 63]
    rest = value >> 6
    while rest:
        rest, digit = divmod(rest, len(HIGH))
        text = HIGH[digit] + text
    return text


def numbers(values: Iterable[int]) -> str:
    """Numbers one after the other."""
    return "".join(map(number, values))


def subset(members: Sequence[int] | set[int]) -> str:
    """Numbers below ROOM, in ascending order or a set: gaps between them, or a bitmap if that is shorter."""
    last = max(members) if isinstance(members, set) else members[-1]
    if len(members) > 2 + last // 6:
        return BITMAP + _bitmap(members, last + 1)
    ordered = sorted(members) if isinstance(members, set) else members
    return "".join(map(_DIFFERENCES.__getitem__, map(sub, ordered, [-1, *ordered[:-1]])))


def _bitmap(members: Iterable[int], size: int) -> str:
    """Six numbers a character, the first in its highest bit. It ends with the last member."""
    padded = -(-size // 24) * 24
    bits = bytearray(b"0" * padded)
    for member in members:
        bits[member] = 49
    packed = int(bits, 2).to_bytes(padded // 8, "big")
    return b2a_base64(packed, newline=False).translate(_URL_SAFE)[: -(-size // 6)].decode()


# From a difference to its text: the smallest, 1, is written as 0.
_DIFFERENCES = ("", *(number(high << 6)[:-1] + low for high in range(ROOM >> 6) for low in LOW))
