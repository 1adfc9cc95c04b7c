"""Real Git repositories for tests: catalogues in Git, whatever this machine's configuration."""

import os
import subprocess
from pathlib import Path

from generator.history import Change, History
from tests.harness import Files, workspace

# Nobody's own settings, and the same names and dates everywhere.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "Nguyễn Văn An" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "an@example.org" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_DATE": "2022-03-15T08:00:00+07:00" for who in ("AUTHOR", "COMMITTER")},
}


def git(root: Path, *words: str | bytes) -> str:
    """Run git in `root`; what it says on standard output."""
    done = subprocess.run(["git", *words], cwd=root, env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return os.fsdecode(done.stdout)


def commit(root: Path, message: str = "Sửa") -> str:
    """Commit everything that is different; the commit's name."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD").strip()


def repository_of(root: Path, files: Files) -> Path:
    """A repository whose branch `main` begins with the small good catalogue and `files` over it."""
    workspace(root, files)
    (root / ".gitignore").write_text(".sangkien/\n", "utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "Danh mục")
    return root


def changed_since(root: Path, revision: str = "main") -> Change:
    """What is different in `root` since it left `revision`."""
    with History(root).since(revision) as comparison:
        return comparison.result()
