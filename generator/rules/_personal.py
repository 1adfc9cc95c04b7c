"""Finds numbers that belong to a person, and words the findings about personal data.

All kinds of numbers are told apart in one pass over the text; each rule takes its own kind. The
value in a message is masked, as messages are published in logs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from generator.findings import Problem
from generator.text import Text, fold

Kind = Literal["id", "phone", "insurance", "tax", "bank"]

# At least nine digits with a few separators, or one line break, between two of them.
_RUN = re.compile(r"[0-9](?:(?:[ .\-–()\u00a0]{1,3}|\n {1,40})?[0-9]){8,}")
# The same seen through a coarse glass, where every digit is 0 and every separator a dot: that is many
# times faster to look through, and a date in ISO form is too short to be seen at all.
_GLASS = bytes(
    48
    if chr(byte).isdigit() and byte < 128
    else 10
    if byte == 10
    else 46
    if byte in " .-()–\u00a0".encode()
    else 120
    for byte in range(256)
)
_SCENT = re.compile(rb"0(?<!00)(?:(?:\.{1,5}|\n\.{1,40})?0){8,}")
_THOUSANDS = re.compile(r"(?!84)[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_MOST_DIGITS = 19
# A file with more numbers of persons than this is a list of members; nobody reads on.
_MOST_FOUND = 100
_DATED = "•"
_GROUP = re.compile(r"[0-9]+")
DATE = re.compile(
    r"(?<![0-9])(?<![0-9][.\-])"
    r"(?:(?:0?[1-9]|[12][0-9]|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9]|[.-][0-9])"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CARD = re.compile(r"0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-9]{9}")
_MOBILE = re.compile(r"(?:0|84)[35789][0-9]{8}")
_LANDLINE = re.compile(r"(?:0|84)2[0-9]{9}")
_SHAPE = re.compile(r"0[0-9]{9,11}|(?:00)?840?[235789][0-9]{8,9}")
_ABROAD = re.compile(r"(?:00)?840?(?=[235789])")

# What stands right before or after a number, folded: up to twenty signs of the same clause between.
_GAP = r"\.?[^0-9.;!?]{0,20}$"
_BEFORE: tuple[tuple[Kind, re.Pattern[str], frozenset[int]], ...] = (
    ("id", re.compile(r"(?:\b(?:cccd|cmnd|cmtnd|cmt)\b|can cuoc|chung minh)" + _GAP), frozenset((9, 12))),
    ("insurance", re.compile(r"(?:\bbhxh\b|bao hiem xa hoi)" + _GAP), frozenset((10,))),
    ("tax", re.compile(r"(?:\bmst\b|ma so thue)" + _GAP), frozenset((10, 12, 13))),
    ("bank", re.compile(r"(?:\bstk\b|so tai khoan|\bso tk\b|tai khoan so)" + _GAP), frozenset(range(9, 20))),
)
_AFTER: tuple[tuple[Kind, re.Pattern[str], frozenset[int]], ...] = (
    ("id", re.compile(r" ?\((?:so )?(?:cccd|cmnd|cmtnd|cmt)\b"), frozenset((9, 12))),
    ("insurance", re.compile(r" ?\((?:so )?bhxh\b"), frozenset((10,))),
    ("bank", re.compile(r" ?\(stk\b"), frozenset(range(9, 20))),
)
_COMPANY = re.compile(r"doanh nghiep|cong ty|don vi|to chuc|\b(?:dn|cty|truong|benh vien|hop tac xa|htx)\b")
_PHONE_WORD = re.compile(
    r"(?:\b(?:s?dt|tel|phone|mobile|zalo|viber|hotline|lien he|goi)|dien thoai|so may)\W*$"
)
_MONEY_AFTER = re.compile(
    r" ?(?:₫|d\b|vnd\b|usd\b|dong\b(?! (?:thoi|chi|nghiep|ho|bo|y|nhat|loat))"
    r"|(?:nghin|ngan|trieu|ty|ti)\b|%|k?m[23²³]?\b|c?mm?\b|kg\b|tan\b|k?wh?\b|lit\b|gio\b|san pham\b|nguoi\b)"
)
_FRACTION_BEFORE, _FRACTION_AFTER = re.compile(r"[0-9],$"), re.compile(r",[0-9]")
_AMOUNT_KEY = "_vnd: "
_CODE_BEFORE = re.compile(r"[^\W\d_]$|[A-ZĐ][-/_]$|_$")
_CODE_AFTER = re.compile(r"[^\W\d_]|[-/_][A-ZĐ]")


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number as written, from `offset` on."""

    kind: Kind
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits without a sign between them; `gap` is what stands between them and the group before."""

    start: int
    digits: str
    gap: str

    @property
    def end(self) -> int:
        return self.start + len(self.digits)


@lru_cache(maxsize=1)
def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """Every number in `text` that has the form, or the words around it, of a person's number."""
    return tuple(islice(_numbers(text), _MOST_FOUND))


