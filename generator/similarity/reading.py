"""A text as novelty reads it: sentences of folded content syllables, and integer keys of their pairs.

Folding makes a copy typed without diacritics the same text. Numbers and function words are left out, and a
pair is the same in either order, so that other figures and small changes of wording touch few pairs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from generator.model import Innovation
from generator.text import fold

# Stored fingerprints of another version are useless: the store makes them anew.
VERSION = 1

# One key is kept for this many syllables of a sentence: some 26 keys for an entry of 250 words.
_SYLLABLES_A_KEY = 8
# A sentence longer than this is read in pieces, so that one without full stops is not one thing.
_LONGEST = 24

# Syllables that carry grammar rather than content, folded and with i for y.
_FUNCTION = (
    "va cua la cac cho duoc thi ma de co khong voi o trong khi tu den toi mot nhung nay do ra vao len "
    "xuong con nen vi bang theo nhu cung da dang se bi hai hoac roi moi nao"
)
_FUNCTION_WORDS = frozenset(_FUNCTION.split())
# Syllables that half of all texts have: the subject of a text is in the others. A pair of two of these is
# kept only when a sentence has nothing better.
_EVERYDAY = (
    "ba bai ban bao binh bo bon ca cach cai can cao cham chi chia chung chuien cong cu cuoi dan danh dau "
    "di dieu dinh doan doc doi don dong du dung duoi gan ghi gia giai giam gian giao gio giua hang het "
    "hieu hoat hoc hoi hon hop in ke ket khoang ki kien kiem lai lam lan lao lap lop luc mat mau mo muc "
    "nam ngai nghiem nguoi nhan nhau nhieu nho nhom noi nua phai phan phap phong phut qua qui san sang "
    "sau sinh so su tai tam tang thai thang thanh them thoi thu thuc tien tinh to toan tra tren trieu "
    "truc trung truoc truong tuan tung van vi vien viec xong xuat"
)
_EVERYDAY_WORDS = frozenset(_EVERYDAY.split())
_SENTENCE_END = re.compile(r"[.!?;\n]\s+|\n")
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
# Markdown around a line: headings are the form's, not the author's; bullets, emphasis and quotes are dress.
_HEADING = re.compile(r"^ {0,3}#.*$", re.MULTILINE)
_DRESS = re.compile(r"^\s*(?:[-*+>]|\d+[.)])\s+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


@dataclass(frozen=True, slots=True)
class SimilarText:
    """What of an innovation is compared. `id` is `<upper>/<grassroots>/<slug>`."""

    id: str
    title: str
    summary: str
    novelty: str
    description: str

    @staticmethod
    def of(innovation: Innovation) -> "SimilarText":
        """The text of `innovation`; of a confidential one only what is public, as passages are shown."""
        if innovation.confidential:
            return SimilarText(innovation.id, innovation.title, innovation.summary, "", "")
        novelty = innovation.novelty or ""
        return SimilarText(
            innovation.id, innovation.title, innovation.summary, novelty, innovation.description
        )

    @property
    def unit(self) -> str:
        """The grassroots union."""
        return self.id.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a piece of a long one: as written, and the keys of its pairs of neighbours."""

    text: str
    syllables: int
    keys: frozenset[int]

    @property
    def sample(self) -> list[int]:
        """The keys that a fingerprint keeps: the smallest, which is the same choice wherever it stands."""
        return sorted(self.keys)[: -(-self.syllables // _SYLLABLES_A_KEY)]


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole text: its sentences, and all its keys, also of pairs with one syllable between."""

    sentences: tuple[Sentence, ...]
    keys: frozenset[int]


def fingerprint(text: SimilarText) -> tuple[int, ...]:
    """The keys under which a store keeps `text`, in ascending order."""
    kept: set[int] = set()
    for _, syllables in _sentences(text):
        kept.update(sorted(_pairs(syllables, 1))[: -(-len(syllables) // _SYLLABLES_A_KEY)])
    return tuple(sorted(kept))


def read(text: SimilarText) -> Reading:
    """`text` made ready for comparing it, or for asking a store for its like."""
    sentences, keys = [], set[int]()
    for sentence, syllables in _sentences(text):
        neighbours = frozenset(_pairs(syllables, 1))
        sentences.append(Sentence(sentence, len(syllables), neighbours))
        keys |= neighbours | _pairs(syllables, 2)
    return Reading(tuple(sentences), frozenset(keys))


def _sentences(text: SimilarText) -> Iterator[tuple[str, list[int]]]:
    """Sentences with the numbers of their content syllables, where there are at least two."""
    body = text.description
    if "#" in body:
        body = _HEADING.sub("", body)
    whole = f"{text.title}\n{text.summary}\n{text.novelty}\n{body}"
    for sentence in _SENTENCE_END.split(whole):
        syllables = list(filter(None, map(_syllable, sentence.split())))
        if len(syllables) <= _LONGEST:
            if len(syllables) > 1:
                yield sentence, syllables
        else:
            # Pieces overlap by one syllable: no pair is lost.
            for start in range(0, len(syllables) - 1, _LONGEST):
                yield sentence, syllables[start : start + _LONGEST + 1]


def plain(sentence: str) -> str:
    """A sentence of Markdown to be shown as plain text, without its full stop."""
    return " ".join(_DRESS.sub("", sentence).split()).rstrip(".;")


# Everyday syllables have numbers that leave 2 when divided by 4, the others odd ones: what the product leaves
# tells how many of the two are everyday, and the more there are, the larger the key and the later its choice.
_RANK = (2 << 29, 0, 1 << 29, 0)


@lru_cache(maxsize=65536)
def _syllable(word: str) -> int:
    """A number for a word, punctuation and all; 0 for what is left out. Kỹ and kĩ are one word."""
    folded = _NO_LETTER_OR_DIGIT.sub("", fold(word)).replace("y", "i")
    if not folded or folded in _FUNCTION_WORDS or folded[0].isdigit():
        return 0
    number = crc32(folded.encode())
    return number & ~3 | 2 if folded in _EVERYDAY_WORDS else number | 1


def _pairs(syllables: list[int], distance: int) -> set[int]:
    """Keys of the pairs at a distance, the same in either order: a rank, then 29 bits of the product."""
    return {
        (product := one * other) >> 16 & 0x1FFFFFFF | _RANK[product & 3]
        for one, other in zip(syllables, syllables[distance:], strict=False)
    }
