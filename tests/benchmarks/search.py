"""Measures the search: `python -m tests.benchmarks.search [NUMBER…] [--site FOLDER]`.

Building is measured in a process of its own, without the making of the documents. Queries are words of
titles, as people type them. With the folder of a built site, its search page is measured too, over the index
of each number of documents: in Chromium as on a phone, on slow 4G and with a fourth of this machine's speed.
"""

import argparse
import functools
import gzip
import resource
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from generator.search import stream_index
from tests.benchmarks.search_documents import LABELS, documents
from tests.browser.conftest import FLAGS, find_chromium
from tests.unit.search_engine import answers

SHOWN = 10
FILTERS = {"closed, as on a phone": (), "open, as on a desktop": ("phase", "upper", "kind", "benefit")}
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
SLOWDOWN = 4
WATCH = """() => {
  window.waits = [];
  let pressed = 0;
  const box = document.querySelector("#search [name=q]");
  box.addEventListener("input", () => (pressed = performance.now()), true);
  const watcher = new MutationObserver(() => waits.push(performance.now() - pressed));
  watcher.observe(document.querySelector("#count"), { childList: true });
}"""


def build(number: int, folder: Path) -> tuple[float, float, int]:
    """Write the index of `number` documents; gives seconds, megabytes at the peak, and files."""
    made = list(documents(number)) if number <= 100_000 else documents(number)
    spent, files = 0.0, 0
    index = stream_index(made, LABELS)
    while True:
        begun = time.process_time()
        file = next(index, None)
        spent += time.process_time() - begun
        if file is None:
            return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, files
        target = folder / file[0]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file[1])
        files += 1


def queries(number: int, count: int) -> Iterator[str]:
    """Two or three neighbouring words of each of `count` titles."""
    random = Random(7)
    for document, _ in zip(documents(min(number, 2000)), range(count), strict=False):
        words = document.title.split()
        start = random.randrange(len(words) - 2)
        yield " ".join(words[start : start + random.choice((2, 3))])


def kilobytes(folder: Path, names: Sequence[str]) -> tuple[float, float]:
    """The size of files, as they are and compressed as hosts do."""
    contents = [(folder / "tim-kiem" / name).read_bytes() for name in dict.fromkeys(names)]
    return sum(map(len, contents)) / 1000, sum(len(gzip.compress(content, 6)) for content in contents) / 1000


def measure(number: int, folder: Path) -> None:
    with get_context("spawn").Pool(1) as pool:
        seconds, peak, files = pool.apply(build, (number, folder))
    say(f"{number:,} documents: {seconds:.1f} s of one processor, {peak:.0f} MB at the peak, {files:,} files")
    raw, packed = kilobytes(folder, ["index.json"])
    say(f"manifest: {raw:.0f} KB, {packed:.1f} KB compressed")
    asked = list(queries(number, 40))
    for name, facets in FILTERS.items():
        # A new engine for each query: nothing is known yet.
        found = [answers(folder, [{"query": query, "facets": facets, "cards": SHOWN}])[0] for query in asked]
        sizes = [kilobytes(folder, ["index.json", *answer["read"]]) for answer in found]
        for title, column in zip(("as they are", "compressed"), zip(*sizes, strict=True), strict=True):
            say(f"first query, filters {name}, files {title}: {spread(column)} KB")
    keys = [
        {"query": query[:length], "facets": FILTERS["open, as on a desktop"]}
        for query in asked[:20]
        for length in range(2, len(query) + 1)
    ]
    warm = answers(folder, keys + keys)[len(keys) :]
    say(f"engine, a keystroke: {spread([answer['milliseconds'] for answer in warm])} ms")


def measure_page(site: Path, number: int, folder: Path) -> None:
    """The page of `site` with the index in `folder`."""
    shutil.copytree(site, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("tim-kiem"))
    shutil.copy(site / "tim-kiem" / "index.html", folder / "tim-kiem")
    first, following, known = [], [], []
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for query in queries(number, 10):
            waits = typed(browser, f"{address}tim-kiem/index.html", query)
            for column, wait in zip((first, following, known), waits, strict=True):
                column.append(wait)
        browser.close()
    say(f"phone, first results: {spread(first)} ms")
    say(f"phone, next keystroke: {spread(following)} ms; with known files {spread(known)} ms")


def typed(browser: Browser, address: str, query: str) -> list[float]:
    """Milliseconds from a keystroke to results: the first, one letter more, and that letter taken away."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address, wait_until="networkidle")
    page.evaluate(WATCH)
    box = page.locator("#search [name=q]")
    waits = []
    for press in (
        lambda: box.fill(query[:-1]),
        lambda: box.press_sequentially(query[-1]),
        lambda: box.press("Backspace"),
    ):
        page.wait_for_load_state("networkidle")
        before = page.evaluate("waits.length")
        press()
        page.wait_for_function("number => waits.length > number", arg=before)
        waits.append(page.evaluate("number => waits[number]", before))
    context.close()
    return waits


class _Compressing(SimpleHTTPRequestHandler):
    """Compresses text, as hosts do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Compressing, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def spread(values: Sequence[float]) -> str:
    ordered = sorted(values)
    return f"median {statistics.median(ordered):.0f}, nine of ten below {ordered[len(ordered) * 9 // 10]:.0f}"


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[2_000, 45_000])
    parser.add_argument("--site", type=Path, help="a built site")
    options = parser.parse_args()
    for number in options.numbers:
        with tempfile.TemporaryDirectory() as name:
            measure(number, Path(name))
            if options.site:
                measure_page(options.site, number, Path(name))


if __name__ == "__main__":
    main()
