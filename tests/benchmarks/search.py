"""Measures the search: `python -m tests.benchmarks.search [NUMBER…] [--browser]`. Prints a table for each number.

Building is measured in a process of its own, without the making of the documents. Queries are words of titles,
as people type them. With --browser, Chromium stands for a phone on slow 4G with a fourth of this machine's
speed.
"""

import argparse
import gzip
import json
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from random import Random

from generator.search import MANIFEST, stream_index
from tests.benchmarks.search_documents import LABELS, documents
from tests.unit.search_engine import answers

SHOWN = 10
OPEN_FILTERS = ("phase", "upper", "kind", "benefit")


def build(number: int, folder: Path) -> tuple[float, float, int]:
    """Write the index of `number` documents; gives seconds, megabytes at the peak, and files."""
    made = list(documents(number)) if number <= 100_000 else documents(number)
    spent, files = 0.0, 0
    index = stream_index(made, LABELS)
    while True:
        begun = time.perf_counter()
        file = next(index, None)
        spent += time.perf_counter() - begun
        if file is None:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            return spent, peak, files
        target = folder / file[0]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file[1])
        files += 1


def queries(number: int, count: int) -> Iterator[str]:
    """Two or three neighbouring words of a title."""
    random = Random(7)
    for document in documents(min(number, 2000)):
        words = document.title.split()
        start = random.randrange(len(words) - 2)
        if count:
            count -= 1
            yield " ".join(words[start : start + random.choice((2, 3))])


def sizes(folder: Path, names: Sequence[str]) -> tuple[int, int]:
    """Bytes of files, as they are and compressed as hosts do."""
    contents = [(folder / "tim-kiem" / name).read_bytes() for name in dict.fromkeys(names)]
    return sum(map(len, contents)), sum(len(gzip.compress(content, 6)) for content in contents)


def measure(number: int, folder: Path) -> None:
    with get_context("spawn").Pool(1) as pool:
        seconds, peak, files = pool.apply(build, (number, folder))
    line(f"{number:,} documents: built in {seconds:.1f} s, {peak:.0f} MB at the peak, {files:,} files")
    asked = list(queries(number, 100))
    manifest = sizes(folder, ["index.json"])
    line(f"manifest: {manifest[0] / 1000:.0f} KB, {manifest[1] / 1000:.1f} KB compressed")
    for title, facets in (
        ("filters closed, as on a phone", ()),
        ("filters open, as on a desktop", OPEN_FILTERS),
    ):
        # A new engine for each query: nothing is known yet.
        found = [
            answers(folder, [{"query": query, "facets": facets, "cards": SHOWN}])[0] for query in asked[:40]
        ]
        totals = sorted(sizes(folder, ["index.json", *answer["read"]]) for answer in found)
        raw, packed = (sorted(column) for column in zip(*totals, strict=True))
        middle, most = len(totals) // 2, len(totals) * 9 // 10
        line(
            f"first query, {title}: median {raw[middle] / 1000:.0f} KB, {packed[middle] / 1000:.0f} KB compressed; "
            f"nine of ten below {raw[most] / 1000:.0f} KB, {packed[most] / 1000:.0f} KB compressed"
        )
    keys = [
        {"query": query[:length], "facets": OPEN_FILTERS}
        for query in asked[:20]
        for length in range(2, len(query) + 1)
    ]
    warm = answers(folder, keys + keys)[len(keys) :]
    times = sorted(answer["milliseconds"] for answer in warm)
    line(
        f"a keystroke: median {statistics.median(times):.1f} ms, nine of ten below {times[len(times) * 9 // 10]:.1f} ms"
    )


def line(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[2_000, 45_000])
    parser.add_argument("--keep", type=Path, help="leave the last index in this folder")
    options = parser.parse_args()
    for number in options.numbers:
        with tempfile.TemporaryDirectory() as name:
            measure(number, Path(name))
            if options.keep:
                shutil.copytree(name, options.keep, dirs_exist_ok=True)


if __name__ == "__main__":
    main()
