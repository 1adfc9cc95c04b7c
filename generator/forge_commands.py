"""The commands about proposals on a forge: review, answer. A part of the command line, see `cli`."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import failures, wording
from generator.git_commands import no_more
from generator.parser import Parser, Words
from generator.problems import Refusal
from generator.terminal import say, tell

if TYPE_CHECKING:
    from generator.flows.review import Proposal
    from generator.history import History
    from generator.repository import Repository
    from generator.survey import Workshop

# Forges take comments of up to 65,536 characters.
_LONGEST = 60_000
# Nobody reads on in a report on more; one proposal must not hold up all others.
_MOST_FILES = 3000
# Set by hand, where only the main branch has it.
_TOKEN = "SANGKIEN_TOKEN"


def add_to(command: Callable[..., Parser], words: Words) -> None:
    """Add these commands to a command line; `command` makes one, `words` choose the language of help."""
    made = command(
        "review", review, "báo cáo cho người duyệt", "the reviewer's report",
        "sangkien review --since HEAD", "sangkien review --since origin/main",
    )  # fmt: skip
    made.add_argument(
        "--since", required=True, metavar="REV",
        help=words("mốc mà đề nghị tách ra", "the revision that the proposal left"),
    )  # fmt: skip
    made.add_argument(
        "--proposal", type=Path, metavar="DIR",
        help=words(
            "bản sao có đề nghị ở HEAD; khi đó --root là bản đã duyệt, quy tắc lấy ở đó",
            "a clone whose HEAD is the proposal; --root then is what was accepted, and gives the rules",
        ),
    )  # fmt: skip
    made.add_argument(
        "--artifact", type=Path, metavar="DIR",
        help=words("ghi báo cáo và nhãn vào thư mục này", "write the report and labels into this folder"),
    )  # fmt: skip
    made.add_argument(
        "--format", choices=("markdown", "github", "gitlab"), default="markdown",
        help=words(
            "báo cáo cho người đọc (markdown, mặc định), hoặc các lỗi cho GitHub, GitLab",
            "a report for people (markdown, the default), or findings for GitHub or GitLab",
        ),
    )  # fmt: skip
    made = command(
        "answer", answer, "trả lời đề nghị bằng báo cáo duyệt", "answer proposals",
        "sangkien answer", "sangkien answer result",
    )  # fmt: skip
    made.add_argument(
        "artifact", nargs="?", type=Path, metavar="DIR",
        help=words(
            "báo cáo của một pull request (GitHub); bỏ trống thì trả lời mọi merge request đang mở (GitLab)",
            "the report on one pull request (GitHub); without it, answer all open merge requests (GitLab)",
        ),
    )  # fmt: skip


def review(options: argparse.Namespace) -> int:
    """`sangkien review --since REV`."""
    from generator.cli import open_workshop
    from generator.flows.review import review as gather
    from generator.preview import report as preview
    from generator.report import Report, render

    if options.artifact is not None:
        # Before the work: what is wrong with the place is told at once.
        options.artifact.mkdir(parents=True, exist_ok=True)
    with (
        open_workshop(options.root, options.lang, options.jobs, reading=True) as shop,
        _proposal(options, shop) as proposal,
    ):
        dossier = gather(shop, proposal)
        found = Report(proposal.validation, options.lang, proposal.now.read_text)
        if options.format == "markdown":
            say(preview(dossier, options.lang).rstrip("\n"))
        elif text := render(options.format, found):
            say(text)
        brief = preview(dossier, options.lang, _LONGEST)
        if options.artifact is not None:
            files = {"report.md": brief, "findings.json": render("json", found),
                     "labels.json": json.dumps(dossier.labels)}  # fmt: skip
            for name, content in files.items():
                (options.artifact / name).write_text(content, "utf-8", errors="replace")
    if options.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8", errors="replace") as file:
            file.write(brief)
    return 1 if dossier.errors else 0


@contextmanager
def _proposal(options: argparse.Namespace, shop: Workshop) -> Iterator[Proposal]:
    """What is to be reviewed: the files on disk, or the HEAD of another clone."""
    from generator.flows.review import Proposal
    from generator.flows.since import since
    from generator.flows.validate import validate
    from generator.history import History
    from generator.snapshot import Snapshot

    disk = shop.repository
    if options.proposal is None:
        history = History(options.root)
        with history.since(options.since) as comparison:
            change = comparison.result()
        found = since(disk, history, change, lambda: validate(shop, []))
        with Snapshot(history, change.base, disk) as then:
            yield Proposal(disk, then, change, found, history.beyond(change.base), True)
        return
    history = History(options.proposal)
    with _commits(history, disk, history.merge_base(options.since), "HEAD") as proposal:
        yield proposal


@contextmanager
def _commits(history: History, disk: Repository, base: str, head: str) -> Iterator[Proposal]:
    """The commit `head` beside what is on disk, which was accepted and gives the rules."""
    from generator.flows.review import Proposal
    from generator.flows.since import since
    from generator.snapshot import Snapshot

    # Rules that the proposal brings along do not apply.
    change = replace(history.between(base, head), rules=False)
    with Snapshot(history, head, disk) as now, Snapshot(history, base, disk) as then:
        found = since(now, history, change, no_more)
        yield Proposal(now, then, change, found, history.beyond(base, head), False)


def answer(options: argparse.Namespace) -> int:
    """`sangkien answer [DIR]`: in a job of GitHub Actions or of GitLab CI, which tell what it is about."""
    return _answer_open(options) if options.artifact is None else _answer_one(options)


def _answer_one(options: argparse.Namespace) -> int:
    from generator.flows.answer import answer as reply
    from generator.forge import GitHub

    names = ("GITHUB_EVENT_PATH", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
    path, api, repository, token = (_given(name, "GitHub Actions") for name in names)
    event = json.loads(Path(path).read_bytes())
    said = reply(GitHub(api, repository, token), event, options.artifact, options.lang)
    say(wording.answered(said).get(options.lang))
    return 0


def _answer_open(options: argparse.Namespace) -> int:
    from generator.cli import open_workshop
    from generator.flows.answer_open import answer_open
    from generator.flows.review import review as gather
    from generator.forge import GitLab
    from generator.history import History
    from generator.preview import report as preview

    names = ("CI_API_V4_URL", "CI_PROJECT_ID", "CI_DEFAULT_BRANCH", _TOKEN)
    api, project, main, token = (_given(name, "GitLab CI") for name in names)
    history = History(options.root)
    status, number = 0, 0
    with open_workshop(options.root, options.lang, options.jobs) as shop:

        def judge(head: str) -> tuple[str, tuple[str, ...]]:
            # Where two commits parted is the same seen from either.
            with _commits(history, shop.repository, history.merge_base(head), head) as proposal:
                if len(proposal.change.touched | proposal.change.before.keys()) > _MOST_FILES:
                    raise _too_large()
                dossier = gather(shop, proposal)
                return preview(dossier, options.lang, _LONGEST), dossier.labels

        for outcome in answer_open(GitLab(api, project, token), history, main, judge, options.lang):
            number += 1
            if outcome.failure:
                status = max(status, failures.status(outcome.failure))
                tell(wording.unanswered(outcome.name).get(options.lang))
                tell(failures.told(outcome.failure, options.lang, options.root))
            if outcome.answer:
                say(wording.answered(outcome.answer).get(options.lang))
    if not number:
        say(wording.NOTHING_NEW.get(options.lang))
    return status


def _too_large() -> Refusal:
    return Refusal(
        f"Đề nghị này thay đổi hơn {_MOST_FILES} tệp, nhiều quá mức một báo cáo kể hết được.",
        f"The proposal changes more than {_MOST_FILES} files, more than one report can tell.",
    )


def _given(name: str, where: str) -> str:
    """What the forge told the job in its environment."""
    found = os.environ.get(name, "").strip()
    # What HTTP cannot carry would be told in its complaint.
    if found and (name != _TOKEN or (found.isascii() and found.isprintable())):
        return found
    if name == _TOKEN:
        raise Refusal(
            f"Chưa có token để trả lời: biến {_TOKEN} trống hoặc chép sai. Hãy đặt biến này ở Settings → "
            "CI/CD → Variables của dự án, rồi cho chạy theo lịch trên nhánh chính được bảo vệ; các bước ghi "
            "ở trang hướng dẫn “Áp dụng cho nơi khác”.",
            f"There is no token to answer with: the variable {_TOKEN} is empty or was copied wrongly. Set it "
            "under Settings → CI/CD → Variables of the project, and let a schedule run this on the protected "
            "default branch; the guide “Adopt it elsewhere” goes through it.",
        )
    raise Refusal(
        f"Lệnh này chỉ chạy trong {where}: thiếu biến môi trường {name}.",
        f"This command runs in {where} only: the environment lacks {name}.",
    )
