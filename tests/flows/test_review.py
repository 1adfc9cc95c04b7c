"""The reviewer's report on real histories: what was on disk before, what is proposed, from both sides."""

import json
import os
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.harness import GRASSROOTS, INNOVATION, UPPER, base_text, merged
from tests.histories import ENVIRONMENT, commit, git, repository_of

FOLDER = GRASSROOTS.rpartition("/")[0]
NEW = f"{FOLDER}/may-do-vai.yml"
DESCRIPTION = """
description: |
  ## Thực trạng
  Kho nguyên liệu đo vải bằng thước gỗ, hai người một cuộn, mỗi cuộn mất mười hai phút và hay lệch vài mét.
  ## Giải pháp
  Lắp con lăn có bộ đếm xung vào giá đỡ cuộn vải, màn hình nhỏ báo số mét, một người thao tác.
  ## Hiệu quả
  Mỗi cuộn còn bốn phút, số đo khớp với phiếu xuất; hai lao động chuyển sang khâu kiểm vải.
"""
OTHER = merged(
    base_text(INNOVATION),
    "title: Máy đo vải có bộ đếm ở kho nguyên liệu\n"
    "summary: Con lăn có bộ đếm xung thay cho thước gỗ, mỗi cuộn vải đo trong bốn phút thay vì mười hai.\n"
    "applied: {on: 2022-05-31}\nbenefit: {money_vnd: 30000000, basis: Tiết kiệm hai lao động}\n"
    "recognition: {by: head, decision: 31/QĐ-CTY, on: 2022-06-10}\n"
    "registration: {submitted_on: 2022-06-12, approved_on: 2022-06-20}\n"
    "report: {on: 2022-06-30, reference: 07/BC-CĐ}\n" + DESCRIPTION,
)


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A branch `work` off `main`."""
    made = repository_of(tmp_path / "kho", {})
    git(made, "checkout", "--quiet", "-b", "work")
    return made


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


class Reviewed:
    """What the command said, and left behind."""

    def __init__(self, status: int, report: str, labels: list[str]) -> None:
        self.status, self.report, self.labels = status, report, labels

    def section(self, title: str) -> str:
        """The text below a heading of the second level; empty where there is none."""
        return self.report.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


class Sides:
    """A repository with a proposal, reviewed as files on disk and as a commit beside what was accepted."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys

    def on_disk(self, *options: str) -> Reviewed:
        return self._review(self.root, "--since", "main", *options)

    def as_commit(self, *options: str) -> Reviewed:
        """As a forge does it: the accepted files in one folder, a merge commit in another clone."""
        accepted, proposal = self.root.parent / "accepted", self.root.parent / "proposal"
        for folder in (accepted, proposal):
            shutil.rmtree(folder, ignore_errors=True)
        commit(self.root)
        git(self.root.parent, "clone", "--quiet", "--branch", "main", str(self.root), str(accepted))
        git(self.root.parent, "clone", "--quiet", "--branch", "main", str(self.root), str(proposal))
        git(proposal, "merge", "--quiet", "--no-ff", "--no-edit", "origin/work")
        # Nothing of the proposal's own files is read.
        shutil.rmtree(proposal / "submissions")
        (proposal / "schema" / "programme.yml").write_text("hỏng: [", "utf-8")
        return self._review(accepted, "--since", "HEAD^1", "--proposal", str(proposal), *options)

    def both(self, *options: str) -> Reviewed:
        """The review, which must be the same both ways."""
        disk, beside = self.on_disk(*options), self.as_commit(*options)
        assert beside.report == disk.report
        assert (beside.status, beside.labels) == (disk.status, disk.labels)
        return disk

    def _review(self, root: Path, *options: str) -> Reviewed:
        artifact = root.parent / "artifact"
        language = ["--lang", "en"] if "en" in options else []
        given = [option for option in options if option != "en"]
        self._capsys.readouterr()
        status = main(
            [*language, "--root", str(root), "--jobs", "1", "review", *given, "--artifact", str(artifact)]
        )
        said = self._capsys.readouterr()
        assert said.err == ""
        assert said.out == (artifact / "report.md").read_text("utf-8")
        return Reviewed(status, said.out, json.loads((artifact / "labels.json").read_text("utf-8")))


@pytest.fixture
def sides(root: Path, capsys: pytest.CaptureFixture[str]) -> Sides:
    return Sides(root, capsys)


