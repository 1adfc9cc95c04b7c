"""One changed file: `python -m tests.benchmarks.since [COUNT]`, in 45,000 entries unless told otherwise.

Makes a synthetic catalogue under Git, changes one entry on a branch, and prints the shortest and the median
time of `sangkien validate --since main`, the start of the interpreter included, beside git's own part.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from generator.flows.demo import run as demo
from tests.harness import ROOT
from tests.histories import ENVIRONMENT, commit, git

_TIMES = 11
# Without these a comparison could not know what changed; git does them whatever is asked of it.
_OF_GIT = (
    ("diff", "--raw", "-z", "main", "--", "submissions"),
    ("ls-files", "-z", "--others", "--exclude-standard", "--", "submissions"),
)


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "catalogue"
        demo(ROOT, count, 1, root, lambda done, of: None)
        git(root, "init", "--quiet", "--initial-branch", "main")
        # What git tidies up by itself after so large a commit would go on beside what is measured.
        git(root, "config", "gc.auto", "0")
        commit(root)
        git(root, "checkout", "--quiet", "-b", "work")
        entry = sorted(root.glob("submissions/*/*/*.yml"))[count // 2]
        entry.write_text(entry.read_text("utf-8").replace("title: ", "title: Thử ", 1), "utf-8")
        commit(root)
        git(root, "gc", "--quiet")
        command = [sys.executable, "-m", "generator", "--root", str(root), "validate", "--since", "main"]
        _say("one changed file", _times(command, ROOT))
        for words in _OF_GIT:
            _say(f"git {words[0]}", _times(["git", *words], root))


def _times(command: list[str], folder: Path) -> str:
    taken = []
    for _ in range(_TIMES):
        begin = time.perf_counter()
        subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begin)
    return f"{min(taken) * 1000:.0f} ms at best, {median(taken) * 1000:.0f} ms in the middle"


def _say(what: str, told: str) -> None:
    sys.stdout.write(f"{what:20} {told}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 45_000)
