"""Names of files and folders that cannot stand in a checkout on every system, and the laws of all names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import SourceFile
from generator.rules.file_name import check
from generator.rules.file_place import check as check_place
from generator.rules.yaml_extension import check as check_extension
from tests.harness import base_game

PROGRAMME = base_game().programme
FOLDER = "submissions/hong-bang/may-hoa-phuong"
PART = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1, max_size=12
)


def _found(path: str) -> list[tuple[str, str]]:
    return [(problem.message.vi, problem.hint.vi) for problem in check(SourceFile(path), PROGRAMME)]


def test_diacritics() -> None:
    assert _found(f"{FOLDER}/Bồn rửa tay đạp chân.yml") == [
        (
            "Tên “Bồn rửa tay đạp chân” không dùng được: chỉ gồm chữ thường không dấu, chữ số và gạch nối.",
            f"Đổi tên thành {FOLDER}/bon-rua-tay-dap-chan.yml.",
        )
    ]


def test_a_name_that_windows_cannot_create() -> None:
    assert _found(f"{FOLDER}/con.yml") == [
        ("Windows không tạo được tệp hay thư mục tên “con”.", f"Đổi tên thành {FOLDER}/con-1.yml.")
    ]


def test_a_photo_whose_suffix_alone_is_in_capitals() -> None:
    assert _found(f"{FOLDER}/images/bon-rua.JPG") == [
        (
            "Tên “bon-rua.JPG” không dùng được: chỉ gồm chữ thường không dấu, chữ số và gạch nối.",
            f"Đổi tên thành {FOLDER}/images/bon-rua.jpg.",
        )
    ]


def test_a_name_of_which_nothing_can_be_kept() -> None:
    assert _found(f"{FOLDER}/!!!.yml") == [
        (
            "Tên “!!!” không dùng được: chỉ gồm chữ thường không dấu, chữ số và gạch nối.",
            "Đặt tên như bon-rua-tay-dap-chan.",
        )
    ]


@pytest.mark.parametrize(
    "name", ["union.yml", "con-tho.yml", "a.yml", "x" * 80 + ".yml", "images/anh-1.jpeg"]
)
def test_good_names(name: str) -> None:
    assert _found(f"{FOLDER}/{name}") == []


@given(
    st.lists(PART, min_size=1, max_size=5),
    st.sampled_from([".yml", ".yaml", ".YML.txt", ".Jpg", ".webp", ""]),
)
def test_a_path_is_good_exactly_where_the_contract_says_so(parts: list[str], suffix: str) -> None:
    file = SourceFile("submissions/" + "/".join(parts) + suffix)
    rules = (check, check_place, check_extension)
    found = [problem for rule in rules for problem in rule(file, PROGRAMME)]
    name = "(?!(con|prn|aux|nul|com[1-9]|lpt[1-9])[/.])[a-z0-9]+(-[a-z0-9]+)*"
    contract = rf"submissions/{name}/(union\.yml|{name}/({name}\.yml|images/{name}\.(jpg|jpeg|png|webp)))"
    assert (not found) == bool(re.fullmatch(contract, file.path))


@given(st.lists(PART, min_size=3, max_size=3))
def test_the_name_to_write_is_a_good_one(parts: list[str]) -> None:
    for _, hint in _found("submissions/" + "/".join(parts) + ".yml"):
        if hint.startswith("Đổi tên thành "):
            assert _found(hint.removeprefix("Đổi tên thành ").removesuffix(".")) == []
