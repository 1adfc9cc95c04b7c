"""The search index: what goes in, what comes out, and how little of it changes."""

import json
from dataclasses import replace
from random import Random

import pytest

from generator.model import Innovation, Union
from generator.search import MANIFEST, SearchDocument, analyse, borders, build_index, document_of
from generator.search.numbers import number, numbers, subset
from generator.search.plain import plain
from generator.search.words import forms, key
from tests.benchmarks.search_documents import LABELS, documents
from tests.harness import base_game

UNIONS = {
    "hong-bang": Union("hong-bang", "Liên đoàn Lao động quận Hồng Bàng", "LĐLĐ quận Hồng Bàng", {}, {}),
    "hong-bang/may": Union("hong-bang/may", "CĐCS Công ty May", "CĐCS May", {}, {}, unit_type="enterprise"),
}
DATA = {
    "title": "Bồn rửa tay đạp chân", "kind": "technical", "field": "health-and-safety",
    "summary": "Không chạm vòi.", "applied": {"on": "2022-03-15"}, "benefit": {"money_vnd": 120_000_000},
    "authors": [
        {"name": "Nguyễn Văn An", "job": "Tổ trưởng", "share": 60},
        {"alias": "Tác giả 1", "job": "Thợ", "share": 40},
    ],
    "recognition": {"by": "council"}, "description": "## Giải pháp\n\nHàn **khung** cũ.",
}  # fmt: skip


@pytest.fixture(scope="module")
def entries() -> list[SearchDocument]:
    return list(documents(3000))


def build(entries: list[SearchDocument]) -> dict[str, bytes]:
    files = list(build_index(entries, LABELS))
    found = dict(files)
    assert len(found) == len(files), "a path was given twice"
    return found


def test_a_word_has_one_form_however_it_is_spelled() -> None:
    assert forms("Hòa hoà HÒA ho\u0300a") == {"hoa\u0300"}
    assert forms("Đồ đồ ðồ") == {"đô\u0300"}
    assert forms("– COVID-19 – (rửa tay)…") == {"", "covid 19", "rưa\u0309", "tay"}
    assert key("đô\u0300") == "do"
    assert key("rưa\u0309") == "rua"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## Thực trạng\n\n- Hàn **khung** _cũ_\n- `van`", "Thực trạng Hàn khung cũ van"),
        ("Xem [bản vẽ](https://a.vn/b-c) và ![Bồn rửa](images/bon.jpg)", "Xem bản vẽ và Bồn rửa"),
        ("<https://a.vn> https://b.vn/x?y=z xong", "xong"),
        ("|Trước|Sau|\n|---|---|\n|5|3|", "Trước Sau --- --- 5 3"),
        ("Năm 2022 giảm 5 < 7 – 1.000.000", "Năm 2022 giảm 5 < 7 – 1.000.000"),
    ],
)
def test_markdown_leaves_its_words(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_hostile_markdown_costs_no_more_than_its_length() -> None:
    for piece in ("[", "![a](", "[a](", "<http:", "*_", "   \n> "):
        assert len(plain(piece * 20_000)) <= len(piece) * 20_000


def test_numbers_take_one_character_where_they_can() -> None:
    assert number(0) == "A"
    assert number(63) == "_"
    assert number(64) == "#A"
    assert number(64 * 24 + 1) == "#!B"
    assert numbers([1, 2, 100]) == "BC#k"
    assert subset([0, 1, 5, 99]) == "AAD#d"
    assert subset(range(24)) == "~____"
    assert subset([1, *range(4, 26)]) == "~T____"[:5] + "w"


def test_a_document_is_what_its_page_shows() -> None:
    found = document_of(Innovation.from_data("hong-bang/may/bon-rua", DATA), UNIONS, base_game().programme)
    assert found == SearchDocument(
        "hong-bang/may/bon-rua", "Bồn rửa tay đạp chân", "Không chạm vòi.", "Giải pháp Hàn khung cũ.",
        ("Nguyễn Văn An", "Tác giả 1"), "CĐCS May", "hong-bang/may", "LĐLĐ quận Hồng Bàng", "hong-bang",
        "technical", "health-and-safety", "phase-1", "enterprise", "2022-03", "2022-03-15", 120_000_000,
    )  # fmt: skip


def test_a_confidential_document_keeps_its_secrets() -> None:
    secret = {
        **DATA,
        "confidential": True,
        "description": "Bí quyết pha dung dịch",
        "kind": "covid-prevention",
    }
    found = document_of(Innovation.from_data("hong-bang/may/bon-rua", secret), UNIONS, base_game().programme)
    assert (found.kind, found.phase, found.month, found.applied_on, found.description) == (
        None,
        None,
        None,
        None,
        "",
    )
    told = b"".join(content for path, content in build([found]).items() if path != MANIFEST)
    for word in ("quyết", "covid-prevention", "2022"):
        assert word.encode() not in told


def test_a_word_stands_where_it_counts_most() -> None:
    first = replace(next(documents(1)), title="A b", summary="B c", unit="", authors=(), description="C d a")
    found = analyse(first)
    assert (set(found.title), set(found.names), set(found.text)) == ({"a", "b"}, {"c"}, {"d"})


def test_any_order_gives_the_same_bytes(entries: list[SearchDocument]) -> None:
    shuffled = list(entries)
    Random(1).shuffle(shuffled)
    assert build(shuffled) == build(entries)


def test_one_change_moves_few_files(entries: list[SearchDocument]) -> None:
    """Another title, or one more innovation, newer than its union's others: only its own words' files."""
    before = build(entries)
    middle = entries[1500]
    late = max(entry.applied_on or "" for entry in entries)
    renamed = [*entries[:1500], replace(middle, title="Bồn rửa tay"), *entries[1501:]]
    another = replace(middle, id=f"{middle.id}-them", title="Bồn rửa tay", applied_on=late)
    for after, words in ((renamed, 40), ([*entries, another], 150)):
        files = build(after)
        new = {path for path in files if path not in before}
        assert len([path for path in new if path.count("/") == 3]) <= 16
        assert len([path for path in new if path.count("/") == 2]) <= words
        assert {path for path in files if before.get(path, files[path]) != files[path]} == {MANIFEST}


def test_borders_follow_from_the_ids_around_them(entries: list[SearchDocument]) -> None:
    ids = [entry.id for entry in documents(12_000)]
    whole = list(borders(ids))
    assert [innovation_id for part in whole for innovation_id in part] == ids
    assert all(len({innovation_id.split("/")[0] for innovation_id in part}) == 1 for part in whole)
    assert max(map(len, whole)) <= 4096
    without = list(borders(ids[:5000] + ids[5001:]))
    assert len([part for part in without if part not in whole]) <= 2


def test_files_are_few_and_named_by_content(entries: list[SearchDocument]) -> None:
    files = build(entries)
    assert len(files) < len(entries) / 6
    manifest = json.loads(files[MANIFEST])
    assert sum(size for size, _, _ in manifest["segments"]) == len(entries)
    for path in files:
        assert path == MANIFEST or path.startswith("tim-kiem/data/")
        assert path.endswith(".json")
        json.loads(files[path])


def test_names_of_vocabularies_are_the_programme_s() -> None:
    with pytest.raises(KeyError):
        build([replace(next(documents(1)), kind="unheard-of")])
