"""How much of the whole is left once some authors have their shares. What it means is a rule's business."""

from collections.abc import Iterable
from decimal import Decimal

# Three thirds of 33.33 are the whole as well.
_ROUNDING = Decimal("0.01")


def remainder(shares: Iterable[float]) -> Decimal:
    """The per cent that `shares` lack to 100, below 0 where they exceed it; 0 where they add up.

    Shares are added as they are written, 33.3 as 33.3.
    """
    left = 100 - sum((Decimal(str(share)) for share in shares), Decimal())
    return Decimal() if abs(left) <= _ROUNDING else left
