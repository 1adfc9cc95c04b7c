"""Another programme's repository: this one as somebody else has it who has followed the guide on adoption.

Another city, three phases, other kinds, fields and words, and the few submissions of a beginning; not a line
of Python differs. `python -m tests.adoption [WORDS…]` runs the tests there; WORDS go to pytest.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli import main
from tests.catalogues import ROOT
from tests.histories import commit, git

_YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
PROGRAMME = """\
name: {vi: Thi đua xanh 2027–2028, en: Green Drive 2027–2028}
short_name: {vi: Thi đua xanh, en: Green Drive}
site_name: {vi: Sáng kiến Cần Thơ, en: Cần Thơ Innovations}
headline: {vi: Người lao động Cần Thơ đã góp, en: The workers of Cần Thơ have contributed}
federation:
  name: {vi: Liên đoàn Lao động thành phố Cần Thơ, en: Cần Thơ City Federation of Labour}
  short_name: {vi: LĐLĐ thành phố Cần Thơ, en: Cần Thơ Federation of Labour}
  members: {ky-1: 210000, ky-3: 225000}
national:
  name: {vi: Tổng Liên đoàn Lao động Việt Nam, en: Vietnam General Confederation of Labour}
  goal: 500000
phases:
  - {id: ky-1, name: {vi: Kỳ 1, en: Term 1}, from: 2027-01-01, to: 2027-06-30, target: 300}
  - {id: ky-2, name: {vi: Kỳ 2, en: Term 2}, from: 2027-07-01, to: 2027-12-31, target: 300}
  - {id: ky-3, name: {vi: Kỳ 3, en: Term 3}, from: 2028-01-01, to: 2028-06-30, target: 400}
participation_threshold_percent: 7
kinds:
  - {id: green, name: {vi: Giải pháp xanh, en: Green solution}, short_name: {vi: Xanh, en: Green}}
  - {id: saving, name: {vi: Giải pháp tiết kiệm, en: Saving}}
  - {id: study, name: {vi: Đề tài cấp cơ sở, en: Local study}, research: true}
fields:
  - {id: rice, name: {vi: Lúa gạo, en: Rice}}
  - {id: river, name: {vi: Sông nước, en: River}}
unit_types:
  - {id: mill, name: {vi: Nhà máy, en: Mill}}
  - {id: station, name: {vi: Trạm, en: Station}}
ownerships:
  - {id: public, name: {vi: Công lập, en: Public}}
  - {id: joint, name: {vi: Góp vốn, en: Joint}}
union_types:
  - {id: ward, name: {vi: Công đoàn phường, en: Ward union}}
research_levels:
  - {id: local, name: {vi: Cấp cơ sở, en: Local level}}
recognisers:
  - {id: board, name: {vi: Hội đồng khoa học, en: Scientific board}}
  - {id: director, name: {vi: Giám đốc, en: Director}}
support: {upper_union_vnd: 150000, grassroots_union_max_vnd: 0}
limits:
  file_bytes: 30000
  image_bytes: 500000
  folder_files: 300
  benefit_vnd_plausible: {from: 500000, to: 50000000000}
description_headings:
  - {vi: Vấn đề, en: Problem}
  - {vi: Cách làm, en: Method}
languages: [vi, en]
site_url: ''
repository_url: ''
repository_branch: main
illustrative: false
"""
UNION = "submissions/ninh-kieu/nha-may-gao/union.yml"
ENTRY = "submissions/ninh-kieu/nha-may-gao/phoi-trau-bang-gio.yml"
SUBMISSIONS = {
    "submissions/ninh-kieu/union.yml": """\
name: Công đoàn phường Ninh Kiều
short_name: CĐ phường Ninh Kiều
type: ward
members: {ky-1: 900, ky-2: 950, ky-3: 1000}
targets: {ky-1: 200, ky-2: 100, ky-3: 300}
reviewers: ["@cong-doan-ninh-kieu"]
""",
    UNION: """\
name: CĐCS Nhà máy Gạo Bến Xuồng
short_name: CĐCS Gạo Bến Xuồng
unit_type: mill
ownership: joint
members: {ky-1: 40, ky-2: 41}
""",
    ENTRY: """\