def exposed(what: Text, value: str, offset: int | None = None) -> Problem:
    """The problem that personal data was found; `what` names its kind within a sentence."""
    shown = mask(value)
    return Problem(
        Text(f"Có {what.vi} “{shown}”.", f"There is {what.en}, “{shown}”."),
        Text(
            "Xóa đi: dữ liệu cá nhân không được công bố. Nếu đã đẩy lên kho chung, báo người quản trị "
            "để xóa cả trong lịch sử.",
            "Delete it: personal data must not be published. If it was pushed already, tell the maintainers, "
            "so that it is removed from the history too.",
        ),
        offset=offset,
    )


def mask(value: str) -> str:
    """The first two characters and dots, however long the rest is."""
    return f"{value[:2]}••••••"


def _numbers(text: str) -> Iterator[PersonalNumber]:
    raw = text.encode("utf-8", "surrogatepass")
    for scent in _SCENT.finditer(raw.translate(_GLASS)):
        start = len(raw[: scent.start()].decode("utf-8", "surrogatepass"))
        run = _RUN.match(text, start)
        if run and not _THOUSANDS.fullmatch(run[0]):
            for groups in _undated(run):
                yield from _within(text, groups)


def _undated(run: re.Match[str]) -> Iterator[list[_Group]]:
    """The groups of digits of a run; a date parts it."""
    plain = DATE.sub(lambda date: _DATED * len(date[0]), run[0]) if "-" in run[0] or "." in run[0] else run[0]
    groups: list[_Group] = []
    end = 0
    for found in _GROUP.finditer(plain):
        gap = plain[end : found.start()]
        end = found.end()
        if _DATED in gap:
            yield groups
            groups = []
        groups.append(_Group(run.start() + found.start(), found[0], gap if groups else ""))
    yield groups


def _within(text: str, groups: list[_Group]) -> Iterator[PersonalNumber]:
    first = 0
    while first < len(groups):
        likely = first == 0 or groups[first].digits[0] in "08"
        found = next(_from(text, groups, first), None) if likely else None
        if found is None:
            first += 1
            continue
        kind, last = found
        start, end = groups[first].start, groups[last - 1].end
        start -= text[start - 1 : start] == "+"
        start -= text[start - 1 : start] == "(" and ")" in text[start:end]
        yield PersonalNumber(kind, start, text[start:end])
        first = last


def _from(text: str, groups: list[_Group], first: int) -> Iterator[tuple[Kind, int]]:
    """What groups from `first` on are together, and the group behind them; the longest number first."""
    joined = [""]
    for group in groups[first : first + _MOST_DIGITS]:
        joined.append(joined[-1] + group.digits)
    for last in range(len(joined) - 1, 0, -1):
        digits = joined[last]
        whole = first == 0 and last == len(groups)
        if 9 <= len(digits) <= _MOST_DIGITS and (whole or _SHAPE.fullmatch(digits)):
            kind = _kind(text, groups, first, first + last, digits)
            if kind:
                yield kind, first + last


