"""Every page names the picture that stands for it where it is shared; one is drawn when its words change."""

import re
import struct
from pathlib import Path

from tests.catalogues import build_golden, build_site, golden_catalogue, tree

SITE = "https://example.org/sang-kien/"
META = re.compile(r'<meta property="(og:[a-z:]+)" content="([^"]*)">')


def metas(public: Path, page: str) -> dict[str, str]:
    return dict(META.findall((public / page).read_text("utf-8")))


def test_every_page_of_figures_has_a_picture_that_is_there(tmp_path: Path) -> None:
    public = build_golden(tmp_path)
    named = set()
    for path in public.rglob("*.html"):
        page = path.relative_to(public).as_posix()
        if page.startswith(("sang-kien/", "nhung/", "404", "en/404")):
            continue
        found = metas(public, page)
        assert found["og:image"].startswith(SITE) and found["og:url"] == SITE + page
        picture = found["og:image"].removeprefix(SITE)
        assert struct.unpack(">II", (public / picture).read_bytes()[16:24]) == (1200, 630), page
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert found["og:title"]
        named.add(picture)
    drawn = {p.relative_to(public).as_posix() for p in public.rglob("*.png") if "hinh" in p.parts}
    assert named == drawn
    for page, picture in (
        ("don-vi/quan-dong/to-det/index.html", "hinh/don-vi/quan-dong.png"),
        ("don-vi/quan-dong/nam-2025.html", "hinh/don-vi/quan-dong.png"),
        ("en/giai-doan/nam-2025/index.html", "en/hinh/giai-doan/nam-2025.png"),
        ("en/so-sanh/index.html", "en/hinh/toan-canh.png"),
    ):
        assert metas(public, page)["og:image"] == SITE + picture


def test_without_the_sites_address_a_picture_is_named_from_the_page(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    programme = root / "schema" / "programme.yml"
    text = programme.read_text("utf-8")
    programme.write_text(text.replace(f"site_url: {SITE}", "site_url: ''"), "utf-8")
    build_site(root)
    page = "en/don-vi/quan-dong/nam-2025.html"
    found = metas(root / "public", page)
    assert found["og:image"] == "../../../en/hinh/don-vi/quan-dong.png"
    assert (root / "public" / page).parent.joinpath(found["og:image"]).exists()
    assert "og:url" not in found


def test_only_pictures_whose_words_change_are_drawn_anew(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public" / "hinh")
    entry = root / "submissions/nganh-y/benh-vien-may/khau-trang-vai-mau.yml"
    entry.rename(entry.with_name("ten-khac.yml"))
    build_site(root)
    assert tree(root / "public" / "hinh") == before, "a name says nothing about a number"
    entry.with_name("ten-khac.yml").unlink()
    build_site(root)
    after = tree(root / "public" / "hinh")
    changed = {path for path, content in after.items() if content != before[path]}
    assert "don-vi/nganh-y.png" in changed and "toan-canh.png" in changed
    assert "don-vi/quan-dong.png" not in changed
