"""The commands within Git itself: hooks. A part of the command line, see `cli`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import build_wording, wording
from generator.parser import Parser, Words
from generator.terminal import say

if TYPE_CHECKING:
    from generator.findings import Validation
    from generator.flows.hooks import Verdict
    from generator.history import Change, History
    from generator.repository import Repository


def add_to(command: Callable[..., Parser], words: Words) -> None:
    """Add these commands to a command line; `command` makes one, `words` choose the language of help."""
    hooks = command(
        "hooks", None, "kiểm tra và xuất bản ngay trong Git", "check and publish within Git itself",
        "sangkien hooks install",
    )  # fmt: skip
    tasks: argparse._SubParsersAction[Parser] = hooks.add_subparsers(
        title=words("Các việc", "Tasks"), required=True, metavar=words("VIỆC", "TASK")
    )
    about = words(
        "gắn vào bản sao (kiểm tra trước khi commit) hoặc kho trần (kiểm tra khi nhận, rồi xuất bản)",
        "into a clone (check before a commit) or a bare repository (check what is pushed, then publish)",
    )
    examples = "sangkien hooks install", "sangkien hooks install --public /srv/www /srv/git/sang-kien.git"
    made = tasks.add_parser("install", help=about, description=about, examples=examples)
    made.add_argument(
        "repository", nargs="?", type=Path, metavar="REPO",
        help=words(
            "kho Git (mặc định: thư mục của danh mục)", "Git repository (default: the catalogue's folder)"
        ),
    )  # fmt: skip
    made.add_argument(
        "--public", type=Path, metavar="DIR",
        help=words("thư mục xuất bản trang web của kho trần", "where a bare repository publishes its site"),
    )  # fmt: skip
    made.set_defaults(run=install_hooks, parser=made)
    about = words("việc mà hook của Git gọi", "what Git's hooks call")
    made = tasks.add_parser("run", help=about, description=about, examples=["sangkien hooks run pre-commit"])
    made.add_argument(
        "name", choices=("pre-commit", "pre-receive", "post-receive"), metavar="HOOK",
        help=words(
            "tên hook: pre-commit, pre-receive, post-receive",
            "name of the hook: pre-commit, pre-receive, post-receive",
        ),
    )  # fmt: skip
    made.set_defaults(run=run_hook, parser=made)


def install_hooks(options: argparse.Namespace) -> int:
    """`sangkien hooks install [REPO]`."""
    from generator.flows.hooks import install
    from generator.history import History

    repository = History(options.root if options.repository is None else options.repository)
    names = install(repository, ["--lang", options.lang], options.public)
    say(wording.hooks_installed(names).get(options.lang))
    return 0


def run_hook(options: argparse.Namespace) -> int:
    """`sangkien hooks run NAME`: what git's own hook scripts call, in the repository's folder."""
    from generator.history import History

    if "GIT_DIR" in os.environ:
        # Git tells where it is as seen from here; the catalogue to publish lies elsewhere.
        os.environ["GIT_DIR"] = str(Path(os.environ["GIT_DIR"]).absolute())
    history = History(options.root)
    # Only hooks of a bare repository are told what moves, and only from there something comes to an end.
    lines = sys.stdin.read().splitlines() if options.name != "pre-commit" else []
    if options.name == "post-receive":
        return _publish(history, lines, options)
    from generator.flows.hooks import before_commit, received

    def check(repository: Repository, change: Change) -> Validation:
        from generator.flows.since import since

        return since(repository, history, change, no_more)

    if options.name == "pre-commit":
        verdicts: Iterator[Verdict] = before_commit(history, check)
    else:
        maintainer = os.environ.get("SANGKIEN_MAINTAINER") == "1"
        verdicts = received(history, lines, maintainer, check)
    accepted = True
    for verdict in verdicts:
        accepted &= _tell(verdict, options.lang)
    return 0 if accepted else 1


def no_more() -> Validation:
    """For a check of a change that is told whole."""
    raise AssertionError("the change names every file that it concerns")


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
            # Whoever pushed has a clone of it all.
            following = wording.again("validate", Path(), options.lang)
            said = build_wording.built(done, public, time.monotonic() - begun, following)
            say(said.get(options.lang))
    return 0
