"""Vietnamese text: folding, slugs, alphabetical order, and the way numbers, dates and money are written.

Pure functions on strings and numbers. What belongs to a language of the site (translations of
whole sentences) lives in the templates' catalogues, not here.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in the two languages of messages."""

    vi: str
    en: str

    def get(self, language: str) -> str:
        """The sentence in `language`; Vietnamese for any language other than `en`."""
        return self.en if language == "en" else self.vi


def named(names: Mapping[str, str]) -> Text:
    """A name of programme.yml: where the programme has no English, its Vietnamese one serves both."""
    return Text(names["vi"], names.get("en", names["vi"]))


# đ and its look-alike ð have no Unicode decomposition, so removing combining marks leaves them.
_D = {"đ": "d", "ð": "d"}

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
# Combining marks of the tones, in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPE_MARKS = {"\u0306", "\u0302", "\u031b"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` for comparing and searching: lower case, without diacritics, đ as d."""
    return text.lower().translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each lower-case character becomes: worked out once, as there are few."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        parts = unicodedata.normalize("NFD", _D.get(char, char))
        self[code] = found = "".join(part for part in parts if not unicodedata.combining(part))
        return found


_FOLDED = _Folded()


def slugify(text: str, limit: int = 80) -> str:
    """A file name from a title: `[a-z0-9]+(-[a-z0-9]+)*`, at most `limit` characters, cut between words."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text)).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:limit]
        if len(longer) > limit:
            break
        slug = longer
    return slug


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key of Vietnamese dictionary order: letters first (a ă â b … đ …), then tones, then the text itself."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower()):
        if char in _TONE_RANK:
            if tones:
                tones[-1] = _TONE_RANK[char]
        elif char in _SHAPE_MARKS and letters:
            base = _LETTERS[letters[-1] - 1000] if letters[-1] >= 1000 else ""
            shaped = unicodedata.normalize("NFC", base + char)
            if shaped in _LETTER_RANK:
                letters[-1] = 1000 + _LETTER_RANK[shaped]
        else:
            rank = _LETTER_RANK.get(char)
            # Spaces, digits and signs come before the letters.
            letters.append(1000 + rank if rank is not None else min(ord(char), 999))
            tones.append(0)
    return tuple(letters), tuple(tones), text


def format_number(value: float, decimals: int = 0, language: str = "vi") -> str:
    """1234567.5 → `1.234.567,5` in Vietnamese and `1,234,567.5` in English."""
    text = f"{value:,.{decimals}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def format_percent(ratio: float, language: str = "vi", decimals: int = 1) -> str:
    """0.1428 → `14,3%` (`14.3%` in English); more decimals where a small share would read as 0."""
    # 0.07 * 100 is a little more than 7.
    percent = round(ratio * 100, 9)
    if 0 < percent < 0.5 * 10**-decimals:
        decimals += 1
    if percent == round(percent):
        decimals = 0
    return f"{format_number(percent, decimals, language)}%"


def format_date(day: date | str, language: str = "vi") -> str:
    """2022-05-31 → `31/05/2022`, in English `31 May 2022`."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day:02}/{day.month:02}/{day.year}"


def format_month(month: str, language: str = "vi") -> str:
    """`2022-03` → `3/2022`, in English `Mar 2022`."""
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1][:3]} {year}" if language == "en" else f"{int(number)}/{year}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SCALES = ((10**9, "tỷ", "billion"), (10**6, "triệu", "million"))


def format_money(amount: int, language: str = "vi") -> str:
    """120000000 → `120 triệu đồng` (`120 million VND`); sums below a million are written out."""
    unit = "VND" if language == "en" else "đồng"
    for scale, vi, en in _SCALES:
        if amount >= scale:
            value = amount / scale
            decimals = 0 if value >= 100 or value == int(value) else 1
            number = format_number(value, decimals, language)
            if number.endswith((",0", ".0")):
                number = number[:-2]
            return f"{number} {en if language == 'en' else vi} {unit}"
    return f"{format_number(amount, 0, language)} {unit}"


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that a person who typed `word` most likely meant, or None."""
    by_fold = {fold(choice): choice for choice in choices}
    found = get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
