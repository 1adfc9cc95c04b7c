"""Vietnamese text in the fonts of before Unicode: TCVN3 (ABC) and VNI, found and converted.

A word counts as such text when it is no Vietnamese syllable as it stands and is one when its
characters are read by the old table. Signs that only look alike (µm, ®, «…», où, für) do not add up
to syllables, so they stay what they are. What to tell the contributor belongs to the rules.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Encoding = Literal["TCVN3", "VNI"]

# Each row: a vowel, and its code with the tones ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TCVN3_ROWS = {
    "a": "aµ¶·¸¹", "ă": "¨»¼½¾Æ", "â": "©ÇÈÉÊË", "e": "eÌÎÏÐÑ", "ê": "ªÒÓÔÕÖ", "i": "i×ØÜÝÞ",
    "o": "oßáâãä", "ô": "«åæçèé", "ơ": "¬êëìíî", "u": "uïñòóô", "ư": "\u00adõö÷øù", "y": "yúûüýþ",
}  # fmt: skip
_TCVN3_CAPITALS = {"¡": "Ă", "¢": "Â", "§": "Đ", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư"}
_VNI_MARKS = "øûõùï"
_VNI_ROWS = {
    "a": ["a", *("a" + mark for mark in _VNI_MARKS)],
    "ă": ["a" + mark for mark in "êèúüéë"],
    "â": ["a" + mark for mark in "âàåãáä"],
    "e": ["e", *("e" + mark for mark in _VNI_MARKS)],
    "ê": ["e" + mark for mark in "âàåãáä"],
    "i": ["i", "ì", "æ", "ó", "í", "ò"],
    "o": ["o", *("o" + mark for mark in _VNI_MARKS)],
    "ô": ["o" + mark for mark in "âàåãáä"],
    "ơ": ["ô", *("ô" + mark for mark in _VNI_MARKS)],
    "u": ["u", *("u" + mark for mark in _VNI_MARKS)],
    "ư": ["ö", *("ö" + mark for mark in _VNI_MARKS)],
    "y": ["y", "yø", "yû", "yõ", "yù", "î"],
}


def _table(rows: dict[str, list[str]]) -> dict[str, str]:
    return {
        code: unicodedata.normalize("NFC", vowel + tone)
        for vowel, codes in rows.items()
        for code, tone in zip(codes, _TONES, strict=True)
        if not code.isascii()
    }


TCVN3: dict[str, str] = {
    **_table({vowel: list(codes) for vowel, codes in _TCVN3_ROWS.items()}), "®": "đ", **_TCVN3_CAPITALS,
}  # fmt: skip
_VNI_SMALL = {**_table(_VNI_ROWS), "ñ": "đ"}
VNI: dict[str, str] = {
    **_VNI_SMALL,
    **{code.upper(): letter.upper() for code, letter in _VNI_SMALL.items()},
    # A capital letter that is typed before a mark of the small font, as fonts show both alike.
    **{code[0].upper() + code[1:]: letter.upper() for code, letter in _VNI_SMALL.items() if len(code) == 2},
}

_TCVN3_CODES = str.maketrans(TCVN3)
_VNI_CODE = re.compile("|".join(sorted(VNI, key=len, reverse=True)))
_WORD = re.compile("[A-Za-z\u00a1-\u024f\u1e00-\u1eff]+")
_UNICODE_WORD = re.compile("[\u0100-\u024f\u1e00-\u1eff]")

_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")
# Signs of measurements and products: alone they prove nothing.
_WEAK = frozenset("µ×·÷°±")
# Characters of the old fonts that Vietnamese text in Unicode has no use for.
_MARKS = frozenset("".join((*TCVN3, *VNI))) - _VIETNAMESE - _WEAK - frozenset(map(chr, range(128)))
_MARK = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]")
# VNI can do without any of them (“coâng taùc”); these frequent pairs do not occur in Unicode text.
_PAIRS = ("oâ", "aù")
# Characters around a mark in which its whole word lies.
_NEAR = 12

_ONSET = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x|"
_RIME = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|êng|ênh|êp|êt|êu|"
    "i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|"
    "ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|"
    "u|ua|uân|uâng|uât|uây|uc|uê|uêch|uên|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|"
    "uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|"
    "y|ych|yêm|yên|yêng|yêt|yêu|ynh|yt"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})(?:{_RIME})|gi")
_STOPPED = re.compile(r".*(?:c|ch|p|t)")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring lines of old text. `offset` is that of the first wrong word, `length` from there on.

    `converted` is the whole of the lines in Unicode, None where a word of them does not fit the table.
    """

    encoding: Encoding
    offset: int
    length: int
    converted: str | None


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` is written like one Vietnamese syllable, in one case or capitalised."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    marked = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(marked)
    bare = unicodedata.normalize("NFC", _TONE.sub("", marked))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not tones or not _STOPPED.fullmatch(bare) or tones[0] in "\u0301\u0323"


def decode(text: str, encoding: Encoding) -> str:
    """`text` with every code of the old table replaced by its letter."""
    if encoding == "VNI":
        return _VNI_CODE.sub(lambda code: VNI[code[0]], text)
    # The capital fonts of TCVN3 show small codes as capitals: the other letters tell the case.
    return _WORD.sub(lambda word: _in_case(word[0], word[0].translate(_TCVN3_CODES)), text)


@lru_cache(maxsize=2)
def passages(text: str) -> tuple[Passage, ...]:
    """The parts of `text` that are in an old encoding, in order."""
    if not _scent(text):
        return ()
    best: tuple[Passage, ...] = ()
    most = 0
    for encoding in ("TCVN3", "VNI"):
        count, found = _passages(text, encoding)
        if count > most:
            best, most = found, count
    return best


def _scent(text: str) -> bool:
    """Whether a closer look is worth its time: some word of the text is old, or may be."""
    mark = _MARK.search(text)
    while mark:
        around = text[max(0, mark.start() - _NEAR) : mark.end() + _NEAR]
        if any(_is_old(word, "TCVN3") or _is_old(word, "VNI") for word in _WORD.findall(around)):
            return True
        mark = _MARK.search(text, mark.end() + _NEAR)
    return any(pair in text for pair in _PAIRS)


def _passages(text: str, encoding: Encoding) -> tuple[int, tuple[Passage, ...]]:
    lines: list[tuple[int, str, list[re.Match[str]]]] = []
    offset = 0
    proven = False
    for line in text.splitlines(keepends=True):
        hits = [word for word in _WORD.finditer(line) if _is_old(word[0], encoding)]
        proven = proven or _proves(hits)
        lines.append((offset, line, hits))
        offset += len(line)
    if not proven:
        return 0, ()
    found: list[Passage] = []
    group: list[tuple[int, str, list[re.Match[str]]]] = []
    for entry in (*lines, (offset, "-", [])):
        if entry[2]:
            group.append(entry)
        elif group and entry[1].strip():
            found.append(_passage(group, encoding))
            group = []
    return sum(len(hits) for _, _, hits in lines), tuple(found)


def _passage(lines: list[tuple[int, str, list[re.Match[str]]]], encoding: Encoding) -> Passage:
    start = lines[0][0] + lines[0][2][0].start()
    end = lines[-1][0] + lines[-1][2][-1].end()
    joined = "".join(line for _, line, _ in lines)
    converted = decode(joined, encoding)
    words = [w[0] for w in _WORD.finditer(joined) if not w[0].isascii()]
    fits = not _UNICODE_WORD.search(joined) and all(is_syllable(decode(word, encoding)) for word in words)
    return Passage(encoding, start, end - start, converted.strip() if fits else None)


def _is_old(word: str, encoding: Encoding) -> bool:
    if len(word) < 2 or word.isascii() or _UNICODE_WORD.search(word) or is_syllable(word):
        return False
    decoded = decode(word, encoding)
    return decoded != word and is_syllable(decoded)


def _proves(hits: list[re.Match[str]]) -> bool:
    """Two different words on one line, or one with two codes; signs such as µ do not count alone."""
    words = {hit[0] for hit in hits}
    strong = {word for word in words if any(c not in _WEAK and not c.isascii() for c in word)}
    rich = any(sum(not c.isascii() for c in word) >= 2 for word in strong)
    return bool(strong) and (len(words) >= 2 or rich)


def _in_case(word: str, decoded: str) -> str:
    letters = [c for c in word if c.isascii()]
    capitals = bool(letters) and all(c.isupper() for c in letters) and len(decoded) > 1
    return decoded.upper() if capitals and not decoded.istitle() else decoded
