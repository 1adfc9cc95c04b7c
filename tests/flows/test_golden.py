"""The golden catalogue's whole site is committed: a change is read in review, then taken by `make accept`."""

from pathlib import Path

from tests.catalogues import ROOT, SITE, build_golden, site_files, tree


def test_the_site_is_the_one_that_was_accepted(tmp_path: Path) -> None:
    public = build_golden(tmp_path)
    found, expected = site_files(public), tree(SITE)
    assert found.keys() == expected.keys()
    changed = [path for path, content in found.items() if content != expected[path]]
    assert not changed, f"changed: {changed}; look at the difference, then: make accept"
    assert tree(public / "assets") == tree(ROOT / "site" / "theme" / "assets")


def test_what_is_confidential_stays_inside(tmp_path: Path) -> None:
    pages = {p: c.decode() for p, c in tree(build_golden(tmp_path)).items() if p.endswith((".html", ".json"))}
    entry = pages["sang-kien/quan-dong/to-det/khung-det-hai-lop.html"]
    assert "Khung dệt hai lớp" in entry and "2,4 tỷ đồng" in entry
    for word in ("Bí quyết kín", "Nội dung kín", "07/QĐ", "15/01/2025", "Năm 2025", "Kỹ thuật"):
        assert word not in entry
    assert not [path for path, text in pages.items() if "Bí quyết kín" in text]
    shown_by_date = [p for p in pages if "2025-01" in p and "khung-det-hai-lop" in pages[p]]
    assert not shown_by_date, "a list by month would tell its date"


def test_text_of_contributors_is_never_trusted(tmp_path: Path) -> None:
    entry = (build_golden(tmp_path) / "sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html").read_text("utf-8")
    assert "<script>alert" not in entry and "&lt;script&gt;" in entry
    assert '<a href="https://example.org/ban-ve"' in entry


def test_a_faulty_file_waits_and_is_told(tmp_path: Path) -> None:
    public = build_golden(tmp_path)
    assert not (public / "sang-kien/quan-dong/to-det/loi-thieu-ngay.html").exists()
    waiting = (public / "cho-sua/index.html").read_text("utf-8")
    assert "submissions/quan-dong/to-det/loi-thieu-ngay.yml" in waiting and "30" in waiting
