"""The engine finds, counts and orders exactly what a scan of every document does."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.search import SearchDocument
from generator.text import fold
from tests.benchmarks.search_documents import LABELS, documents
from tests.unit.search_engine import answers, write_index
from tests.unit.search_reference import Reference, values_of

SOAK = bool(os.environ.get("SANGKIEN_SOAK"))
DOCUMENTS, QUERIES = (5000, 1500) if SOAK else (1200, 400)
FACETS = ("upper", "unit", "phase", "kind", "field", "unit_type", "benefit", "month")


def requests(entries: list[SearchDocument], count: int, seed: int) -> Iterator[dict[str, Any]]:
    random = Random(seed)
    for _ in range(count):
        wanted = random.choice(entries)
        about = " ".join((wanted.title, wanted.summary, wanted.description, *wanted.authors, wanted.unit))
        chosen = random.choice((wanted.title, wanted.unit, wanted.authors[0], about)).split()
        start = random.randrange(len(chosen))
        words = chosen[start : start + random.choice((0, 1, 1, 2, 3, 4))]
        if random.random() < 0.3:
            words += random.choice(entries).title.split()[:1]
        query = respelled(" ".join(words), random)
        filters = {}
        for facet in random.sample(FACETS, random.choice((0, 0, 1, 2, 3))):
            some = [values_of(entry)[facet] for entry in (wanted, *random.sample(entries, 2))]
            filters[facet] = [value for value in some if value is not None][: random.choice((1, 2, 3))]
        yield {
            "query": query, "filters": filters, "facets": FACETS,
            "sort": random.choice(("relevance", "relevance", "relevance", "date", "benefit")),
        }  # fmt: skip


def respelled(query: str, random: Random) -> str:
    """The query as somebody else would type it."""
    if random.random() < 0.5 and query:
        query = query[: random.randint(max(1, len(query) - 6), len(query))]
    change = random.randrange(8)
    if change < 2:
        query = fold(query)
    elif change == 2:
        query = query.upper()
    elif change == 3:
        query = unicodedata.normalize("NFD", query)
    elif change == 4:
        query = query.replace("đ", "ð").replace(" ", ", ")
    return query + random.choice(("", "", "", " ", "?"))


def odd_documents(entries: list[SearchDocument]) -> list[SearchDocument]:
    """Documents with what the random ones lack."""
    first = entries[0]
    texts = (
        "Do son hoa binh",
        "Hòa bình hoà bình hóa hoá thủy thuỷ", "COVID-19, 5S và ISO 9001:2015; “rửa tay”…",
        "Đồ Sơn ðồ sơn Ðồ",
        "Straße ΣΊΣΥΦΟΣ Ёлка café naïve Ångström İstanbul",
        "整理 カタカナ ガ 한국어", "x\u0300\u0301 \u0301 a\u0323\u0302",
        "1.234.567,5 100% m² ½ №5", "Thực trạng", "thực hiện thức thưc thuc",
    )  # fmt: skip
    return [
        replace(first, id=f"{first.unit_id}/la-{number}", title=text, summary=text[::-1], description="")
        for number, text in enumerate(texts)
    ]


def compare(folder: Path, entries: list[SearchDocument], asked: list[dict[str, Any]]) -> None:
    write_index(folder, entries, LABELS)
    reference = Reference(entries)
    for request, answer in zip(asked, answers(folder, asked), strict=True):
        expected = reference.search(**request)
        assert answer["ids"] == expected["ids"], request
        assert answer["total"] == len(expected["ids"])
        counted = {
            facet: {value: number for value, number in counts.items() if number}
            for facet, counts in answer["counts"].items()
        }
        assert counted == expected["counts"], request


@pytest.mark.parametrize("seed", range(6 if SOAK else 1))
def test_random_queries(tmp_path: Path, seed: int) -> None:
    entries = list(documents(DOCUMENTS, seed))
    entries += odd_documents(entries)
    asked = list(requests(entries, QUERIES, seed))
    compare(tmp_path, entries, asked)


def test_every_word_of_odd_documents(tmp_path: Path) -> None:
    entries = list(documents(40))
    odd = odd_documents(entries)
    asked = []
    for document in odd:
        for word in document.title.split():
            for query in (word, f"{word} ", word[:2], unicodedata.normalize("NFD", word), fold(word)):
                asked.append({"query": query, "facets": ["kind"]})
    compare(tmp_path, entries + odd, asked)


def test_large_segments(tmp_path: Path) -> None:
    """Gaps of every size, and sets on both sides of the border between gaps and bitmaps."""
    first = next(documents(1))
    entries = []
    for number in range(6000):
        title = " ".join(f"n{every}" for every in (2, 5, 7, 64, 65, 700, 1600, 3000) if number % every == 1)
        entries.append(
            replace(
                first, id=f"{first.unit_id}/x-{number:05}", title=title or "không", description="", summary=""
            )
        )
    asked = [{"query": f"n{every} "} for every in (2, 5, 7, 64, 65, 700, 1600, 3000)]
    compare(tmp_path, entries, asked)


def test_an_empty_catalogue(tmp_path: Path) -> None:
    compare(tmp_path, [], [{"query": "rửa tay", "facets": FACETS}, {"query": "", "facets": FACETS}])
