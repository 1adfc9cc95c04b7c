"""The repository speaks of the product alone, and names no place that only one machine has."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Addresses of package registries, and folders of somebody's machine.
_FORBIDDEN = re.compile(
    r"pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian\.org|/home/[a-z]+/|/Users/[a-z]|/root/"
)
_TEXT = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".html", ".css", ".js", ".sh", ".json", ".po", ""}


def tracked() -> list[Path]:
    """The files that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


def test_no_registry_and_no_machine_is_named() -> None:
    for path in tracked():
        if path.suffix in _TEXT and path.is_file() and path != Path(__file__).resolve():
            found = _FORBIDDEN.search(path.read_text("utf-8", "replace"))
            assert found is None, f"{path.relative_to(ROOT)} names {found and found[0]}"


def test_the_built_site_is_not_committed() -> None:
    assert not [path for path in tracked() if path.relative_to(ROOT).parts[0] in ("public", ".sangkien")]


def test_nothing_is_unfinished() -> None:
    words = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error)\b")
    for path in tracked():
        relative = path.relative_to(ROOT)
        if relative.parts[0] in ("generator", "site", "schema", ".ci", ".github") and path.suffix in _TEXT:
            if "placeholder" in relative.name or relative.name == "quy-tac.md":
                continue  # the rule that looks for these very words, and its manual page
            found = words.search(path.read_text("utf-8", "replace"))
            assert found is None, f"{relative} has {found and found[0]}"
