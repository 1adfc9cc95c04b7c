"""Novelty at scale: `python -m tests.benchmarks.novelty [COUNT]`, 45,000 entries unless told otherwise.

Prints the medians of one comparison from a prepared index, in SQLite on disk and in memory, and of one
in-place update; what making the index costs; and how many of the rewordings of the labelled set are still
found when their originals stand in a crowd. Times are processor time: what else the machine does is not
counted.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import mean, median

from generator.similarity import NOVELTY_THRESHOLD, Index, Match, fingerprint, nearest
from tests.novelty.crowd import crowd
from tests.novelty.pairs import all_pairs, distinct_texts
from tests.novelty.shelf import SqliteShelf


def main(count: int) -> None:
    known = [text for text in distinct_texts() if text.id.count("/") == 1]
    texts = [*crowd(count - len(known)), *known]
    copies = [pair for pair in all_pairs() if pair.kind in ("rewording", "retold")]
    begin = time.process_time()
    kept = [fingerprint(text) for text in texts]
    spent = (time.process_time() - begin) / len(texts) * 1000
    _say(f"fingerprints of {count:,} entries", f"{spent:.3f} ms and {mean(map(len, kept)):.1f} keys each")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "similar.sqlite"
        shelf = SqliteShelf(str(path))
        begin = time.process_time()
        shelf.fill(texts, kept)
        spent = time.process_time() - begin
        _say("index made in SQLite", f"{spent:.1f} s, {path.stat().st_size / 1e6:.0f} MB with texts")
        asked = [pair.new for pair in copies] + texts[:100]
        _say("one comparison, SQLite", _times(lambda n: nearest(asked[n], shelf), len(asked)))
        for kind, part in product(("rewording", "retold"), ("development", "held-out")):
            pairs = [pair for pair in copies if (pair.kind, pair.part) == (kind, part)]
            found = sum(_finds(nearest(pair.new, shelf), pair.earlier.id) for pair in pairs)
            _say(f"found in the crowd: {kind}, {part}", f"{found} of {len(pairs)}")
        updated = texts[:: count // 100]
        _say("one entry replaced, SQLite", _times(lambda n: shelf.replace(updated[n]), len(updated)))
        shelf.close()
    index = Index(texts)
    _say("one comparison, memory", _times(lambda n: index.nearest(asked[n]), len(asked)))
    _say("one entry replaced, memory", _times(lambda n: index.add(updated[n]), len(updated)))


def _finds(matches: list[Match], text_id: str) -> bool:
    return any(match.id == text_id and match.score >= NOVELTY_THRESHOLD for match in matches)


def _times(run: Callable[[int], object], count: int) -> str:
    spent = []
    for n in range(count):
        begin = time.process_time()
        run(n)
        spent.append((time.process_time() - begin) * 1000)
    return f"median {median(spent):.1f} ms, slowest {max(spent):.1f} ms"


def _say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:44} {figure}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 45_000)
