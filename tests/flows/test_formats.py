"""`validate --format`: what a program reads stands alone on standard output."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.harness import INNOVATION, ROOT, base_text, merged, workspace
from tests.histories import ENVIRONMENT

READERS = {
    "json": json.loads,
    "gitlab": json.loads,
    "sarif": json.loads,
    "junit": lambda told: ElementTree.fromstring(told.encode()) is not None,
    "github": lambda told: [line.index("::") for line in told.splitlines()],
}
FAULTY = {INNOVATION: merged(base_text(INNOVATION), "kind: nothing\n")}


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "--root", str(root), "validate", *words]
    environment = {**ENVIRONMENT, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("name", READERS)
def test_nothing_else_stands_on_standard_output(tmp_path: Path, name: str) -> None:
    workspace(tmp_path, FAULTY)
    done = run(tmp_path, "--format", name)
    assert (done.returncode, done.stderr) == (1, "")
    assert READERS[name](done.stdout)
    workspace(tmp_path, {})
    done = run(tmp_path, "--format", name)
    assert done.returncode == 0
    assert done.stdout == "" if name == "github" else READERS[name](done.stdout) is not None


def test_github_gets_a_step_summary_where_it_asks_for_one(tmp_path: Path) -> None:
    workspace(tmp_path / "catalogue", FAULTY)
    summary = tmp_path / "summary.md"
    for name, told in (("text", ""), ("github", "### Kết quả kiểm tra\n")):
        run(tmp_path / "catalogue", "--format", name, GITHUB_STEP_SUMMARY=str(summary))
        assert (summary.read_text("utf-8") if summary.exists() else "").startswith(told)
        assert summary.exists() == (name == "github")


def test_a_symlink_does_not_show_what_it_leads_to(tmp_path: Path) -> None:
    workspace(tmp_path / "catalogue", {})
    (tmp_path / "secret").write_text("mật khẩu\n")
    (tmp_path / "catalogue" / INNOVATION).unlink()
    (tmp_path / "catalogue" / INNOVATION).symlink_to(tmp_path / "secret")
    told = run(tmp_path / "catalogue").stdout
    assert "[plain-files]" in told
    assert "mật khẩu" not in told