title: Phơi trấu bằng gió lò sấy
kind: green
field: rice
summary: Dẫn gió thải của lò sấy qua sân trấu, trấu khô trong một buổi mà không tốn thêm điện.
authors:
  - {alias: Tác giả 1, job: Thợ vận hành lò, share: 100}
applied: {on: 2027-03-02}
recognition: {by: board, decision: 03/QĐ, on: 2027-03-20}
benefit: {money_vnd: 36000000, basis: Bớt sáu trăm cân củi mỗi tháng.}
description: |
  ## Vấn đề
  Trấu ướt chất đống ngoài sân, gặp mưa là mốc và phải bỏ đi cả đống.

  ## Cách làm
  Ống tôn cũ dẫn gió thải của lò sấy về sân trấu, cửa chớp chỉnh được hướng gió.
""",
    "submissions/cai-rang/union.yml": """\
name: Công đoàn phường Cái Răng
short_name: CĐ phường Cái Răng
type: ward
targets: {ky-1: 100, ky-2: 200, ky-3: 100}
""",
    "submissions/cai-rang/tram-bom/union.yml": """\
name: CĐCS Trạm bơm Cái Răng
short_name: CĐCS Trạm bơm Cái Răng
unit_type: station
ownership: public
""",
    "submissions/cai-rang/tram-bom/luc-binh-theo-con-nuoc.yml": """\
title: Vớt lục bình theo con nước
kind: saving
field: river
summary: Đặt phao chắn ở khúc cong, nước ròng tự gom lục bình về một chỗ rồi mới vớt.
authors:
  - {alias: Tác giả 1, job: Công nhân trạm bơm, share: 70}
  - {alias: Tác giả 2, job: Công nhân trạm bơm, share: 30}
applied: {on: 2028-02-10, trial: true}
recognition: {by: director, on: 2028-03-01}
benefit: {social: Ghe xuồng qua lại không vướng chân vịt.}
description: |
  ## Vấn đề
  Lục bình trôi rải rác cả khúc sông, bốn người vớt suốt buổi vẫn không hết.

  ## Cách làm
  Dây phao bằng can nhựa cũ chắn xiên một góc, nước ròng đẩy lục bình vào bãi.
""",
}


def adopted(folder: Path) -> Path:
    """A copy of the repository in `folder`, adopted for another programme and committed."""
    root = folder / "adopted"
    for name in git(ROOT, "ls-files", "-z").split("\0"):
        if name and not name.startswith("submissions/") and (ROOT / name).exists():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    for path, text in {"schema/programme.yml": PROGRAMME, **SUBMISSIONS}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    _reworded(root)
    assert main(["--root", str(root), "sync"]) == 0
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Áp dụng cho nơi khác")
    return root


def run(root: Path, words: Sequence[str]) -> int:
    """Run pytest in the adopted repository; its exit status."""
    (root / ".venv").symlink_to(ROOT / ".venv")
    command = [sys.executable, "-m", "pytest", "--ignore=tests/flows/test_adoption.py", *words]
    # Nothing of a run around this one, and no long tests.
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "SANGKIEN_SOAK"))
    }
    environment = {**own, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


def _reworded(root: Path) -> None:
    """The guides and the README show files and units of the new programme."""
    for guide in root.glob("site/content/**/dong-gop.md"):
        parts = _YAML.split(guide.read_text("utf-8"))
        # Text and blocks take turns: an innovation, its photos, the file of a union.
        parts[1], parts[5] = SUBMISSIONS[ENTRY], SUBMISSIONS[UNION]
        texts = (part if number % 2 == 0 else f"```yaml\n{part}```" for number, part in enumerate(parts))
        guide.write_text("".join(texts), "utf-8")
    text = re.sub(r"submissions/\S+?/\S+?/\S+?\.yml", ENTRY, (root / "README.md").read_text("utf-8"))
    text = re.sub(r"--union \S+ --phase \S+", "--union ninh-kieu --phase ky-1", text)
    (root / "README.md").write_text(text, "utf-8")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as temporary:
        sys.exit(run(adopted(Path(temporary)), sys.argv[1:]))
