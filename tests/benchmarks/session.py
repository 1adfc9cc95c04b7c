"""What was measured of one size, in one session on one machine, as a file: RESULTS.md is made from these.

Each size is measured by itself, as the largest take hours; what is compared stands in one file.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Measurement


@dataclass(frozen=True)
class Session:
    """Runs by what was done and who did it; `sizes` are bytes by kind, `skipped` says what was not run."""

    size: int
    date: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    runs: Mapping[tuple[str, str], Sequence[Measurement]]
    sizes: Mapping[str, float]
    skipped: Mapping[tuple[str, str], str]

    def write(self, folder: Path) -> None:
        """Put it in the place of what was measured of the same size before."""
        data = {
            **asdict(self),
            "runs": [[*key, [asdict(run) for run in runs]] for key, runs in self.runs.items()],
            "skipped": [[*key, why] for key, why in self.skipped.items()],
        }
        folder.mkdir(exist_ok=True)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        (folder / f"{self.size}.json").write_text(text + "\n", "utf-8")


def sessions(folder: Path) -> list[Session]:
    """The sessions in `folder`, the smallest size first."""
    found = [_session(json.loads(path.read_text("utf-8"))) for path in folder.glob("*.json")]
    return sorted(found, key=lambda session: session.size)


def _session(data: Mapping[str, Any]) -> Session:
    runs = {(what, who): [Measurement(**run) for run in found] for what, who, found in data["runs"]}
    skipped = {(what, who): why for what, who, why in data["skipped"]}
    return Session(**{**data, "runs": runs, "skipped": skipped})
