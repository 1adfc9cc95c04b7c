"""Numbers and sums of money as people write them: `1.200.000 đồng`, `1,2 tỷ`, `60 %`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.text import fold

_SCALES = {
    "nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "tr": 10**6, "ty": 10**9, "ti": 10**9,
    "thousand": 10**3, "million": 10**6, "billion": 10**9,
}  # fmt: skip
_DIGITS = r"[0-9]{1,18}(?:[., \u00a0][0-9]{3})*(?:[.,][0-9]{1,6})?"
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})\s*(?P<scale>{'|'.join(_SCALES)})?\s*(?:%|d|dong|vnd|phan tram)?\.?", re.ASCII
)
_SUM = re.compile(rf"(?<![0-9.,])(?P<digits>{_DIGITS})\s*(?P<scale>nghin|ngan|trieu|ty|ti)?\b(?:\s+dong\b)?")
# Longer text is no number, and matching it would take time.
_LONGEST = 60


def read_number(text: str) -> Decimal | None:
    """The number that `text` as a whole means: `120.000.000 đồng` → 120000000, `1,2 tỷ` → 1200000000."""
    if len(text) > _LONGEST:
        return None
    match = _NUMBER.fullmatch(fold(text.strip()))
    if match is None:
        return None
    return _value(match["digits"]) * _SCALES.get(match["scale"] or "", 1)


def sums_in(text: str) -> Iterator[tuple[Decimal, str, int]]:
    """The numbers in a sentence: value, as written, and the scale of its unit (1 without one)."""
    plain = fold(text)
    # Folding keeps every character's place as long as the text is composed.
    written = text if len(plain) == len(text) else plain
    for match in _SUM.finditer(plain):
        scale = _SCALES.get(match["scale"] or "", 1)
        yield _value(match["digits"]) * scale, " ".join(written[match.start() : match.end()].split()), scale


def _value(digits: str) -> Decimal:
    """Dots, commas and spaces before three digits divide thousands; otherwise they start the decimals."""
    digits = re.sub("[ \u00a0]", "", digits)
    groups = re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{3})+", digits)
    if groups:
        return Decimal(re.sub("[.,]", "", digits))
    whole, _, decimals = digits.replace(",", ".").rpartition(".")
    return Decimal(f"{whole.replace('.', '')}.{decimals}") if whole else Decimal(digits.replace(",", "."))
