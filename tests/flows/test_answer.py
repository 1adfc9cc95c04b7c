"""The answer to a pull request: one comment, labels, and no trust in what the other job left behind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.forges import BOT, REPOSITORY, TOKEN, Forge, running

SHA = "1" * 40
MARK = "<!-- sangkien: review -->"
REPORT = "# Báo cáo duyệt: sẵn sàng\n\n- Sáng kiến mới: 1\n"
ENTRY = {"filename": "submissions/a/b/c.yml"}


@pytest.fixture
def forge() -> Iterator[Forge]:
    """A forge with one open pull request, number 7, that adds an entry."""
    with running() as found:
        found.propose(7, SHA)
        found.files = [ENTRY]
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the other job leaves behind when all is well."""
    made = tmp_path / "result"
    made.mkdir()
    (made / "report.md").write_text(REPORT, "utf-8")
    (made / "labels.json").write_text('["ready"]', "utf-8")
    return made


@pytest.fixture
def answer(forge: Forge, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command for an event."""

    def run(event: dict[str, Any] | None = None) -> int:
        path = tmp_path / "event.json"
        path.write_text(json.dumps(event or forge.event(SHA)), "utf-8")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))
        monkeypatch.setenv("GITHUB_API_URL", forge.url)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        return main(["answer", str(folder)])

    return run


def test_one_comment_and_labels(forge: Forge, answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer() == 0
    assert [comment["body"] for comment in forge.comments] == [f"{MARK}\n{REPORT}"]
    assert forge.labels == ["ready"]
    assert capsys.readouterr().out == "Đã trả lời #7: ready.\n"


def test_the_comment_is_kept_current(forge: Forge, answer: Any, folder: Path) -> None:
    forge.comments = [{"id": n, "user": {"login": "an"}, "body": "Chào"} for n in range(150)]
    assert answer() == 0
    (folder / "report.md").write_text("# Báo cáo duyệt: cần sửa\n", "utf-8")
    (folder / "labels.json").write_text('["needs-fix", "similar"]', "utf-8")
    forge.labels.append("của người khác")
    assert answer() == 0
    assert len(forge.comments) == 151
    assert forge.comments[150]["body"] == f"{MARK}\n# Báo cáo duyệt: cần sửa\n"
    assert sorted(forge.labels) == ["của người khác", "needs-fix", "similar"]
    # Nothing is written that is there already.
    del forge.written[:]
    assert answer() == 0
    assert forge.written == []


def test_a_comment_of_somebody_with_our_mark_is_left_alone(forge: Forge, answer: Any) -> None:
    forge.comments = [{"id": 0, "user": {"login": "an"}, "body": f"{MARK}\nCủa tôi"}]
    assert answer() == 0
    assert forge.comments[0]["body"] == f"{MARK}\nCủa tôi"
    assert forge.comments[1]["user"]["login"] == BOT


@pytest.mark.parametrize(
    "report",
    [
        "@everybody xem này", "[bấm](https://example.org)", "![](https://example.org/x.png)", "<img src=x>",
        "<!-- sangkien: review -->", "&#64;everybody", "#1", "</table>", "/merge", "# Báo cáo\n  /approve",
        "x" * 64_001, "",
    ],
)  # fmt: skip
def test_a_forged_report_is_not_passed_on(forge: Forge, answer: Any, folder: Path, report: str) -> None:
    (folder / "report.md").write_text(report, "utf-8")
    if not report:
        (folder / "report.md").unlink()
    assert answer() == 0
    assert (
        forge.comments[0]["body"]
        == f"{MARK}\nMáy chưa lập được báo cáo duyệt cho lần gửi này. Xem nhật ký ở thẻ Checks.\n"
    )


def test_files_that_are_no_plain_texts_are_not_read(
    forge: Forge, answer: Any, folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("# Bí mật\n", "utf-8")
    (folder / "report.md").unlink()
    (folder / "report.md").symlink_to(secret)
    (folder / "labels.json").unlink()
    (folder / "labels.json").mkdir()
    assert answer() == 0
    assert "Bí mật" not in forge.comments[0]["body"]
    (folder / "report.md").unlink()
    (folder / "report.md").write_bytes(b"\xff\xfe")
    assert answer() == 0
    assert len(forge.comments) == 1
    assert forge.labels == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ('["ready", "approved", "admin"]', ["ready"]),
        ('["READY", 1, null, ["ready"], {"ready": 1}]', []),
        ('{"ready": true}', []),
        ("[" * 900, []),
        ("không phải json", []),
        ('["ready"]' + " " * 1000, []),
    ],
)
def test_only_known_labels_count(
    forge: Forge, answer: Any, folder: Path, text: str, labels: list[str]
) -> None:
    (folder / "labels.json").write_text(text, "utf-8")
    assert answer() == 0
    assert forge.labels == labels


@pytest.mark.parametrize(
    "files",
    [
        [ENTRY, {"filename": ".github/workflows/proposal.yml"}],
        [{"filename": "submissions/a/b/x.yml", "previous_filename": "generator/cli.py"}],
        [*[ENTRY] * 250, {"filename": "schema/programme.yml"}],
        [ENTRY] * 3000,
        [],
    ],
)
def test_a_job_that_could_be_changed_is_not_believed(
    forge: Forge, answer: Any, files: list[dict[str, Any]]
) -> None:
    forge.files = files
    assert answer() == 0
    assert forge.comments[0]["body"].startswith(f"{MARK}\nĐề nghị này thay đổi cả tệp ngoài submissions/")
    assert forge.labels == ["beyond-submissions"]


def test_the_pull_request_is_found_from_the_event(forge: Forge, answer: Any, folder: Path) -> None:
    (folder / "number.txt").write_text("8", "utf-8")
    forge.propose(8, SHA, owner="bình")
    forge.propose(9, SHA, base="khác")
    forge.propose(10, SHA, branch="khác")
    forge.proposals.insert(0, {**forge.proposals[0], "number": 6, "state": "closed"})
    assert answer() == 0
    assert forge.written == [
        f"POST /repos/{REPOSITORY}/issues/7/labels",
        f"POST /repos/{REPOSITORY}/issues/7/comments",
    ]


@pytest.mark.parametrize(
    "change", [{"head_sha": "2" * 40}, {"event": "push"}, {"head_repository": None}, {"head_branch": "khác"}]
)
def test_what_has_moved_on_is_not_answered(
    forge: Forge, answer: Any, change: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    event = forge.event(SHA)
    event["workflow_run"].update(change)
    assert answer(event) == 0
    assert forge.written == []
    assert "không trả lời" in capsys.readouterr().out


def test_a_forge_that_refuses(
    forge: Forge, answer: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.flows.test_answer.TOKEN", "khác")
    assert answer() == 2
    assert "403" in capsys.readouterr().err


def test_outside_a_workflow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_EVENT_PATH", raising=False)
    assert main(["answer", str(tmp_path)]) == 2
    assert "GITHUB_EVENT_PATH" in capsys.readouterr().err
