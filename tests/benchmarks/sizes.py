"""How large what people load is: pages, style sheets and scripts of a built site, files of a first query."""

from pathlib import Path

from tests.benchmarks.budgets import SIZES
from tests.benchmarks.peers.catalogue import Catalogue
from tests.benchmarks.search import SHOWN, kilobytes
from tests.unit.search_engine import answers

_PAGE, _CSS, _SCRIPT, _QUERY = SIZES
_ASKED = 40


def sizes_of_site(public: Path) -> dict[str, float]:
    """Bytes, before compression."""
    pages = (path.stat().st_size for path in (public / "sang-kien").rglob("*.html"))
    return {_PAGE: max(pages, default=0), _CSS: _all(public, "css"), _SCRIPT: _all(public, "js")}


def sizes_of_query(catalogue: Catalogue, folder: Path) -> tuple[str, float]:
    """Bytes that a first query of words from titles costs in `folder`, compressed as hosts do."""
    paths = catalogue.paths[:: max(1, len(catalogue.paths) // _ASKED)][:_ASKED]
    titles = [path.read_text("utf-8").partition("\n")[0].removeprefix("title: ") for path in paths]
    found = []
    for title in titles:
        query = " ".join(title.split()[1:4])
        # A new engine for each query: nothing is known yet.
        answer = answers(folder, [{"query": query, "facets": (), "cards": SHOWN}])[0]
        found.append(kilobytes(folder, ["index.json", *answer["read"]])[1] * 1000)
    return _QUERY, sorted(found)[len(found) * 9 // 10]


def _all(public: Path, ending: str) -> float:
    return sum(path.stat().st_size for path in (public / "assets").rglob(f"*.{ending}"))
