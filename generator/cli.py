"""The command line: parses, calls one flow, prints, and turns the answer into an exit status.

0 fine, 1 findings, 2 misuse or environment. What is said stands in `wording`. A command imports what it
needs when it runs, so that a small one starts at once.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator import build_commands, forge_commands, git_commands, wording
from generator.problems import Refusal
from generator.terminal import ask, progress, say, tell
from generator.text import Text

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from generator.findings import Validation
    from generator.repository import Repository
    from generator.stopwatch import Stopwatch
    from generator.survey import Workshop

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` default to the process's own. The exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(given)
    options = _parser(language).parse_args(given)
    try:
        status: int = options.run(options)
    except Refusal as refusal:
        tell(refusal.message.get(language))
        return 2
    except EOFError:
        tell(wording.NOBODY_ANSWERS.get(language))
        return 2
    except BrokenPipeError:
        # The reader of our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        tell("")
        return 128 + signal.SIGINT
    return status


@contextmanager
def open_workshop(
    root: Path,
    language: str = "vi",
    jobs: int | None = None,
    far: str | None = None,
    stopwatch: Stopwatch | None = None,
) -> Iterator[Workshop]:
    """The doors that a flow needs, for the catalogue in `root`.

    Work is done by `jobs` processes, or on the cluster at the address `far`; where time goes is noted by
    `stopwatch`.
    """
    from generator.repository import Repository
    from generator.stopwatch import Stopwatch
    from generator.store import Store
    from generator.survey import Workshop

    repository = Repository(root)
    watch = Stopwatch() if stopwatch is None else stopwatch
    with progress(language) as report_progress:
        store = Store(repository.store_path)
        try:
            with _workers(repository, jobs, far) as (executor, number):
                yield Workshop(repository, store, executor, number, report_progress, watch)
        finally:
            store.close()


@contextmanager
def _workers(repository: Repository, jobs: int | None, far: str | None) -> Iterator[tuple[Executor, int]]:
    """Where work runs, and how much of it at once."""
    if far is not None:
        from generator.cluster import cluster
        from generator.repository import code_digest

        with cluster(far, repository.state, code_digest) as found:
            yield found
        return
    from generator.executor import default_jobs, processes

    number = default_jobs() if jobs is None else jobs
    with processes(number) as executor:
        yield executor, number


def _validate(options: argparse.Namespace) -> int:
    repository, found = _check(options) if options.since is None else _check_since(options)

    from generator.report import Report, append_step_summary, render

    report = Report(found, options.lang, repository.read_text)
    if text := render(options.format, report):
        say(text)
    if options.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        append_step_summary(Path(summary), report)
    return 1 if found.errors else 0


def _check(options: argparse.Namespace) -> tuple[Repository, Validation]:
    from generator.flows.validate import validate

    with open_workshop(options.root, options.lang, options.jobs) as shop:
        return shop.repository, validate(shop, options.paths)


def _check_since(options: argparse.Namespace) -> tuple[Repository, Validation]:
    from generator.history import History

    history = History(options.root)
    with history.since(options.since) as comparison:
        # Git works while the rules are imported.
        from generator.flows.since import since
        from generator.repository import Repository

        repository = Repository(options.root)
        wanted = [repository.inside(path) for path in options.paths]
        found = since(repository, history, comparison.result(), lambda: _check(options)[1])
    if repository.store_path.exists():
        from generator.novelty import prepared_findings

        found = found.plus(prepared_findings(repository, found.checked))
    return repository, found.within(wanted) if wanted else found


def _fix(options: argparse.Namespace) -> int:
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
    say(wording.fixed(done).get(options.lang))
    return 1 if done.left else 0


def _similar(options: argparse.Namespace) -> int:
    from generator.flows.similar import similar

    with open_workshop(options.root, options.lang, options.jobs) as shop:
        found = similar(shop, options.path)
    say(wording.likenesses(found, options.lang))
    return 0


def _stats(options: argparse.Namespace) -> int:
    from generator.flows.statistics import statistics

    with open_workshop(options.root, options.lang, options.jobs) as shop:
        found = statistics(shop, options.union, options.phase)
    say(wording.FIGURES[options.format](found, options.lang))
    return 0


def _explain(options: argparse.Namespace) -> int:
    from generator.flows.explain import explain

    say(explain(options.rule, options.lang))
    return 0


def _new(options: argparse.Namespace) -> int:
    from generator.flows.new import new, prepare
    from generator.report.text import as_text

    with open_workshop(options.root, options.lang, options.jobs) as shop:
        interview = prepare(shop)
    # Nobody is asked while bars are drawn and workers wait.
    path, findings = new(shop.repository, interview, ask, lambda text: tell(text.get(options.lang)))
    say(wording.written(path).get(options.lang))
    if findings:
        say("\n" + as_text(findings, options.lang, shop.repository.read_text))
    return 0


def _demo(options: argparse.Namespace) -> int:
    from generator.flows.demo import run as demo

    with progress(options.lang) as report_progress:
        number = demo(
            options.root, options.count, options.seed, options.out,
            lambda done, of: report_progress("demo", done, of),
        )  # fmt: skip
    say(wording.demo_written(number, options.out).get(options.lang))
    return 0


def _sync(options: argparse.Namespace) -> int:
    from generator.flows.sync import sync

    with open_workshop(options.root, options.lang, options.jobs) as shop:
        stale = sync(shop, options.check)
    say(wording.synced(stale, options.check).get(options.lang))
    return 1 if stale and options.check else 0


def _language(arguments: Sequence[str]) -> str:
    """The language of messages, before anything else is understood."""
    for number, word in enumerate(arguments):
        if word == "--lang=en" or (word == "--lang" and arguments[number + 1 : number + 2] == ["en"]):
            return "en"
    return "vi"


class _Parser(argparse.ArgumentParser):
    """argparse, whose complaints end with a sentence in the user's language."""

    language = "vi"

    def error(self, message: str) -> NoReturn:
        tell(self.format_usage().rstrip())
        tell(wording.misuse(message).get(self.language))
        sys.exit(2)


