"""Two texts: how far one is contained in the other, and which sentences agree.

A sentence of one text is covered as far as its pairs of syllables occur anywhere in the other, so the order
of sentences does not matter. The score is the mean cover of all sentences, of the text that is covered
better: a copy that dropped parts, or was merged into something longer, is still a copy. Many sentences
covered in part weigh more than one copied whole: units often describe one situation twice and then solve
different things.
"""

from dataclasses import dataclass

from generator.similarity.reading import Reading, Sentence, SimilarText, plain, read

# Two innovations at least this similar are worth a warning. Chosen on the development part of the labelled
# set (tests/novelty): rewordings score 0.86 and more and short retellings mostly 0.55 to 0.88; different
# ideas score at most 0.32, and at most 0.46 (one 0.52) if they describe their situation in the same words.
NOVELTY_THRESHOLD = 0.5

# A tenth of a sentence's pairs is found in any long text on the subject.
_CHANCE = 0.1
# How quickly partial cover counts as a sentence's being there: 30 % of the pairs count 0.63, 50 % 0.9.
_STEEPNESS = 4
# A longer sentence weighs no more than this many syllables.
_WEIGHT = 12
# A text of fewer syllables is contained in others by chance.
_EVIDENCE = 24
# Sentences agree when this share of the shorter one's pairs is in the other.
_AGREEMENT = 0.25
_PASSAGES = 5


@dataclass(frozen=True, slots=True)
class Similarity:
    """Score 0 to 1, and the sentences that agree: (of the new text, of the earlier one), best first."""

    score: float
    passages: tuple[tuple[str, str], ...]


def compare(new: SimilarText, earlier: SimilarText, common: frozenset[int] = frozenset()) -> Similarity:
    """Compare two texts; `common` are keys that so many share that they are form language."""
    one, other = read(new), read(earlier)
    return Similarity(score(one, other, common), passages(one, other, common))


def score(one: Reading, other: Reading, common: frozenset[int]) -> float:
    """The share of one text that is in the other, the larger share of the two directions."""
    covers = [_cover(one, other, common), _cover(other, one, common)]
    enough = [cover for cover, weight in covers if weight >= _EVIDENCE]
    return round(max(enough) if enough else min(cover for cover, _ in covers), 4)


def passages(one: Reading, other: Reading, common: frozenset[int]) -> tuple[tuple[str, str], ...]:
    """The sentences that agree best; each is shown once."""
    found = []
    for n, mine in enumerate(one.sentences):
        for m, theirs in enumerate(other.sentences):
            shared = len(mine.keys & theirs.keys)
            share = shared / min(len(mine.keys), len(theirs.keys))
            if shared > 1 and share >= _AGREEMENT and not _is_form(mine, common):
                found.append((-shared * share, n, m))
    shown: dict[str, str] = {}
    for _, n, m in sorted(found):
        pair = plain(one.sentences[n].text), plain(other.sentences[m].text)
        if pair[0] not in shown and pair[1] not in shown.values():
            shown[pair[0]] = pair[1]
    return tuple(shown.items())[:_PASSAGES]


def _cover(one: Reading, other: Reading, common: frozenset[int]) -> tuple[float, int]:
    """How far `one` is covered by `other`, and the weight of the sentences that this rests on."""
    covered, total = 0.0, 0
    for sentence in one.sentences:
        if common and _is_form(sentence, common):
            continue
        weight = min(sentence.syllables, _WEIGHT)
        found = len(sentence.keys & other.keys) / len(sentence.keys)
        missing = min(1.0, (1 - found) / (1 - _CHANCE))
        covered += weight * (1 - missing**_STEEPNESS)
        total += weight
    return (covered / total if total else 0.0), total


def _is_form(sentence: Sentence, common: frozenset[int]) -> bool:
    """Whether everybody writes this sentence: all keys kept of it, two at least, are common."""
    sample = sentence.sample
    return len(sample) > 1 and common.issuperset(sample)
