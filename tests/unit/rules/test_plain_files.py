"""Links, submodules and executables are findings; a folder of cases cannot hold their modes."""

from pathlib import Path

import pytest

from generator.inspection import inspect_place
from generator.model import SourceFile
from tests.harness import INNOVATION, base_game, findings_of, workspace


@pytest.mark.parametrize(
    ("mode", "message"),
    [
        ("symlink", "Đây là liên kết tượng trưng, không phải tệp."),
        ("submodule", "Đây là mô-đun con của Git, không phải tệp."),
        ("executable", "Tệp có quyền chạy."),
    ],
)
def test_other_files_than_plain_ones_are_found(mode: str, message: str) -> None:
    file = SourceFile(INNOVATION, 10, mode)  # type: ignore[arg-type]
    found = [f for f in inspect_place(file, base_game().programme) if f.rule == "plain-files"]
    assert [(f.severity, f.message.vi) for f in found] == [("error", message)]


def test_a_plain_file_is_fine() -> None:
    assert inspect_place(SourceFile(INNOVATION, 10), base_game().programme) == []


def test_a_link_in_a_working_tree_is_found_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("không phải YAML: [", "utf-8")
    link = "submissions/hong-bang/may-hoa-phuong/lien-ket.yml"
    workspace(tmp_path, {})
    (tmp_path / link).symlink_to(outside)
    assert [(f.path, f.rule) for f in findings_of(tmp_path, {})] == [(link, "plain-files")]


def test_an_executable_in_a_working_tree_is_found(tmp_path: Path) -> None:
    workspace(tmp_path, {})
    (tmp_path / INNOVATION).chmod(0o755)
    assert [(f.path, f.rule) for f in findings_of(tmp_path, {})] == [(INNOVATION, "plain-files")]
