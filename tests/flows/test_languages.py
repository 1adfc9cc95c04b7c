"""A programme in Vietnamese alone: everything works without one English name, and nothing English is left."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalogues import ROOT, build_site, golden_catalogue, tree
from tests.flows.test_commands import run

FORMS = (".github/ISSUE_TEMPLATE/sang-kien.en.yml", ".gitlab/issue_templates/sang-kien.en.md")
GUIDES = ("site/content/en/huong-dan/luoc-do.md", "site/content/en/huong-dan/quy-tac.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The golden catalogue with all that `sync` writes, then without English in its programme."""
    root = golden_catalogue(tmp_path)
    assert run("sync", root=root).returncode == 0
    programme = root / "schema/programme.yml"
    text = re.sub(r", en: [^}]*}", "}", programme.read_text("utf-8"))
    programme.write_text(text.replace("languages: [vi, en]", "languages: [vi]"), "utf-8")
    return root


def test_the_site_is_vietnamese(root: Path) -> None:
    assert (root / "site/content/en/huong-dan/index.md").exists()
    build_site(root)
    files = tree(root / "public")
    assert "huong-dan/index.html" in files
    assert not [path for path in files if path.startswith("en/")]
    pages = {path: text for path, text in files.items() if path.endswith((".html", ".xml"))}
    assert not [path for path, text in pages.items() if b"/en/" in text or b"hreflang" in text]


def test_mkdocs_gives_the_same_site(root: Path) -> None:
    build_site(root)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "elsewhere"]
    subprocess.run(mkdocs, cwd=root, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert tree(root / "elsewhere") == tree(root / "public")


def test_sync_removes_what_it_no_longer_writes(root: Path) -> None:
    for path in (*FORMS, *GUIDES):
        assert (root / path).exists()
    kept = {".github/ISSUE_TEMPLATE/sai-sot.en.yml", "site/content/en/huong-dan/index.md"}
    (root / ".github/ISSUE_TEMPLATE/sai-sot.en.yml").write_text("name: Somebody else's\n", "utf-8")
    checked = run("sync", "--check", root=root)
    assert checked.returncode == 1
    for path in (*FORMS, *GUIDES):
        assert path in checked.stdout
        assert (root / path).exists(), "--check only looks"
    assert run("sync", root=root).returncode == 0
    assert not [path for path in (*FORMS, *GUIDES) if (root / path).exists()]
    assert all((root / path).exists() for path in kept), "what people wrote is theirs"
    assert run("sync", "--check", root=root).returncode == 0


@pytest.mark.parametrize(
    "words", [("stats",), ("stats", "--phase", "nam-2025"), ("validate",), ("explain",), ("sync", "--check")]
)
def test_messages_are_there_in_english_all_the_same(words: tuple[str, ...], root: Path) -> None:
    done = run("--lang", "en", *words, root=root)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
