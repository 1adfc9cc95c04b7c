"""Search documents of any number, made from syllables with the spread of real Vietnamese text.

The words mean nothing; their frequencies, the lengths of texts and the spread over unions, kinds, days and
amounts are what a real catalogue has, because the index's size depends on them.
"""

import unicodedata
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from math import exp
from random import Random

from generator.search import SearchDocument

LABELS: Mapping[str, Sequence[str]] = {
    "kind": (
        "technical", "management", "operational", "applied-technology", "union-activity",
        "covid-prevention", "research",
    ),
    "field": (
        "production", "health-and-safety", "healthcare", "education", "logistics", "construction",
        "agriculture", "energy-environment", "digital", "administration", "commerce-services", "union-work",
    ),
    "phase": ("phase-1", "phase-2"),
    "unit_type": ("enterprise", "school", "hospital", "office", "cooperative"),
}  # fmt: skip

_ONSETS = "b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x"
_RHYMES = (
    "a ac ai am an ang anh ao ap at au ay âm ân ât âu ây ăc ăm ăn ăng e em en eo ê êm ên êt êu i ich iêm "
    "iên iêt iêu im in inh it o oa oai oan oang oc oi om on ong ot ô ôc ôi ôm ôn ông ôt ơ ơi ơm ơn ơp u ua "
    "uc ui um un ung uôc uôi uôn uông ut uy uyên uyêt ư ưa ưc ưng ươc ươi ươm ươn ương ưu"
)
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_FIRST, _LAST = date(2021, 9, 1), date(2023, 9, 1)
_PHASE_2 = date(2022, 6, 1)


class _Words:
    """Draws words as often as the hand-written innovations use their most frequent, second most frequent, ….

    Among a hundred of those, 200 words make 56 % of the text, 1,000 make 92 %.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.totals = list(accumulate(exp(-n / 1000) / (n + 60) + 1e-6 for n in range(len(words))))

    def draw(self, random: Random, count: int) -> list[str]:
        top = self.totals[-1]
        return [self.words[bisect(self.totals, random.random() * top)] for _ in range(count)]


def documents(count: int, seed: int = 1) -> Iterator[SearchDocument]:
    """`count` documents in the order of their IDs."""
    random = Random(seed)
    words = _Words(_vocabulary(random))
    names = _Words([word.title() for word in words.words[:300]])
    uppers = [f"cong-doan-{number:02}" for number in range(22)]
    shares = [1 / (number + 2) for number in range(22)]
    per_union = 15
    unions = sorted(
        (random.choices(uppers, shares)[0], f"{number:06}") for number in range(max(1, count // per_union))
    )
    of_unit = [
        (random.choices(LABELS["unit_type"], (60, 20, 8, 10, 2))[0], random.randrange(12)) for _ in unions
    ]
    unit_names = [f"CĐCS Công ty {' '.join(names.draw(random, 3))}" for _ in unions]
    members = sorted(random.choices(range(len(unions)), [random.paretovariate(1.3) for _ in unions], k=count))
    for number, place in enumerate(members):
        upper, union = unions[place]
        unit_type, main_field = of_unit[place]
        secret = random.random() < 0.01
        day = _FIRST + timedelta(int((_LAST - _FIRST).days * random.random() ** 0.8))
        title = " ".join(words.draw(random, random.randint(6, 14))).capitalize()
        money = random.random() < 0.7
        yield SearchDocument(
            f"{upper}/don-vi-{union}/sang-kien-{random.randrange(36**4):07}-{number:07}", title,
            " ".join(words.draw(random, random.randint(20, 45))).capitalize() + ".",
            "" if secret else _text(random, words),
            tuple(" ".join(names.draw(random, 3)) for _ in range(random.choices((1, 2, 3), (7, 2, 1))[0])),
            unit_names[place], f"{upper}/don-vi-{union}", f"LĐLĐ {upper}", upper,
            None if secret else random.choices(LABELS["kind"], (34, 18, 20, 8, 9, 9, 2))[0],
            LABELS["field"][main_field if random.random() < 0.6 else random.randrange(12)],
            None if secret else LABELS["phase"][day >= _PHASE_2], unit_type,
            None if secret else f"{day:%Y-%m}", None if secret else day.isoformat(),
            int(10 ** random.gauss(7.6, 0.7) // 10**6 + 1) * 10**6 if money else None,
        )  # fmt: skip


def _vocabulary(random: Random) -> list[str]:
    """About 7,000 syllables, and a tail of numbers and foreign words."""
    syllables = []
    for onset in _ONSETS.split():
        for rhyme in _RHYMES.split():
            for tone in random.sample(_TONES, random.choice((0, 1, 2, 3, 4))):
                at = next(place for place, letter in enumerate(rhyme) if letter in _VOWELS)
                syllables.append(onset + rhyme[: at + 1] + tone + rhyme[at + 1 :])
    random.shuffle(syllables)
    tail = [str(random.randrange(10_000)) for _ in range(3000)]
    tail += ["".join(random.choices("abcdefghilmnorstu", k=random.randint(4, 9))) for _ in range(6000)]
    return [unicodedata.normalize("NFC", word) for word in syllables + tail]


def _text(random: Random, words: _Words) -> str:
    parts = []
    for heading in ("Thực trạng", "Giải pháp", "Hiệu quả"):
        parts += [f"## {heading}", " ".join(words.draw(random, random.randint(50, 85))) + "."]
    return "\n\n".join(parts)
