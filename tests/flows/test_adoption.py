"""The repository adopted for another programme: it is valid and current, builds, and its tests still pass."""

import os
from pathlib import Path

import pytest

from tests.adoption import ENTRY, adopted, run
from tests.catalogues import build_site
from tests.flows.test_commands import run as sangkien

# All of them take as long there as here; those that read the repository's own programme stand for the rest.
WORDS = () if os.environ.get("SANGKIEN_SOAK") == "1" else ("tests/guards", "tests/unit/rules")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return adopted(tmp_path)


def test_nothing_is_found_and_everything_derived_is_current(root: Path) -> None:
    validated = sangkien("validate", "--format", "json", root=root)
    assert (validated.returncode, validated.stdout.strip()) == (0, "[]")
    assert sangkien("sync", "--check", root=root).returncode == 0


def test_its_site_speaks_of_it_alone(root: Path) -> None:
    build_site(root)
    pages = {
        path.relative_to(root / "public").as_posix(): path.read_text("utf-8")
        for path in (root / "public").rglob("*.html")
        if "huong-dan" not in path.parts
    }
    assert ENTRY.replace("submissions", "sang-kien").replace(".yml", ".html") in pages
    assert {f"giai-doan/ky-{number}/index.html" for number in (1, 2, 3)} <= pages.keys()
    assert "Cần Thơ" in pages["index.html"] and "của toàn" not in pages["loai/green/index.html"]
    for word in ("Hải Phòng", "COVID", "phase-1", "Giai đoạn 1", "thành phố Hải"):
        assert not [path for path, text in pages.items() if word in text], word


def test_its_tests_pass(root: Path) -> None:
    assert run(root, ["-q", "-p", "no:cacheprovider", *WORDS]) == 0
