"""The answers to open merge requests: real histories, a GitLab that listens, and strangers who try things."""

import os
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import forge_commands
from generator.cli import main
from tests.forges import PROJECT_BOT, TOKEN, Project, running_gitlab
from tests.harness import GRASSROOTS, INNOVATION, base_text, merged
from tests.histories import ENVIRONMENT, commit, git, repository_of

STRANGER = 7001
FAULTY = merged(base_text(INNOVATION), "applied: {on: 2022-02-30}\n")
BETTER = merged(base_text(INNOVATION), "title: Bồn rửa tay đạp chân, bản mới\n")
COPY = INNOVATION.replace("bon-rua", "cai-bon-rua")
NO_REPORT = (
    "Máy chưa lập được báo cáo duyệt cho lần gửi này. Nhờ người phụ trách kỹ thuật xem nhật ký của lượt chạy "
    "theo lịch."
)


@dataclass
class Land:
    """A project's own repository, a stranger's clone of it, and the job's."""

    folder: Path
    project: Project
    capsys: pytest.CaptureFixture[str]
    said: str = ""
    complained: str = ""

    @property
    def origin(self) -> Path:
        return self.folder / "origin"

    @property
    def job(self) -> Path:
        return self.folder / "job"

    @property
    def accepted(self) -> str:
        return git(self.origin, "rev-parse", "main").strip()

    def propose(self, number: int, files: dict[str, str], anew: bool = True) -> str:
        """A merge request out of a stranger's clone, or one more commit of it."""
        work = self.folder / "stranger"
        if not work.exists():
            git(self.folder, "clone", "--quiet", str(self.origin), str(work))
        branch = f"work-{number}"
        git(work, "checkout", "--quiet", *(["-b", branch, "origin/main"] if anew else [branch]))
        write(work, files)
        sha = commit(work)
        git(work, "push", "--quiet", "--force", "origin", f"HEAD:refs/merge-requests/{number}/head")
        self.project.propose(number, sha)
        return sha

    def answer(self, *options: str) -> int:
        """Run the command where GitLab has checked out the default branch; its exit status."""
        if not self.job.exists():
            git(self.folder, "clone", "--quiet", str(self.origin), str(self.job))
        git(self.job, "fetch", "--quiet", "origin", "main")
        git(self.job, "checkout", "--quiet", "--detach", "FETCH_HEAD")
        status = main(["--root", str(self.job), "--jobs", "1", *options, "answer"])
        self.said, self.complained = self.capsys.readouterr()
        return status


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def mark(head: str, accepted: str) -> str:
    return f"<!-- sangkien: review {head} {accepted} -->\n"


@pytest.fixture
def project() -> Iterator[Project]:
    with running_gitlab() as found:
        yield found


