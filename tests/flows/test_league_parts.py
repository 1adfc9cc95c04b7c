"""A long table of grassroots unions stands on several pages, which together have every union once."""

import csv
import re
from pathlib import Path

import pytest

from tests.catalogues import build_site, sample_catalogue, tree

ROW = re.compile(r'<th scope="row"><a href="[./]*(?:en/)?don-vi/([^"]+)/index\.html"')
LATER = "public/don-vi/khu-kinh-te/co-so-2.html"
NEXT = re.compile(r'<a rel="next" href="([^"]+)"')


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("generator.pages.standing.LEAGUE_PART", 2)
    return sample_catalogue(tmp_path, 700)


def below(path: Path) -> list[str]:
    """The grassroots unions in the table of a page, in its order."""
    found: list[str] = ROW.findall(path.read_text("utf-8"))
    return [union for union in found if "/" in union]


def test_every_union_stands_in_one_part(root: Path) -> None:
    build_site(root)
    unions = {
        p.parent.relative_to(root / "submissions").as_posix() for p in root.glob("submissions/*/*/union.yml")
    }
    for language in ("", "en/"):
        for table in ("index.html", "*.html"):
            for first in (root / "public" / f"{language}don-vi").glob(f"*/{table}"):
                if first.name.startswith("co-so-"):
                    continue
                upper = first.parent.name
                found, page = below(first), first
                while following := NEXT.search(page.read_text("utf-8")):
                    page = (page.parent / following[1]).resolve()
                    assert len(below(page)) <= 2
                    found += below(page)
                own = {union for union in unions if union.startswith(f"{upper}/")}
                assert len(found) == len(own) and set(found) == own, first
                folder = first.parent if first.name == "index.html" else first.with_suffix("")
                with (folder / "cong-doan-co-so.csv").open(encoding="utf-8-sig") as file:
                    assert len(list(csv.reader(file))) == len(own) + 1


def test_a_change_gives_what_a_clean_build_gives(root: Path) -> None:
    build_site(root)
    for entry in sorted(root.glob("submissions/*/*/*.yml")):
        text = entry.read_text("utf-8")
        # Every union's benefit changes, and the place of none.
        entry.write_text(re.sub(r"money_vnd: (\d+)", r"money_vnd: \g<1>000", text), "utf-8")
    before = (root / LATER).read_bytes()
    build_site(root)
    changed = tree(root / "public")
    assert changed[LATER.removeprefix("public/")] != before
    build_site(root, clean=True)
    assert tree(root / "public") == changed
