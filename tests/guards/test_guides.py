"""The guides say the same in every language, their links lead somewhere, and their examples are valid."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from generator.cli import main
from generator.pages.shell import localised
from generator.repository import PROGRAMME, Repository
from tests.harness import base_text

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "site" / "content"
VIETNAMESE = CONTENT / "huong-dan"
LANGUAGES = Repository(ROOT).game.programme.languages
FOLDERS = [CONTENT / localised("huong-dan", language) for language in LANGUAGES]
every_language = pytest.mark.parametrize("folder", FOLDERS, ids=LANGUAGES)
# Written by `sangkien sync`, and kept current by its own check.
DERIVED = {"quy-tac.md", "luoc-do.md"}
GUIDES = sorted(path.name for path in VIETNAMESE.glob("*.md") if path.name not in DERIVED)

_ANCHOR = re.compile(r"^#+ .*\{#([a-z0-9-]+)\}$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]*)\)")


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _blocks(text: str, language: str) -> list[str]:
    return [body for found, body in _BLOCK.findall(text) if found == language]


@every_language
def test_every_language_has_the_same_guides(folder: Path) -> None:
    assert len(GUIDES) >= 6
    assert {path.name for path in folder.glob("*.md")} - DERIVED == set(GUIDES)


@every_language
@pytest.mark.parametrize("name", GUIDES)
def test_every_language_has_the_same_parts(folder: Path, name: str) -> None:
    vietnamese, text = _read(VIETNAMESE, name), _read(folder, name)
    assert _ANCHOR.findall(text) == _ANCHOR.findall(vietnamese)
    for language in ("yaml", "sh"):
        assert _blocks(text, language) == _blocks(vietnamese, language)
    assert re.match(r"# \S", text)
    assert text.count("\n# ") == 0


@every_language
@pytest.mark.parametrize("name", GUIDES)
def test_links_lead_somewhere(folder: Path, name: str) -> None:
    for target in _LINK.findall(_read(folder, name)):
        page, _, anchor = target.partition("#")
        assert not page or page in GUIDES or page in DERIVED, target
        if anchor:
            assert anchor in _ANCHOR.findall(_read(folder, page or name)), target


@every_language
def test_the_example_is_valid(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole example of the contributor's guide, in the folder of the union that the guide adds.

    It is one of the repository's own programme.
    """
    example, _photos, union = _blocks(_read(folder, "dong-gop.md"), "yaml")
    copytree(ROOT / "schema", tmp_path / "schema")
    upper = tmp_path / "submissions" / "khu-kinh-te"
    grassroots = upper / "may-hoa-phuong"
    grassroots.mkdir(parents=True)
    kind = next(iter(Repository(ROOT).game.programme.vocabularies["union_types"]))
    (upper / "union.yml").write_text(f"name: Công đoàn\nshort_name: Công đoàn\ntype: {kind}\n", "utf-8")
    (grassroots / "union.yml").write_text(union, encoding="utf-8")
    (grassroots / "bon-rua-tay-dap-chan.yml").write_text(example, encoding="utf-8")
    status = main(["--root", str(tmp_path), "validate", str(upper), "--format", "json"])
    assert capsys.readouterr().out.strip() == "[]"
    assert status == 0


def test_the_other_programme_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The phases and the union of the guide on adoption, put into the base's programme and a catalogue."""
    phases, union = _blocks(_read(VIETNAMESE, "ap-dung-noi-khac.md"), "yaml")
    copytree(ROOT / "schema", tmp_path / "schema")
    programme = tmp_path / "schema" / "programme.yml"
    text = base_text(PROGRAMME)
    changed = re.sub(r"^phases:\n(?:[ -].*\n)+", phases, text, count=1, flags=re.MULTILINE)
    assert changed != text
    programme.write_text(changed, encoding="utf-8")
    folder = tmp_path / "submissions" / "huyen-vi-du"
    folder.mkdir(parents=True)
    (folder / "union.yml").write_text(union, encoding="utf-8")
    # While one union has no targets, the others' are not held against those of the phases.
    other = tmp_path / "submissions" / "huyen-khac"
    other.mkdir()
    (other / "union.yml").write_text(
        "name: Công đoàn huyện khác\nshort_name: Huyện khác\ntype: district\n", "utf-8"
    )
    status = main(["--root", str(tmp_path), "validate", "--format", "json"])
    assert capsys.readouterr().out.strip() == "[]"
    assert status == 0
