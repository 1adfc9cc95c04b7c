"""The page of open data lists what there is; the widget is small, whole and without scripts."""

import json
import re
from pathlib import Path

import html5lib
import pytest

from generator.exports import json_ld
from generator.parts.desk import open_desk
from generator.repository import Repository
from generator.store import Store

WIDGETS = ("index", "nganh-y", "quan-dong")


@pytest.mark.parametrize("page", ["du-lieu/index.html", "en/du-lieu/index.html"])
def test_every_file_of_data_is_listed(public: Path, page: str) -> None:
    text = (public / page).read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    links = {
        (public / page).parent.joinpath(link).resolve() for link in re.findall(r'href="([^":#]+)"', text)
    }
    files = {
        p
        for p in public.glob("du-lieu/**/*")
        if p.is_file() and not p.name.endswith((".html", ".schema.json"))
    }
    files |= (
        set(public.glob("api/v1/*.json")) | set(public.rglob("moi-nhat.xml")) | set(public.glob("nhung/*"))
    )
    assert not {path.resolve() for path in files} - links
    assert "CC BY 4.0" in text
    assert ("31/03/2025" if page.startswith("du-lieu") else "31 March 2025") in text


def test_sizes_are_those_of_the_files(public: Path) -> None:
    text = (public / "du-lieu/index.html").read_text("utf-8")
    for path in (
        "du-lieu/sang-kien.csv",
        "du-lieu/sang-kien.sqlite",
        "api/v1/statistics.json",
        "moi-nhat.xml",
    ):
        row = re.search(rf"<li>[^\n]*<code>{path}</code>", text, re.DOTALL)
        size = f"{(public / path).stat().st_size / 1024:,.1f}".translate(str.maketrans(",.", ".,"))
        assert row and f"{size} KB" in row[0], path


def test_fields_have_the_labels_of_the_schema(public: Path) -> None:
    vi, en = ((public / f"{folder}du-lieu/index.html").read_text("utf-8") for folder in ("", "en/"))
    for name, label, english in (
        ("benefit_money_vnd", "Giá trị làm lợi (đồng)", "Benefit in money (VND)"),
        ("applied_on", "Ngày áp dụng", "Applied on"),
        ("unit_type", "Loại hình đơn vị", "Type of unit"),
    ):
        assert re.search(rf"{re.escape(label)} <code>{name}</code>", vi)
        assert re.search(rf"{re.escape(english)} <code>{name}</code>", en)


@pytest.mark.parametrize("name", WIDGETS)
def test_widgets_are_small_and_whole(public: Path, name: str) -> None:
    path = public / f"nhung/{name}.html"
    raw = path.read_bytes()
    assert len(raw) <= 4096
    text = raw.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert "<script" not in text and " style=" not in text and "<style" not in text
    for link in re.findall(r'(?:href|src)="([^"]+)"', text):
        assert path.parent.joinpath(link).resolve().is_file(), link


def test_widgets_say_what_their_union_has(public: Path) -> None:
    text = (public / "nhung/quan-dong.html").read_text("utf-8")
    assert "<b>4</b>" in text and "1 / 2" in text and "3 / 30" in text and "31/03/2025" in text
    assert "<b>5</b>" in (public / "nhung/index.html").read_text("utf-8")


def test_an_innovation_for_search_engines(tmp_path: Path, root: Path) -> None:
    repository = Repository(root)
    store = Store(repository.state / "store.sqlite", read_only=True)
    desk = open_desk(repository, store)
    made = {
        innovation.id.rpartition("/")[2]: json_ld.innovation(innovation, desk.snapshot.unions, desk.programme)
        for union in ("quan-dong/xuong-moc", "quan-dong/to-det")
        for innovation in store.innovations(union)
    }
    store.close()
    assert max(len(text.encode()) for text in made.values()) < 500
    assert json.loads(made["bao-goc-ban-go"])["dateCreated"] == "2024-11-01"
    assert "dateCreated" not in made["khung-det-hai-lop"]


def test_no_text_ends_the_script() -> None:
    assert "<" not in json_ld.in_script({"a": "</script><!--<script>"})
    assert json_ld.in_script({"a": "</b>"}) == '{"a":"\\u003c/b\\u003e"}'
