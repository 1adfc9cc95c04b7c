"""`sangkien build --timings`: where the time went, in the language of the user."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.catalogues import ROOT, golden_catalogue


def build(root: Path, *words: str) -> str:
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), *words]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout


def rows(shown: str) -> dict[str, tuple[float, int]]:
    """Seconds and number of each line of the table."""
    found = re.findall(r"^ (\S.*?|  – .*?) {2,}([\d.,]+)(?: +([\d.,]+))?$", shown, flags=re.M)
    return {
        name.strip(): (float(seconds.replace(",", ".")), int(number or 0)) for name, seconds, number in found
    }


def test_timings_after_the_usual_line(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    shown = build(root, "--jobs", "2", "--timings")
    assert shown.startswith("Trang web ở ")
    found = rows(shown)
    assert found["Đọc và kiểm tra tệp"][1] == 11
    made = {name: row for name, row in found.items() if name.startswith("– ")}
    assert made["– trang công đoàn cơ sở, sáng kiến"][1] == 3
    assert sum(number for _, number in made.values()) == found["Dựng các phần"][1]
    stages = sum(seconds for name, (seconds, _) in found.items() if name not in made and name != "Tổng cộng")
    assert abs(stages - found["Tổng cộng"][0]) < 0.1, "only roundings are missing"
    assert shown.rstrip().endswith("tổng thời gian của mọi tiến trình.")


def test_nothing_made_takes_no_time_of_makers(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    assert "Thời gian dựng" not in build(root)
    found = rows(build(root, "--timings", "--lang", "en"))
    assert found["Finding files"][1] == 11
    assert "Making parts" not in found
    assert not [name for name in found if name.startswith("– ")]
