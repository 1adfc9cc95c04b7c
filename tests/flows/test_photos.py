"""Photos on the site: beside each its thumbnails, and on the page the place that they need."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.catalogues import build_site, golden_catalogue, tree

UNION = "quan-dong/xuong-moc"
FOLDER = f"sang-kien/{UNION}/images"
PHOTO = f"submissions/{UNION}/images/duong-xoay.png"
PAGE = f"sang-kien/{UNION}/bao-goc-ban-go.html"


def draw(path: Path, width: int, height: int) -> None:
    out = BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(out, "PNG")
    path.write_bytes(out.getvalue())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A catalogue whose one photo is larger than a page shows it."""
    root = golden_catalogue(tmp_path)
    draw(root / PHOTO, 1000, 600)
    return root


def test_a_page_shows_thumbnails_and_leads_to_the_photo(root: Path) -> None:
    build_site(root)
    image = re.search(r"<figure>(.*?)</figure>", (root / "public" / PAGE).read_text("utf-8"))
    assert image and image[1] == (
        '<a href="images/duong-xoay.png"><img src="images/720/duong-xoay.png.webp" '
        'srcset="images/360/duong-xoay.png.webp 360w, images/720/duong-xoay.png.webp 720w" sizes=100vw '
        'width=720 height=432 alt="Dưỡng xoay kẹp ở góc bàn"></a>'
        "<figcaption>Dưỡng xoay kẹp ở góc bàn</figcaption>"
    )
    public = root / "public"
    assert (public / FOLDER / "duong-xoay.png").read_bytes() == (root / PHOTO).read_bytes()
    for width, height in ((360, 216), (720, 432)):
        with Image.open(public / FOLDER / f"{width}/duong-xoay.png.webp") as thumbnail:
            assert thumbnail.size == (width, height)


def test_the_site_follows_its_photos_and_is_the_same_built_clean(root: Path) -> None:
    build_site(root)
    draw(root / PHOTO, 500, 400)
    build_site(root)
    page = (root / "public" / PAGE).read_text("utf-8")
    assert "720/duong-xoay.png.webp 500w" in page and "width=500 height=400" in page
    incremental = tree(root / "public")
    build_site(root, clean=True)
    assert tree(root / "public") == incremental
    draw(root / PHOTO, 90, 60)
    build_site(root)
    assert sorted(path.name for path in (root / "public" / FOLDER).rglob("*")) == ["duong-xoay.png"]


def test_what_changes_beside_a_photo_leaves_it_alone(root: Path) -> None:
    build_site(root)
    before = (root / "public" / FOLDER / "720/duong-xoay.png.webp").stat().st_mtime_ns
    source = root / f"submissions/{UNION}/so-giao-ca-mot-trang.yml"
    source.write_text(source.read_text("utf-8").replace("Một trang giao ca", "Trang giao ca"), "utf-8")
    assert build_site(root).written
    assert (root / "public" / FOLDER / "720/duong-xoay.png.webp").stat().st_mtime_ns == before


def test_photos_of_what_is_confidential_or_held_back_are_not_published(root: Path) -> None:
    source = root / f"submissions/{UNION}/bao-goc-ban-go.yml"
    text = source.read_text("utf-8")
    source.write_text(text + "confidential: true\n", "utf-8")
    build_site(root)
    assert not (root / "public" / FOLDER).exists()
    source.write_text(text.replace("share: 50", "share: 40"), "utf-8")
    build_site(root)
    assert not (root / "public" / FOLDER).exists()
    source.write_text(text, "utf-8")
    build_site(root)
    assert (root / "public" / FOLDER / "360/duong-xoay.png.webp").exists()
