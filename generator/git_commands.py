"""The commands about proposals: review, hooks. A part of the command line, see `cli`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import wording
from generator.problems import Refusal
from generator.terminal import say

if TYPE_CHECKING:
    from generator.findings import Validation
    from generator.flows.hooks import Verdict
    from generator.flows.review import Proposal
    from generator.history import Change, History
    from generator.repository import Repository
    from generator.survey import Workshop

# Forges take comments of up to 65,536 characters.
_LONGEST = 60_000


def add_to(command: Callable[..., argparse.ArgumentParser], words: Callable[[str, str], str]) -> None:
    """Add these commands to a command line; `command` makes one, `words` choose the language of help."""
    made = command("review", review, "báo cáo cho người duyệt", "the reviewer's report")
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
    made.add_argument("--format", choices=("markdown", "github", "gitlab"), default="markdown")
    made = command("answer", answer, "trả lời pull request bằng báo cáo duyệt", "answer a pull request")
    made.add_argument("artifact", type=Path, metavar="DIR")
    about = words("kiểm tra và xuất bản ngay trong Git", "check and publish within Git itself")
    tasks = command("hooks", None, about, about).add_subparsers(required=True, metavar=words("VIỆC", "TASK"))
    about = words(
        "gắn vào bản sao (kiểm tra trước khi commit) hoặc kho trần (kiểm tra khi nhận, rồi xuất bản)",
        "into a clone (check before a commit) or a bare repository (check what is pushed, then publish)",
    )
    made = tasks.add_parser("install", help=about, description=about)
    made.add_argument("repository", nargs="?", type=Path, default=Path(), metavar="REPO")
    made.add_argument(
        "--public", type=Path, metavar="DIR",
        help=words("thư mục xuất bản trang web của kho trần", "where a bare repository publishes its site"),
    )  # fmt: skip
    made.set_defaults(run=install_hooks)
    about = words("việc mà hook của Git gọi", "what Git's hooks call")
    made = tasks.add_parser("run", help=about, description=about)
    made.add_argument("name", choices=("pre-commit", "pre-receive", "post-receive"))
    made.set_defaults(run=run_hook)


def review(options: argparse.Namespace) -> int:
    """`sangkien review --since REV`."""
    from generator.cli import open_workshop
    from generator.flows.review import review as gather
    from generator.preview import report as preview
    from generator.report import Report, render

    with (
        open_workshop(options.root, options.lang, options.jobs) as shop,
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
            options.artifact.mkdir(parents=True, exist_ok=True)
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
    base = history.merge_base(options.since)
    # Rules that the proposal brings along do not apply.
    change = replace(history.between(base, "HEAD"), rules=False)
    with Snapshot(history, "HEAD", disk) as now, Snapshot(history, base, disk) as then:
        found = since(now, history, change, _no_more)
        yield Proposal(now, then, change, found, history.beyond(base, "HEAD"), False)


def answer(options: argparse.Namespace) -> int:
    """`sangkien answer DIR`: in a workflow of GitHub Actions, whose event tells what it is about."""
    from generator.flows.answer import answer as reply
    from generator.forge import Forge

    names = ("GITHUB_EVENT_PATH", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
    path, api, repository, token = (os.environ.get(name) or _lacking(name) for name in names)
    event = json.loads(Path(path).read_bytes())
    said = reply(Forge(api, repository, token), event, options.artifact, options.lang)
    say(wording.answered(said).get(options.lang))
    return 0


def _lacking(name: str) -> str:
    raise Refusal(
        f"Lệnh này chỉ chạy trong GitHub Actions: thiếu biến môi trường {name}.",
        f"This command runs in GitHub Actions only: the environment lacks {name}.",
    )


def install_hooks(options: argparse.Namespace) -> int:
    """`sangkien hooks install [REPO]`."""
    from generator.flows.hooks import install
    from generator.history import History

    names = install(History(options.repository), ["--lang", options.lang], options.public)
    say(wording.hooks_installed(names).get(options.lang))
    return 0


def run_hook(options: argparse.Namespace) -> int:
    """`sangkien hooks run NAME`: what git's own hook scripts call, in the repository's folder."""
    from generator.history import History

    history = History(Path())
    # Only hooks of a bare repository are told what moves, and only from there something comes to an end.
    lines = sys.stdin.read().splitlines() if options.name != "pre-commit" else []
    if options.name == "post-receive":
        return _publish(history, lines, options)
    from generator.flows.hooks import before_commit, received

    def check(repository: Repository, change: Change) -> Validation:
        from generator.flows.since import since

        return since(repository, history, change, _no_more)

    if options.name == "pre-commit":
        verdicts: Iterator[Verdict] = before_commit(history, check)
    else:
        maintainer = os.environ.get("SANGKIEN_MAINTAINER") == "1"
        verdicts = received(history, lines, maintainer, check)
    accepted = True
    for verdict in verdicts:
        accepted &= _tell(verdict, options.lang)
    return 0 if accepted else 1


def _no_more() -> Validation:
    raise AssertionError("a hook's change names every file that it concerns")


def _tell(verdict: Verdict, language: str) -> bool:
    """Say what a branch needs; whether it may go on."""
    from generator.report import Report, render

    validation = verdict.validation
    if validation.findings or not verdict.accepted:
        say(render("text", Report(validation, language, verdict.read)))
    for refusal in verdict.refusals:
        say(refusal.get(language))
    for commit, finding in verdict.earlier:
        say(wording.given_away(commit, finding).get(language))
    if not verdict.accepted:
        say(wording.refused(verdict.branch).get(language))
    return verdict.accepted


def _publish(history: History, lines: Sequence[str], options: argparse.Namespace) -> int:
    from generator.cli import open_workshop
    from generator.flows.build import build
    from generator.flows.hooks import publishing

    begun = time.monotonic()
    with publishing(history, lines) as there:
        if there is not None:
            root, public = there
            with open_workshop(root, options.lang, options.jobs) as shop:
                done = build(shop, public)
            say(wording.built(done, public, time.monotonic() - begun).get(options.lang))
    return 0
