"""Pages stay light: what a phone on a slow line has to fetch, before compression."""

import re
from pathlib import Path

from generator.flows import demo
from tests.browser.kinds import pages_of
from tests.catalogues import ROOT, build_site, own_catalogue, sample_catalogue

KIB = 1024
ENTRY = 8 * KIB
STYLES = 30 * KIB
SCRIPTS = 30 * KIB


def heaviest_entry(site: Path) -> tuple[int, str]:
    """The size of the largest entry's page, and which it is."""
    return max(((site / page).stat().st_size, page) for page in pages_of(site, "entry"))


def test_entries(site: Path) -> None:
    size, page = heaviest_entry(site)
    assert size <= ENTRY, page


def entries_with_addresses(root: Path) -> list[str]:
    """The pages of innovations where the addresses of the site and the repository are known and long."""
    programme = root / "schema/programme.yml"
    text = programme.read_text("utf-8")
    for name, address in (
        ("site", f"{'a' * 30}.github.io/sang-kien/"),
        ("repository", "github.com/a/sang-kien"),
    ):
        text = re.sub(rf"(?m)^{name}_url: .*$", f"{name}_url: https://{address}", text)
    programme.write_text(text, "utf-8")
    build_site(root)
    pages = [root / "public" / page for page in pages_of(root / "public", "entry")]
    assert max(page.stat().st_size for page in pages) <= ENTRY
    return [page.read_text("utf-8") for page in pages]


def test_entries_of_a_site_with_addresses(tmp_path: Path) -> None:
    """Each page says these addresses several times."""
    assert all("/edit/" in text for text in entries_with_addresses(own_catalogue(tmp_path)))


def test_what_a_heavy_page_loses(tmp_path: Path) -> None:
    """Some lose what programs read, few the citation, hardly any all its related ones."""
    texts = entries_with_addresses(sample_catalogue(tmp_path))
    assert sum("ld+json" in text for text in texts) > len(texts) * 0.6
    assert sum("<details>" in text for text in texts) > len(texts) * 0.9
    assert sum("class=related" in text for text in texts) > len(texts) * 0.97


def test_entries_of_a_synthetic_catalogue(tmp_path: Path) -> None:
    root = tmp_path / "demo"
    demo.run(ROOT, 200, 1, root, lambda done, total: None)
    build_site(root)
    size, page = heaviest_entry(root / "public")
    assert size <= ENTRY, page


def test_styles_and_scripts(site: Path) -> None:
    assert _together(site, "css") <= STYLES
    assert _together(site, "js") <= SCRIPTS


def _together(site: Path, suffix: str) -> int:
    sizes = [path.stat().st_size for path in site.rglob(f"*.{suffix}")]
    assert sizes
    return sum(sizes)
