"""Novelty: which earlier innovations say the same as a new one, how far, and in which passages.

Never a verdict: a score of 0 to 1 and pairs of sentences to read side by side; people decide. Pure: texts
and keys come in as arguments, the tables are the store's. The rooms:

    reading      a text as sentences of folded syllables, and the integer keys of its word pairs
    comparison   two texts: score and passages
    index        from a new text to its nearest earlier ones, over a `Shelf`; `Index` is one in memory

How it works. A text is reduced to its content syllables (no diacritics, no numbers, no function words) and
these to pairs of neighbours. `fingerprint` keeps a sample of a text's pairs, about one for eight syllables
and at least one for each sentence; the store keeps them in an inverted table. `nearest` asks that table for
*all* pairs of the new text, also those with one syllable between, so that an entry is met if any few of its
kept pairs live on in the new text. Pairs that many entries keep are form language and count for nothing.
The forty entries that share the most, and the rarest, are read and compared exactly.

What a store keeps, to be a `Shelf`: the entries' texts, a number for each, and

    CREATE TABLE similar (key INTEGER, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;

with one row for each key of `fingerprint(SimilarText.of(innovation))`. To replace or remove an entry, its
old fingerprint is computed again from its old text: DELETE FROM similar WHERE key = ? AND entry = ?.
Inserted in order of key, a whole catalogue goes in fastest. Its two statements (`:keys` a JSON array):

    frequencies   SELECT value,
                    (SELECT count(*) FROM (SELECT 1 FROM similar WHERE key = value LIMIT :most + 1))
                  FROM json_each(:keys)
    holders       SELECT similar.key, entry FROM json_each(:keys) JOIN similar ON similar.key = value

Keys have 31 bits, the same on every machine and Python; VERSION counts up when the same text gets others.
"""

from generator.similarity.comparison import NOVELTY_THRESHOLD, Similarity, compare
from generator.similarity.index import Index, Match, Shelf, nearest
from generator.similarity.reading import VERSION, SimilarText, fingerprint

__all__ = [
    "NOVELTY_THRESHOLD", "VERSION", "Index", "Match", "Shelf", "SimilarText", "Similarity", "compare",
    "fingerprint", "nearest",
]  # fmt: skip
