"""Paths that some file systems take for one another, and so cannot all be files of cases."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.rules.path_collision import check
from tests.harness import base_game

FOLDER = "submissions/hong-bang/may-hoa-phuong"
NAMES = st.text("aAbBđĐéÉ-", min_size=1, max_size=3)


def _found(*paths: str) -> list[tuple[str, str]]:
    problems = check(Catalogue(base_game().programme, frozenset(paths)))
    return [(path, problem.message.vi) for path, problem in problems]


def test_capitals() -> None:
    assert _found(f"{FOLDER}/bon-rua.yml", f"{FOLDER}/Bon-rua.yml") == [
        (
            f"{FOLDER}/Bon-rua.yml",
            f"“{FOLDER}/Bon-rua.yml” chỉ khác “{FOLDER}/bon-rua.yml” ở chữ hoa, chữ thường "
            "hoặc dạng Unicode.",
        )
    ]


def test_unicode_forms() -> None:
    composed, separate = (unicodedata.normalize(form, f"{FOLDER}/bồn.yml") for form in ("NFC", "NFD"))
    ((path, _),) = _found(composed, separate)
    assert path == separate


def test_folders_with_different_files() -> None:
    assert _found("submissions/hong-bang/union.yml", "submissions/Hong-Bang/x/union.yml") == [
        (
            "submissions/Hong-Bang/x/union.yml",
            "“submissions/Hong-Bang” chỉ khác “submissions/hong-bang” ở chữ hoa, chữ thường "
            "hoặc dạng Unicode.",
        )
    ]


@pytest.mark.parametrize("names", [("bon-rua", "bon-rua-2"), ("hoa", "hóa"), ("A", "b")])
def test_different_names_are_fine(names: tuple[str, ...]) -> None:
    assert _found(*(f"{FOLDER}/{name}.yml" for name in names)) == []


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3).map("/".join), max_size=6))
def test_what_is_left_when_the_told_paths_go_has_no_collision(paths: list[str]) -> None:
    told = {path for path, _ in _found(*paths)}
    assert _found(*(path for path in paths if path not in told)) == []
    assert bool(told) == any(
        a != b and unicodedata.normalize("NFC", a).lower() == unicodedata.normalize("NFC", b).lower()
        for a in _prefixes(paths)
        for b in _prefixes(paths)
    )


def _prefixes(paths: list[str]) -> set[str]:
    return {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 2)}
