"""The commands about people's files: validate, fix, explain, similar. A part of the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import wording
from generator.parser import Parser, Words
from generator.terminal import say

if TYPE_CHECKING:
    from generator.findings import Validation
    from generator.repository import Repository

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


def add_to(command: Callable[..., Parser], words: Words) -> None:
    """Add these commands to a command line; `command` makes one, `words` choose the language of help."""
    some = words(
        "tệp hoặc thư mục trong submissions/ (mặc định: tất cả)",
        "file or folder within submissions/ (default: all of it)",
    )
    made = command(
        "validate", validate_files, "kiểm tra các tệp", "check the files",
        "sangkien validate", "sangkien validate --since HEAD",
        "sangkien validate submissions --format json",
    )  # fmt: skip
    made.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=some)
    made.add_argument(
        "--since", metavar="REV",
        help=words("chỉ kiểm tra những gì đã đổi từ mốc này", "check only what changed since this revision"),
    )  # fmt: skip
    made.add_argument(
        "--format", choices=FORMATS, default="text",
        help=words(
            "cách viết kết quả: cho người đọc (text, mặc định) hoặc cho chương trình khác",
            "how findings are written: for people (text, the default) or for other programs",
        ),
    )  # fmt: skip
    made = command(
        "fix", fix_files, "sửa những gì không phải đoán", "repair what needs no guessing",
        "sangkien fix", "sangkien fix submissions",
    )  # fmt: skip
    made.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=some)
    made = command(
        "explain", explain_rule, "giải thích một quy tắc", "explain a rule",
        "sangkien explain", "sangkien explain missing-key",
    )  # fmt: skip
    made.add_argument(
        "rule", nargs="?", metavar="RULE",
        help=words(
            "tên quy tắc, như ghi trong [ ] ở cuối mỗi lỗi (bỏ trống: liệt kê mọi quy tắc)",
            "the rule's name, as it stands in [ ] after each finding (without it: all rules are listed)",
        ),
    )  # fmt: skip
    made = command(
        "similar", show_similar, "sáng kiến đã có gần giống nhất", "the nearest earlier innovations",
        "sangkien similar submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml",
    )  # fmt: skip
    made.add_argument(
        "path", type=Path, metavar="PATH",
        help=words("tệp của sáng kiến cần so sánh", "the file of the innovation to compare"),
    )  # fmt: skip


def validate_files(options: argparse.Namespace) -> int:
    repository, found = _check(options) if options.since is None else _check_since(options)

    from generator.report import Report, append_step_summary, render

    report = Report(found, options.lang, repository.read_text)
    if text := render(options.format, report):
        say(text)
    if options.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        append_step_summary(Path(summary), report)
    return 1 if found.errors else 0


def _check(options: argparse.Namespace) -> tuple[Repository, Validation]:
    from generator.cli import open_workshop
    from generator.flows.validate import validate

    with open_workshop(options.root, options.lang, options.jobs, reading=True) as shop:
        return shop.repository, validate(shop, options.paths)


def _check_since(options: argparse.Namespace) -> tuple[Repository, Validation]:
    from generator.history import History

    history = History(options.root)
    with history.since(options.since) as comparison:
        # Git works while the rules are imported.
        from generator.flows.since import since
        from generator.repository import Repository
        from generator.selection import chosen

        repository = Repository(options.root)
        wanted = chosen(repository, options.paths)
        found = since(repository, history, comparison.result(), lambda: _check(options)[1])
    if repository.store_path.exists():
        from generator.novelty import prepared_findings
        from generator.store.connection import refusing

        with refusing(repository.store_path):
            found = found.plus(prepared_findings(repository, found.checked))
    return repository, found.within(wanted) if wanted else found


def fix_files(options: argparse.Namespace) -> int:
    from generator.executor import default_jobs, processes, run_in_order
    from generator.flows.fix import fix
    from generator.report.text import as_text
    from generator.repository import Repository

    repository = Repository(options.root)
    jobs = default_jobs() if options.jobs is None else options.jobs
    with processes(jobs) as executor:
        done = fix(repository, partial(run_in_order, executor, jobs), options.paths)
    for path in done.rewritten:
        say(wording.fixed_file(path).get(options.lang))
    if done.left:
        say(as_text(done.left, options.lang, repository.read_text))
    following = wording.again("validate", options.root, options.lang)
    say(wording.fixed(done, following).get(options.lang))
    return 1 if done.left else 0


def show_similar(options: argparse.Namespace) -> int:
    from generator.cli import open_workshop
    from generator.flows.similar import similar

    with open_workshop(options.root, options.lang, options.jobs, reading=True) as shop:
        found = similar(shop, options.path)
    say(wording.likenesses(found, options.lang))
    return 0


def explain_rule(options: argparse.Namespace) -> int:
    from generator.flows.explain import explain

    say(explain(options.rule, options.lang))
    return 0