def test_a_new_entry_is_ready(root: Path, sides: Sides) -> None:
    write(root, {NEW: OTHER})
    found = sides.both()
    assert (found.status, found.labels) == (0, ["ready"])
    assert found.report.startswith("# Báo cáo duyệt: sẵn sàng\n")
    proposed = found.section("Nội dung đề nghị")
    assert "### Sáng kiến mới: Máy đo vải có bộ đếm ở kho nguyên liệu\n\n<code>" + NEW in proposed
    assert "| Áp dụng › Ngày áp dụng | 31/05/2022 |" in proposed
    assert "| Lợi ích › Giá trị làm lợi (đồng) | 30.000.000 |" in proposed
    assert found.section("Lỗi và lưu ý") == ""
    assert found.section("Sáng kiến gần giống") == ""


def test_the_figures_of_union_and_phase_move(root: Path, sides: Sides) -> None:
    write(root, {NEW: OTHER})
    figures = sides.both().section("Số liệu thay đổi")
    unit, upper, city = figures.split("\n### ")[1:]
    assert unit.startswith("CĐCS May Hoa Phượng\n")
    assert "| Giai đoạn 1 | Sáng kiến | 1 | 2 |" in unit
    assert "| Giai đoạn 1 | Giá trị làm lợi |" in unit
    assert "Giai đoạn 2" not in figures
    for above in (upper, city):
        assert "| Giai đoạn 1 | Sáng kiến | 1 | 2 |" in above


def test_a_change_is_told_field_by_field(root: Path, sides: Sides) -> None:
    write(root, {INNOVATION: merged(base_text(INNOVATION), "title: Bồn rửa tay đạp chân, bản mới\n")})
    proposed = sides.both().section("Nội dung đề nghị")
    assert "### Sáng kiến được sửa: Bồn rửa tay đạp chân, bản mới" in proposed
    assert "| Mục | Trước | Sau |" in proposed
    assert proposed.count("\n| ") == 2  # the heading and the title
    assert sides.on_disk().section("Số liệu thay đổi") == ""


def test_errors_stand_with_line_column_and_hint(root: Path, sides: Sides) -> None:
    write(root, {INNOVATION: merged(base_text(INNOVATION), "applied: {on: 2022-02-30}\n")})
    found = sides.both()
    assert (found.status, found.labels) == (1, ["needs-fix"])
    assert found.report.startswith("# Báo cáo duyệt: cần sửa\n")
    findings = found.section("Lỗi và lưu ý")
    assert f"### <code>{INNOVATION}</code>" in findings
    assert "| 1:15 | Lỗi |" in findings
    assert "<code>date-format</code>" in findings
    # A faulty entry counts no longer.
    assert "| Giai đoạn 1 | Sáng kiến | 1 | 0 |" in found.section("Số liệu thay đổi")


def test_a_copy_is_named(root: Path, sides: Sides) -> None:
    write(root, {NEW: merged(base_text(INNOVATION), "title: Một tên gọi hoàn toàn khác cho cùng một việc\n")})
    found = sides.both()
    assert found.labels == ["needs-look", "similar"]
    alike = found.section("Sáng kiến gần giống")
    assert f"<code>{INNOVATION}</code> | cùng đơn vị |" in alike
    assert "| Đoạn trong bài này | Đoạn đã có |" in alike


def test_two_new_entries_that_say_the_same(root: Path, sides: Sides) -> None:
    second = NEW.replace(".yml", "-2.yml")
    write(root, {NEW: OTHER, second: merged(OTHER, "title: Con lăn đếm mét cho kho vải của xưởng\n")})
    assert f"<code>{second}</code> | cùng đơn vị |" in sides.both().section("Sáng kiến gần giống")


def test_a_moved_entry_is_not_its_own_copy(root: Path, sides: Sides) -> None:
    git(root, "mv", INNOVATION, NEW)
    found = sides.both()
    assert found.labels == ["ready"]
    assert f"<code>{NEW}</code>\n\nChuyển từ <code>{INNOVATION}</code>" in found.section("Nội dung đề nghị")


def test_a_removed_entry_is_shown_once_more(root: Path, sides: Sides) -> None:
    git(root, "rm", "--quiet", INNOVATION)
    found = sides.both()
    assert found.labels == ["needs-look"]
    assert "### Sáng kiến bị xóa: Bồn rửa tay đạp chân" in found.section("Nội dung đề nghị")
    assert "| Giai đoạn 1 | Sáng kiến | 1 | 0 |" in found.section("Số liệu thay đổi")


