"""Every command of the README runs in a copy of the repository, as a newcomer would run it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
# Setting up an environment and running these very tests is what the two first commands do: CI runs them.
_OUTSIDE = ("make site", "make test", "git clone", "cd ")


def blocks() -> list[list[str]]:
    """The commands of each of the README's shell blocks."""
    found = []
    for block in _BLOCK.findall((ROOT / "README.md").read_text("utf-8")):
        lines = [line.split("  #")[0].strip() for line in block.splitlines()]
        found.append([line for line in lines if line and not line.startswith(("#", *_OUTSIDE))])
    return [commands for commands in found if commands]


def test_the_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "make site" in text and "make test" in text
    assert blocks(), "the README shows no further command"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone-like copy with the commands of this environment in .venv/bin."""
    folder = tmp_path_factory.mktemp("readme") / "catalogue"
    shutil.copytree(
        ROOT,
        folder,
        ignore=shutil.ignore_patterns(".git", ".venv", "public*", ".sangkien", ".*_cache", "tests"),
    )
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("commands", blocks(), ids=lambda commands: commands[0])
def test_the_commands_of_a_block_run_one_after_the_other(commands: list[str], copy: Path) -> None:
    for command in commands:
        done = subprocess.run(
            command,
            shell=True,
            cwd=copy,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
