"""Rewrites the findings expected of the cases below tests/cases/: `python tests/accept_cases.py [RULE…]`.

The difference is then read in review, as any other change.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.harness import EXPECTED, as_data, case_folders, files_below, findings_of


def accept(rules: list[str]) -> None:
    """Rewrite the findings of the cases of `rules`, of all where it is empty."""
    for case in case_folders():
        if rules and case.parent.name not in rules:
            continue
        with tempfile.TemporaryDirectory() as root:
            found = as_data(findings_of(Path(root), files_below(case)))
        text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        target = case / EXPECTED
        if not target.exists() or target.read_text("utf-8") != text:
            target.write_text(text, "utf-8")
            sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    accept(sys.argv[1:])