def test_a_new_union_with_its_first_entry(root: Path, sides: Sides) -> None:
    union = UPPER.replace("union.yml", "xuong-go/union.yml")
    text = merged(base_text(GRASSROOTS), "name: CĐCS Công ty Gỗ Vườn Xoan\nshort_name: CĐCS Gỗ Vườn Xoan\n")
    write(root, {union: text, union.replace("union.yml", "may-do-go.yml"): OTHER})
    found = sides.both()
    assert found.labels == ["needs-look", "new-union"]
    assert "### Công đoàn mới: CĐCS Gỗ Vườn Xoan" in found.section("Nội dung đề nghị")
    assert "| Giai đoạn 1 | Sáng kiến | chưa có | 1 |" in found.section("Số liệu thay đổi")


def test_a_union_that_becomes_usable_brings_its_entries(root: Path, sides: Sides) -> None:
    text = base_text(GRASSROOTS)
    git(root, "checkout", "--quiet", "main")
    write(root, {GRASSROOTS: text + "colour: x\n"})
    commit(root)
    git(root, "checkout", "--quiet", "-B", "work")
    write(root, {GRASSROOTS: text})
    assert "| Giai đoạn 1 | Sáng kiến | chưa có | 1 |" in sides.both().section("Số liệu thay đổi")


def test_personal_data_is_not_repeated(root: Path, sides: Sides) -> None:
    text = merged(base_text(INNOVATION), "novelty: Liên hệ số 0912 345 678 để biết thêm chi tiết.\n")
    write(root, {INNOVATION: text})
    found = sides.both()
    assert found.labels == ["needs-fix", "personal-data"]
    assert "có dữ liệu cá nhân không được công bố" in found.report
    assert "345" not in found.report
    # Nor when it is taken out again.
    commit(root)
    git(root, "branch", "--force", "main")
    write(root, {INNOVATION: base_text(INNOVATION)})
    assert "345" not in sides.both().report


def test_what_goes_beyond_submissions_is_named(root: Path, sides: Sides) -> None:
    programme = (root / "schema" / "programme.yml").read_text("utf-8")
    write(root, {NEW: OTHER, "mkdocs.yml": "a: b\n", "schema/programme.yml": programme + "# x\n"})
    found = sides.both()
    assert found.labels == ["needs-look", "beyond-submissions"]
    assert "(2 tệp), cần người phụ trách kỹ thuật xem: " in found.report


def test_a_commit_is_not_judged_by_rules_of_its_own(root: Path, sides: Sides) -> None:
    programme = (root / "schema" / "programme.yml").read_text("utf-8")
    lenient = programme.replace("to: 2022-05-31", "to: 2022-05-30").replace(
        "from: 2022-06-01", "from: 2022-05-31"
    )
    assert lenient != programme
    write(root, {"schema/programme.yml": lenient, NEW: OTHER})
    assert "| Giai đoạn 1 | Sáng kiến | 1 | 2 |" in sides.as_commit().section("Số liệu thay đổi")


def test_files_that_cannot_be_read_are_said_to_be_so(root: Path, sides: Sides) -> None:
    write(root, {NEW: "title: [\n"})
    (root / FOLDER / "quá-lạ.txt").write_bytes(b"\xff\x00")
    found = sides.both()
    assert "Không đọc được nội dung tệp này" in found.report
    assert "### Tệp thêm mới" in found.report
    assert found.labels == ["needs-fix"]


def test_nothing_changed(root: Path, sides: Sides) -> None:
    found = sides.both()
    assert "- Không có tệp nào thay đổi" in found.report
    assert found.labels == ["ready"]


def test_in_english(root: Path, sides: Sides) -> None:
    write(root, {NEW: OTHER})
    found = sides.both("en")
    assert found.report.startswith("# Review: ready\n")
    assert "### New innovation: Máy đo vải" in found.report
    assert "| Phase 1 | Innovations | 1 | 2 |" in found.report


def test_annotations_for_a_forge(
    root: Path, sides: Sides, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, {INNOVATION: merged(base_text(INNOVATION), "applied: {on: 2022-02-30}\n")})
    summary = root.parent / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["--root", str(root), "review", "--since", "main", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={INNOVATION},line=1,col=15,")
    assert summary.read_text("utf-8").startswith("# Báo cáo duyệt: cần sửa\n")