def _kind(text: str, groups: list[_Group], first: int, last: int, digits: str) -> Kind | None:
    """What the groups from `first` up to `last`, which make `digits`, are together."""
    chosen = groups[first:last]
    start, end = chosen[0].start, chosen[-1].end
    before, after = (
        text[max(0, start - 60) : start].rpartition("\n")[2],
        text[end : end + 24].partition("\n")[0],
    )
    if before.endswith(_AMOUNT_KEY) or _FRACTION_BEFORE.search(before) or _FRACTION_AFTER.match(after):
        return None
    if len(chosen) == len(groups):
        named = _named(digits, fold(before), fold(after))
        if named == "id" and all(_YEAR.fullmatch(group.digits) for group in chosen):
            return None
        if named and not (_is_amount(chosen, before, after) and digits[0] != "0"):
            return named
    if not (_CARD.fullmatch(digits) or _is_phone(chosen, digits, before)):
        return None
    if _is_part(groups, first, last, after) or _is_code(text, chosen[0], before, after, groups[:first]):
        return None
    if digits[0] != "0" and _is_amount(chosen, before, after):
        return None
    return "id" if _CARD.fullmatch(digits) else "phone"


def _named(digits: str, before: str, after: str) -> Kind | None:
    """The kind that the words around the number name."""
    for kind, words, lengths in _BEFORE:
        if len(digits) in lengths and words.search(before):
            return None if kind == "tax" and _COMPANY.search(before) and "ca nhan" not in before else kind
    return next((k for k, words, lengths in _AFTER if len(digits) in lengths and words.match(after)), None)


def _is_phone(chosen: list[_Group], digits: str, before: str) -> bool:
    abroad = before.endswith(("+", "+(", "(+"))
    if abroad or digits.startswith("00"):
        national = _ABROAD.sub("0", digits, count=1)
        return digits != national and bool(_MOBILE.fullmatch(national) or _LANDLINE.fullmatch(national))
    if [len(group.digits) for group in chosen[:3]] == [2, 2, 4] and chosen[2].digits[:2] in ("19", "20"):
        return False
    if _MOBILE.fullmatch(digits):
        # A decimal fraction (0.912345678), or a scale (0 - 300 - 500 - 700).
        return not (
            (len(chosen) == 2 and chosen[0].digits == "0" and chosen[1].gap == ".")
            or (chosen[0].digits == "0" and any(len(group.gap) > 1 for group in chosen[1:]))
        )
    # The area code stands together; day, month and year before an amount do not make one.
    return bool(_LANDLINE.fullmatch(digits)) and (digits[0] == "8" or len(chosen[0].digits) >= 3)


def _in_thousands(chosen: list[_Group]) -> bool:
    return len(chosen) > 1 and all(len(g.digits) == 3 and g.gap == "." for g in chosen[1:])


def _is_amount(chosen: list[_Group], before: str, after: str) -> bool:
    if _MONEY_AFTER.match(fold(after)):
        return True
    return _in_thousands(chosen) and not before.endswith("+") and not _PHONE_WORD.search(fold(before))


def _is_part(groups: list[_Group], first: int, last: int, after: str) -> bool:
    """Whether the chosen groups are a piece of a longer number: an amount, a fraction, an ISBN."""
    chosen = groups[first:last]
    whole = len(chosen) == 1
    if first > 0:
        gap = chosen[0].gap
        thousands = all(len(group.digits) == 3 for group in chosen)
        if gap in (".", ",") or (gap in ("-", "–") and not whole):
            return True
        if (
            gap == " "
            and thousands
            and len(groups[first - 1].digits) <= 3
            and _MONEY_AFTER.match(fold(after))
        ):
            return True
    if last < len(groups):
        following = groups[last]
        return following.gap in (".", "-", "–") and following.digits[0] not in "08"
    return False


def _is_code(text: str, chosen: _Group, before: str, after: str, earlier: list[_Group]) -> bool:
    """Whether the number belongs to a registration code, a decision's number or a web address."""
    if _CODE_AFTER.match(after):
        return True
    start = chosen.start
    if earlier and all(group.gap in ("", ".", "-") for group in (*earlier, chosen)):
        start = earlier[0].start
        before = text[max(0, start - 60) : start]
    word = text[max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1 : start]
    if "://" in word:
        return not re.search(r"zalo|wa\.me|t\.me|viber", word)
    if word.endswith(("ISBN", "isbn")) or re.search(r"isbn\W*$", fold(before)):
        return True
    return bool(_CODE_BEFORE.search(before)) and not _PHONE_WORD.search(fold(before))
