"""The command line: parses, calls one flow, prints, and turns the answer into an exit status.

0 fine, 1 findings, 2 misuse or environment, 70 a bug in the program, 130 interrupted from the keyboard. What
is said stands in `wording`. A command imports what it needs when it runs, so that a small one starts at once.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator import build_commands, check_commands, failures, forge_commands, git_commands, wording
from generator.parser import Parser, language_of, number
from generator.terminal import ask, connect, progress, say, tell

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from generator.repository import Repository
    from generator.stopwatch import Stopwatch
    from generator.survey import Workshop


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` default to the process's own. The exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given)
    place = None
    try:
        connect()
        options = _parser(language).understand(given)
        place = Path(getattr(options, "out", None) or options.root)
        status: int = options.run(options)
    except EOFError:
        tell(wording.NOBODY_ANSWERS.get(language))
        return failures.TROUBLE
    except KeyboardInterrupt:
        tell("")
        return 128 + signal.SIGINT
    except Exception as failure:
        tell(failures.told(failure, language, place))
        return failures.status(failure)
    return status


@contextmanager
def open_workshop(
    root: Path,
    language: str = "vi",
    jobs: int | None = None,
    far: str | None = None,
    stopwatch: Stopwatch | None = None,
    reading: bool = False,
) -> Iterator[Workshop]:
    """The doors that a flow needs, for the catalogue in `root`.

    Work is done by `jobs` processes, or on the cluster at the address `far`; where time goes is noted by
    `stopwatch`. A flow that is only `reading` also works where nothing can be written into `root`.
    """
    from generator.repository import Repository
    from generator.stopwatch import Stopwatch
    from generator.store.opening import opened
    from generator.survey import Workshop

    repository = Repository(root)
    watch = Stopwatch() if stopwatch is None else stopwatch
    with (
        progress(language) as report_progress,
        _store_place(repository, reading) as store_path,
        opened(store_path) as store,
        _workers(repository, jobs, far) as (executor, number),
    ):
        yield Workshop(repository, store, executor, number, report_progress, watch)


@contextmanager
def _store_place(repository: Repository, reading: bool) -> Iterator[Path]:
    """Where the store is: in the catalogue, or for reading what nobody can write to, somewhere for now."""
    kept = repository.store_path
    folder = kept.parent if kept.parent.exists() else repository.root
    if not reading or os.access(folder, os.W_OK):
        yield kept
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as elsewhere:
        yield Path(elsewhere) / kept.name


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

    workers = default_jobs() if jobs is None else jobs
    with processes(workers) as executor:
        yield executor, workers


def _stats(options: argparse.Namespace) -> int:
    from generator.flows.statistics import statistics

    with open_workshop(options.root, options.lang, options.jobs, reading=True) as shop:
        found = statistics(shop, options.union, options.phase)
    say(wording.FIGURES[options.format](found, options.lang))
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
    following = wording.again("build", options.out, options.lang)
    say(wording.demo_written(number, options.out, following).get(options.lang))
    return 0


def _sync(options: argparse.Namespace) -> int:
    from generator.flows.sync import sync

    with open_workshop(options.root, options.lang, options.jobs, reading=options.check) as shop:
        stale = sync(shop, options.check)
    following = wording.again("sync", options.root, options.lang)
    say(wording.synced(stale, options.check, following).get(options.lang))
    return 1 if stale and options.check else 0


def _parser(language: str) -> Parser:
    Parser.language = language
    words = Parser.words
    parser = Parser(
        prog="sangkien",
        description=wording.ABOUT.get(language),
        epilog=wording.EXIT_STATUS.get(language),
        examples=("sangkien validate", "sangkien build --help"),
    )
    parser.set_defaults(root=Path(), lang="vi", jobs=None, parser=parser)
    commands: argparse._SubParsersAction[Parser] = parser.add_subparsers(
        title=words("Các lệnh", "Commands"), required=True, metavar=words("LỆNH", "COMMAND")
    )

    def command(name: str, run: object, vi: str, en: str, *examples: str) -> Parser:
        about = words(vi, en)
        made: Parser = commands.add_parser(name, help=about, description=about, examples=examples)
        made.set_defaults(run=run, parser=made)
        return made

    check_commands.add_to(command, words)
    build_commands.add_to(command, words)
    figures = command(
        "stats", _stats, "số liệu theo đơn vị, giai đoạn", "figures per union and phase",
        "sangkien stats", "sangkien stats --union quan-dong", "sangkien stats --format csv",
    )  # fmt: skip
    figures.add_argument(
        "--union", metavar="U",
        help=words(
            "công đoàn, gọi bằng thư mục của nó trong submissions/", "a union, by its folder in submissions/"
        ),
    )  # fmt: skip
    figures.add_argument(
        "--phase", metavar="P",
        help=words("mã giai đoạn, ghi trong schema/programme.yml", "ID of a phase, see schema/programme.yml"),
    )  # fmt: skip
    figures.add_argument(
        "--format", choices=tuple(wording.FIGURES), default="table",
        help=words(
            "bảng cho người đọc (table, mặc định) hoặc dữ liệu cho chương trình khác",
            "a table for people (the default) or data for other programs",
        ),
    )  # fmt: skip
    command("new", _new, "hỏi và viết một sáng kiến mới", "ask, and write a new innovation", "sangkien new")
    made = command(
        "demo", _demo, "tạo danh mục mẫu cỡ bất kỳ", "make a synthetic catalogue of any size",
        "sangkien demo --count 200 --out build/demo",
    )  # fmt: skip
    made.add_argument(
        "--count", type=number(words), required=True, metavar="N",
        help=words("số sáng kiến", "number of innovations"),
    )  # fmt: skip
    made.add_argument(
        "--seed", type=number(words), default=1, metavar="S",
        help=words(
            "số chọn nội dung: cùng số thì cùng danh mục (mặc định: 1)",
            "chooses the content: the same seed gives the same catalogue (default: 1)",
        ),
    )  # fmt: skip
    made.add_argument(
        "--out", type=Path, required=True, metavar="DIR",
        help=words("thư mục mới, hoặc của lần tạo trước", "a new folder, or that of an earlier demo"),
    )  # fmt: skip
    forge_commands.add_to(command, words)
    git_commands.add_to(command, words)
    made = command(
        "sync", _sync, "viết lại các tệp được lập tự động", "rewrite what is derived",
        "sangkien sync", "sangkien sync --check",
    )  # fmt: skip
    made.add_argument(
        "--check", action="store_true",
        help=words(
            "chỉ kiểm tra, không viết; kết thúc với mã 1 nếu có tệp không còn khớp",
            "only check and write nothing; exit status 1 where files are not current",
        ),
    )  # fmt: skip
    return parser
