"""Round numbers for axes, and lengths as SVG attributes."""

from math import floor, log10

# The least that a bar is drawn with: seen on the narrowest tracks, which have about a hundred pixels. A share
# of the track like every other length, so that of two bars the longer one always stands for more.
LEAST = 0.02


def length(share: float | None) -> str:
    """A bar's length for a share of its track; what is more than nothing stays visible."""
    if not share or share < 0:
        return "0"
    return place(min(max(share, LEAST), 1))


def place(share: float) -> str:
    """A place along an axis, in per cent."""
    return f"{_short(share * 100)}%"


def ticks(highest: float, about: int = 4) -> tuple[int, ...]:
    """Round whole numbers from 0 to at least `highest`, in about `about` steps."""
    if highest <= about:
        return tuple(range(max(int(highest), 1) + 1))
    power = 10 ** floor(log10(highest / about))
    step = next(int(f * power) for f in (1, 2, 5, 10) if f * power * about >= highest * 0.8)
    step = max(step, 1)
    steps = -(-int(-(-highest // 1)) // step)
    return tuple(range(0, steps * step + 1, step))


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
