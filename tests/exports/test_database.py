"""The database: Datasette serves it with its metadata as it is, and its bytes follow from its rows alone."""

import asyncio
import json
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from generator.store.export import Pieces, PublicDatabase
from tests.catalogues import build_site
from tests.exports.conftest import DANGEROUS, catalogue

DATABASE = "du-lieu/sang-kien.sqlite"


async def _answers(public: Path, paths: list[str]) -> list[Any]:
    served = Datasette(
        [],
        immutables=[str(public / DATABASE)],
        metadata=json.loads((public / "du-lieu/metadata.json").read_text()),
    )
    await served.invoke_startup()
    found = []
    for path in paths:
        answer = await served.client.get(path)
        assert answer.status_code == 200, path
        found.append(answer.json() if ".json" in path else answer.text)
    return found


def answers(public: Path, *paths: str) -> list[Any]:
    # In a thread of its own: a browser of other tests may have left a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _answers(public, list(paths))).result()


def test_datasette_serves_it_as_it_is(public: Path) -> None:
    home, table, one = answers(
        public,
        "/sang-kien",
        "/sang-kien/innovations",
        "/sang-kien/innovations/quan-dong~2Fxuong-moc~2Fbao-goc-ban-go",
    )
    for word in ("Sáng kiến tỉnh Mẫu", "CC BY 4.0", "Liên đoàn Lao động tỉnh Mẫu"):
        assert word in home
    assert "Giá trị làm lợi (đồng)" in table, "columns are explained"
    assert "Giải pháp kỹ thuật" in table, "codes show what they stand for"
    assert "CĐCS Xưởng mộc" in table
    assert "Bào góc bàn gỗ bằng dưỡng xoay" in one


def test_facets_and_queries(public: Path) -> None:
    query = "select%20count(*)%20as%20n%20from%20authors%20where%20credited"
    table, counted, figures = answers(
        public, "/sang-kien/innovations.json?_shape=array", f"/sang-kien.json?sql={query}&_shape=array",
        "/sang-kien/figures.json?_shape=array&union=_all&phase=total",
    )  # fmt: skip
    assert len(table) == 5
    assert table[0]["applied_on"] == "2025-03-31", "the newest come first"
    assert counted == [{"n": 5}]
    assert (figures[0]["innovations"], figures[0]["target"]) == (5, 44)


def test_every_reference_leads_somewhere(public: Path) -> None:
    db = sqlite3.connect(f"{(public / DATABASE).as_uri()}?mode=ro", uri=True)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("SELECT count(*) FROM innovations WHERE applied_trial").fetchone() == (2,)
    assert db.execute("SELECT typeof(share) FROM authors GROUP BY 1").fetchall() != [("text",)]
    db.close()


def test_every_column_is_explained(public: Path) -> None:
    metadata = json.loads((public / "du-lieu/metadata.json").read_text("utf-8"))
    tables = metadata["databases"]["sang-kien"]["tables"]
    db = sqlite3.connect(f"{(public / DATABASE).as_uri()}?mode=ro", uri=True)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert sorted(tables) == sorted(names)
    for name in names:
        columns = {row[1] for row in db.execute(f'PRAGMA table_info("{name}")')}
        assert columns == set(tables[name]["columns"])
        assert all(tables[name]["columns"].values())
    db.close()


def test_changes_leave_no_trace(tmp_path: Path) -> None:
    """After edits there and back the kept database gives the same bytes as one made from nothing."""
    root = catalogue(tmp_path)
    build_site(root)
    before = (root / "public" / DATABASE).read_bytes()
    entry = root / DANGEROUS
    whole = entry.read_text("utf-8")
    entry.write_text(whole.replace("Cân keo nhanh", "Cân keo thật nhanh"), "utf-8")
    build_site(root)
    changed = (root / "public" / DATABASE).read_bytes()
    assert changed != before
    entry.unlink()
    build_site(root)
    entry.write_text(whole, "utf-8")
    build_site(root)
    assert (root / "public" / DATABASE).read_bytes() == before
    shutil.rmtree(root / ".sangkien/exports")
    build_site(root, clean=True)
    assert (root / "public" / DATABASE).read_bytes() == before


def test_the_library_that_wrote_it_leaves_no_trace(public: Path) -> None:
    """Its version, and how often it wrote, would make other bytes of the same rows."""
    with (public / DATABASE).open("rb") as file:
        header = file.read(100)
    assert header[24:28] == header[92:96] == (1).to_bytes(4, "big")
    written_by = sqlite3.sqlite_version_info
    assert (
        int.from_bytes(header[96:100], "big")
        != written_by[0] * 1_000_000 + written_by[1] * 1000 + written_by[2]
    )


def test_what_is_kept_is_asked_again_only_where_it_changed(tmp_path: Path) -> None:
    with Pieces(tmp_path / "kept") as pieces, pieces.transaction():
        assert pieces.stale({"a-b/x": "1", "a/y": "1", "a/x": "1"}) == ["a-b/x", "a/y", "a/x"]
        for owner in ("a/y", "a/x", "a-b/x"):
            pieces.put(owner, "1", {"csv": owner.encode() + b"|", "other": b"-"})
    with Pieces(tmp_path / "kept") as pieces, pieces.transaction():
        assert pieces.stale({"a-b/x": "1", "a/y": "2"}) == ["a/y"]
        assert b"".join(pieces.joined("csv")) == b"a-b/x|"
        pieces.put("a/y", "2", {"csv": b"new|"})
        assert b"".join(pieces.joined("csv")) == b"a-b/x|new|", "in the order of IDs"
        assert b"".join(pieces.joined("other")) == b"-"


def test_an_error_leaves_what_was_kept(tmp_path: Path) -> None:
    with Pieces(tmp_path / "kept") as pieces:
        with pieces.transaction():
            pieces.stale({"a/x": "1"})
            pieces.put("a/x", "1", {"csv": b"old"})
        with pytest.raises(sqlite3.IntegrityError):
            _put_twice(pieces)
        assert pieces.stale({"a/x": "1"}) == []
        assert b"".join(pieces.joined("csv")) == b"old"


def _put_twice(pieces: Pieces) -> None:
    with pieces.transaction():
        pieces.put("a/y", "1", {"csv": b"new"})
        pieces.put("a/x", "2", {"csv": b"twice"})


def test_other_tables_or_damage_begin_anew(tmp_path: Path) -> None:
    path = tmp_path / "database"
    add = "INSERT INTO t VALUES (?)"
    for tables in ("CREATE TABLE t (a)", "CREATE TABLE t (a TEXT)"):
        with PublicDatabase(path, tables, {"t": "a"}) as kept, kept.transaction():
            assert kept.stale({"a/x": "1"}) == ["a/x"]
            kept.put("a/x", "1", {add: [["a/x/1"]]})
    with PublicDatabase(path, "CREATE TABLE t (a TEXT)", {"t": "a"}) as kept:
        assert kept.stale({"a/x": "1"}) == []
    path.write_bytes(b"not a database" * 999)
    with PublicDatabase(path, "CREATE TABLE t (a TEXT)", {"t": "a"}) as kept, kept.transaction():
        assert kept.stale({"a/x": "1"}) == ["a/x"]