@pytest.fixture
def land(
    tmp_path: Path,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Land:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    told = {
        **ENVIRONMENT, "CI_API_V4_URL": project.api, "CI_PROJECT_ID": "42", "CI_DEFAULT_BRANCH": "main",
        "SANGKIEN_TOKEN": TOKEN,
    }  # fmt: skip
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    repository_of(tmp_path / "origin", {})
    git(tmp_path / "origin", "checkout", "--quiet", "--detach")
    return Land(tmp_path, project, capsys)


def accept(land: Land, files: dict[str, str]) -> None:
    """Something else is accepted meanwhile."""
    git(land.origin, "checkout", "--quiet", "main")
    write(land.origin, files)
    commit(land.origin)
    git(land.origin, "checkout", "--quiet", "--detach")


def test_a_bad_proposal_is_answered_once(land: Land, project: Project) -> None:
    sha = land.propose(7, {INNOVATION: FAULTY})
    assert land.answer() == 0
    assert land.said == "Đã trả lời !7: needs-fix.\n"
    (note,) = project.said(7)
    assert note.startswith(mark(sha, land.accepted) + "# Báo cáo duyệt: cần sửa\n")
    assert "| 1:15 | Lỗi |" in note
    assert project.labels(7) == ["needs-fix"]
    # The labels come first: where the note stands, all is done.
    assert project.written == ["PUT 7", "POST 7/notes"]
    del project.written[:]
    for _ in range(2):
        assert land.answer() == 0
        assert land.said == "Không có gì mới: mọi đề nghị đang mở đều đã được trả lời.\n"
    assert project.written == []


def test_a_mended_one_changes_the_note_and_the_labels(land: Land, project: Project) -> None:
    land.propose(7, {INNOVATION: FAULTY})
    assert land.answer() == 0
    project.labels(7).append("của người khác")
    sha = land.propose(7, {INNOVATION: BETTER}, anew=False)
    del project.written[:]
    assert land.answer() == 0
    assert land.said == "Đã trả lời !7: ready.\n"
    (note,) = project.said(7)
    assert note.startswith(mark(sha, land.accepted) + "# Báo cáo duyệt: sẵn sàng\n")
    assert project.labels(7) == ["của người khác", "ready"]
    assert project.written == ["PUT 7", "PUT 7/notes/7000"]


def test_what_was_accepted_meanwhile_counts(land: Land, project: Project) -> None:
    """The same head is looked at again once the main branch has moved, and by the rules that now hold."""
    sha = land.propose(7, {INNOVATION: BETTER})
    assert land.answer() == 0
    assert project.labels(7) == ["ready"]
    programme = (land.origin / "schema" / "programme.yml").read_text("utf-8")
    kept = re.sub(
        r"(?m)^participation_threshold_percent: .*$", "participation_threshold_percent: 12", programme
    )
    assert kept != programme
    accept(land, {"schema/programme.yml": kept, COPY: BETTER})
    assert land.answer() == 0
    (note,) = project.said(7)
    assert note.startswith(mark(sha, land.accepted) + "# Báo cáo duyệt: cần xem lại\n")
    assert project.labels(7) == ["needs-look", "similar"]


def test_the_labels_are_those_of_the_review(land: Land, project: Project) -> None:
    union = GRASSROOTS.replace("may-hoa-phuong", "may-hoa-sen")
    land.propose(7, {union: base_text(GRASSROOTS), "README.md": "Chào\n"})
    land.propose(8, {COPY: base_text(INNOVATION)})
    land.propose(9, {INNOVATION: merged(base_text(INNOVATION), "novelty: Hỏi số 0912345678.\n")})
    assert land.answer() == 0
    assert land.said.splitlines() == [
        "Đã trả lời !7: needs-look, new-union, beyond-submissions.",
        "Đã trả lời !8: needs-look, similar.",
        "Đã trả lời !9: needs-fix, personal-data.",
    ]
    assert project.labels(7) == ["beyond-submissions", "needs-look", "new-union"]
    assert "0912345678" not in "".join(project.said(9))


def test_a_forged_mark_is_not_trusted(land: Land, project: Project) -> None:
    """Neither as an answer that was given, nor as a note that could be written over."""
    sha = land.propose(7, {INNOVATION: FAULTY})
    forged = mark(sha, land.accepted) + "# Báo cáo duyệt: sẵn sàng"
    project.note(7, STRANGER, forged)
    assert land.answer() == 0
    assert project.said(7, STRANGER) == [forged]
    assert "cần sửa" in project.said(7)[0]
    # Not even where the stranger's stands before ours.
    land.propose(7, {INNOVATION: BETTER}, anew=False)
    assert land.answer() == 0
    assert project.said(7, STRANGER) == [forged]
    assert "sẵn sàng" in project.said(7)[0]
    assert len(project.notes[7]) == 2


def test_other_notes_of_ours_are_left_alone(land: Land, project: Project) -> None:
    land.propose(7, {INNOVATION: BETTER})
    project.note(7, PROJECT_BOT, "đã thêm nhãn", system=True)
    assert land.answer() == 0
    other, ours = project.said(7)
    assert other == "đã thêm nhãn"
    assert "sẵn sàng" in ours


def test_every_page_is_asked_for(land: Land, project: Project) -> None:
    """Of merge requests and of notes, some of which the token may not see: such a page is a short one."""
    sha = land.propose(250, {INNOVATION: BETTER})
    for number in range(1, 240):
        project.propose(number, None)
    project.propose(250, sha)
    for number in range(230):
        project.note(250, STRANGER, f"Ý kiến {number}", hidden=number < 120)
    assert land.answer() == 0
    assert land.said == "Đã trả lời !250: ready.\n"
    project.note(250, STRANGER, "Ý kiến")
    assert land.answer() == 0
    assert len(project.said(250)) == 1
    assert "Không có gì mới" in land.said


def test_only_open_ones_into_the_main_branch_are_answered(land: Land, project: Project) -> None:
    sha = land.propose(7, {INNOVATION: BETTER})
    project.propose(7, sha, state="merged")
    project.propose(8, sha, branch="khác")
    project.propose(9, None)
    assert land.answer() == 0
    assert project.written == []


def test_nothing_of_a_proposal_is_run_or_checked_out(land: Land, project: Project) -> None:
    """It may bring what it likes: a program that approves of everything, rules, settings of Git."""
    trapped = land.folder / "trapped"
    trap = f"import pathlib; pathlib.Path({str(trapped)!r}).touch()\n"
    hook = f"#!/bin/sh\ntouch {trapped}\n"
    land.propose(
        7,
        {
            INNOVATION: FAULTY, "generator/__init__.py": trap, "sitecustomize.py": trap,
            "schema/innovation.schema.json": "{}", "schema/programme.yml": "hỏng: [",
            ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = {land.origin}\n',
            ".gitattributes": "* filter=x diff=x\n", ".githooks/post-checkout": hook,
        },
    )  # fmt: skip
    assert land.answer() == 0
    assert project.labels(7) == ["beyond-submissions", "needs-fix"]
    assert not trapped.exists()
    assert git(land.job, "rev-parse", "HEAD").strip() == land.accepted
    assert git(land.job, "status", "--porcelain") == ""
    refs = git(land.job, "for-each-ref", "--format=%(refname)").split()
    assert refs == ["refs/heads/main", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"]


HOSTILE = [
    "/merge", "x\\n/merge\\n/label ~ready", "@everybody", "<!-- sangkien: review -->", "[bấm](https://example.org)",
    "<img src=x onerror=alert(1)>", "!1 #1 ~ready $1 %1", "</table>\\n# Báo cáo duyệt: sẵn sàng",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(land: Land, project: Project, text: str) -> None:
    """In a field, in the title of what is new, and in the name of a file."""
    path = f"submissions/hong-bang/may-hoa-phuong/{text.replace('/', '-')}.txt"
    whole = merged(base_text(INNOVATION), f'title: "{text}"\nnovelty: "{text}"\n')
    land.propose(7, {INNOVATION: whole, COPY: whole, path: text})
    assert land.answer() == 0
    (note,) = project.said(7)
    assert project.carried_out == []
    assert NO_REPORT not in note
    assert note.count("<!--") == 1 and note.count("# Báo cáo duyệt") == 1
    for sign in ("@everybody", "](", "<img", "!1", "~ready"):
        assert sign not in note


def test_one_that_cannot_be_judged_does_not_silence_the_others(land: Land, project: Project) -> None:
    """Its history has nothing in common with ours."""
    git(land.folder, "init", "--quiet", "--initial-branch", "main", "foreign")
    write(land.folder / "foreign", {INNOVATION: BETTER})
    sha = commit(land.folder / "foreign")
    git(land.folder / "foreign", "push", "--quiet", str(land.origin), "HEAD:refs/merge-requests/6/head")
    project.propose(6, sha)
    project.labels(6).append("ready")
    land.propose(7, {INNOVATION: BETTER})
    assert land.answer() == 2
    assert land.complained.startswith("Chưa xem được !6:\nNhánh này và ")
    assert project.said(6) == [mark(sha, land.accepted) + NO_REPORT]
    assert project.labels(6) == ["needs-look"]
    assert project.labels(7) == ["ready"]
    # It has been told once.
    assert land.answer() == 0
    assert len(project.said(6)) == 1


def test_one_of_too_many_files(land: Land, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forge_commands, "_MOST_FILES", 2)
    land.propose(7, {f"submissions/{number}.txt": "" for number in range(3)})
    land.propose(8, {f"submissions/{number}.txt": "" for number in range(2)})
    assert land.answer("--lang", "en") == 2
    assert "The proposal changes more than 2 files" in land.complained
    assert project.labels(7) == ["needs-look"]
    assert project.labels(8) == ["needs-fix"]


def test_our_own_fault_is_told_where_we_look(
    land: Land, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("lỗi của máy")

    monkeypatch.setattr("generator.flows.review.review", fail)
    sha = land.propose(7, {INNOVATION: BETTER})
    assert land.answer() == 70
    assert "Traceback" in land.complained and "ZeroDivisionError: lỗi của máy" in land.complained
    assert project.said(7) == [mark(sha, land.accepted) + NO_REPORT]


def test_one_whose_commits_are_not_there_yet_is_tried_again(land: Land, project: Project) -> None:
    project.propose(6, "6" * 40)
    land.propose(7, {INNOVATION: BETTER})
    for _ in range(2):
        assert land.answer() == 2
        assert "Chưa xem được !6:\nGit không làm được việc này:" in land.complained
        assert project.said(6) == []
    assert len(project.said(7)) == 1


def test_one_that_moves_while_it_is_looked_at(land: Land, project: Project) -> None:
    """What was fetched is what was judged, and what the mark names."""
    early = land.propose(7, {INNOVATION: FAULTY})
    late = land.propose(7, {INNOVATION: BETTER}, anew=False)
    project.propose(7, early)
    assert land.answer() == 0
    assert project.said(7)[0].startswith(mark(late, land.accepted))
    # GitLab goes on telling of the earlier one: it is looked at again, and there is nothing new to say.
    del project.written[:]
    assert land.answer() == 0
    assert project.written == []
    project.propose(7, late)
    assert land.answer() == 0
    assert "Không có gì mới" in land.said


# --- where it cannot be done at all


def test_without_a_token(land: Land, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", "  ", "glpat-bí mật", "glpat\nx"):
        monkeypatch.setenv("SANGKIEN_TOKEN", value)
        assert land.answer() == 2
        assert land.complained.startswith(
            "Chưa có token để trả lời: biến SANGKIEN_TOKEN trống hoặc chép sai."
        )
        assert "glpat" not in land.complained
        assert land.answer("--lang", "en") == 2
        assert land.complained.startswith("There is no token to answer with: the variable SANGKIEN_TOKEN is")


def test_outside_a_job(land: Land, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI_API_V4_URL")
    assert land.answer() == 2
    assert land.complained == "Lệnh này chỉ chạy trong GitLab CI: thiếu biến môi trường CI_API_V4_URL.\n"


def test_a_token_that_is_refused(land: Land, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANGKIEN_TOKEN", "het-han")
    land.propose(7, {INNOVATION: BETTER})
    assert land.answer() == 2
    place = "GET /projects/42/merge_requests: 403 Forbidden"
    assert land.complained.startswith(f"Máy chủ Git không làm được việc này ({place}).")
    assert land.answer("--lang", "en") == 2
    assert land.complained.startswith(f"The forge refused ({place}).")
    assert "het-han" not in land.complained


def test_a_token_that_may_not_set_labels(land: Land, project: Project) -> None:
    """Nothing is said then that would count as an answer."""
    project.is_developer = False
    land.propose(7, {INNOVATION: BETTER})
    assert land.answer() == 2
    assert "(PUT /projects/42/merge_requests/7: 403 Forbidden). Hãy xem quyền của token" in land.complained
    assert project.said(7) == []
    project.is_developer = True
    assert land.answer() == 0
    assert len(project.said(7)) == 1


@pytest.fixture
def listening() -> Iterator[Callable[[bytes | None], str]]:
    """Starts a server that says the same to everybody, or with None does not even listen; its address."""
    with ExitStack() as stack:

        def start(reply: bytes | None) -> str:
            server = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            address = f"http://127.0.0.1:{server.getsockname()[1]}"
            if reply is None:
                server.close()
                return address

            def serve() -> None:
                while True:
                    try:
                        connection = server.accept()[0]
                    except OSError:
                        return
                    with connection:
                        connection.recv(65_536)
                        connection.sendall(reply)

            thread = threading.Thread(target=serve)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown, socket.SHUT_RDWR)
            return address

        yield start


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (None, "Connection refused"),
        (b"", "Remote end closed connection without response"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", "Expecting value"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n[]", "IncompleteRead"),
    ],
)  # fmt: skip
def test_a_forge_that_is_down(
    land: Land, monkeypatch: pytest.MonkeyPatch, listening: Callable[[bytes | None], str],
    reply: bytes | None, reason: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("CI_API_V4_URL", listening(reply))
    assert land.answer() == 2
    assert land.complained.startswith("Không hỏi được máy chủ Git (GET /projects/42/merge_requests: ")
    assert reason in land.complained
    assert land.answer("--lang", "en") == 2
    assert land.complained.startswith("The forge does not answer (GET /projects/42/merge_requests: ")


def test_the_token_is_not_carried_elsewhere(
    land: Land, project: Project, monkeypatch: pytest.MonkeyPatch, listening: Callable[[bytes | None], str]
) -> None:
    land.propose(7, {INNOVATION: BETTER})
    moved = f"HTTP/1.1 302 Found\r\nLocation: {project.api}/projects/42/merge_requests\r\n\r\n"
    monkeypatch.setenv("CI_API_V4_URL", listening(moved.encode()))
    assert land.answer() == 2
    assert "302 Found" in land.complained
    assert project.written == []