def _parser(language: str) -> argparse.ArgumentParser:
    _Parser.language = language

    def words(vi: str, en: str) -> str:
        return Text(vi, en).get(language)

    def common(**defaults: object) -> _Parser:
        """The options that stand before or after the command."""
        made = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
        made.add_argument(
            "--root", type=Path, metavar="DIR", help=words("thư mục của danh mục", "the catalogue's folder")
        )
        made.add_argument(
            "--lang", choices=("vi", "en"), help=words("ngôn ngữ thông báo", "language of messages")
        )
        made.add_argument("--jobs", type=int, metavar="N", help=words("số tiến trình", "number of processes"))
        made.set_defaults(**defaults)
        return made

    parser = _Parser(
        prog="sangkien",
        description=wording.ABOUT.get(language),
        parents=[common(root=Path(), lang="vi", jobs=None)],
    )
    commands: argparse._SubParsersAction[_Parser] = parser.add_subparsers(
        required=True, metavar=words("LỆNH", "COMMAND")
    )

    def command(name: str, run: object, vi: str, en: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=words(vi, en), description=words(vi, en), parents=[common()]
        )
        made.set_defaults(run=run)
        return made

    check = command("validate", _validate, "kiểm tra các tệp", "check the files")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    check.add_argument(
        "--since", metavar="REV",
        help=words("chỉ kiểm tra những gì đã đổi từ mốc này", "check only what changed since this revision"),
    )  # fmt: skip
    check.add_argument("--format", choices=FORMATS, default="text")
    mend = command("fix", _fix, "sửa những gì không phải đoán", "repair what needs no guessing")
    mend.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    build_commands.add_to(command, words)
    near = command("similar", _similar, "sáng kiến đã có gần giống nhất", "the nearest earlier innovations")
    near.add_argument("path", type=Path, metavar="PATH")
    figures = command("stats", _stats, "số liệu theo đơn vị, giai đoạn", "figures per union and phase")
    figures.add_argument("--union", metavar="U", help=words("thư mục của công đoàn", "folder of a union"))
    figures.add_argument("--phase", metavar="P", help=words("mã giai đoạn", "ID of a phase"))
    figures.add_argument("--format", choices=tuple(wording.FIGURES), default="table")
    rule = command("explain", _explain, "giải thích một quy tắc", "explain a rule")
    rule.add_argument("rule", nargs="?", metavar="RULE")
    command("new", _new, "hỏi và viết một sáng kiến mới", "ask, and write a new innovation")
    made = command("demo", _demo, "tạo danh mục mẫu cỡ bất kỳ", "make a synthetic catalogue of any size")
    made.add_argument("--count", type=int, required=True, metavar="N")
    made.add_argument("--seed", type=int, default=1, metavar="S")
    made.add_argument("--out", type=Path, required=True, metavar="DIR")
    forge_commands.add_to(command, words)
    git_commands.add_to(command, words)
    made = command("sync", _sync, "viết lại các tệp được lập tự động", "rewrite what is derived")
    made.add_argument("--check", action="store_true", help=words("chỉ kiểm tra", "only check"))
    return parser
