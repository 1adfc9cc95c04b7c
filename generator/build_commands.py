"""The commands that make and show the site: build, serve. A part of the command line, see `cli`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator import wording
from generator.terminal import say, tell

if TYPE_CHECKING:
    from generator.stopwatch import Stopwatch


def add_to(command: Callable[..., argparse.ArgumentParser], words: Callable[[str, str], str]) -> None:
    """Add these commands to a command line; `command` makes one, `words` choose the language of help."""
    made = command("build", build_once, "dựng trang web", "build the site")
    _add_common(made, words)
    made.add_argument(
        "--timings", action="store_true",
        help=words("cho biết thời gian của từng công đoạn", "tell where the time went"),
    )  # fmt: skip
    made.add_argument(
        "--executor", metavar="dask://HOST:PORT",
        help=words(
            "dựng trên cụm máy Dask thay cho --jobs: mọi máy dùng chung thư mục của danh mục ở cùng một "
            "đường dẫn, cùng phiên bản sangkien; chạy dask worker với --nthreads 1",
            "build on a Dask cluster instead of --jobs: all machines share the catalogue's folder under the "
            "same path, and the version of sangkien; run dask worker with --nthreads 1",
        ),
    )  # fmt: skip
    about = "dựng và xem trang web, tự dựng lại khi có thay đổi", "build, show, and rebuild on change"
    made = command("serve", build_and_show, *about)
    _add_common(made, words)
    made.add_argument("--port", type=int, default=8000)


def _add_common(made: argparse.ArgumentParser, words: Callable[[str, str], str]) -> None:
    made.add_argument("--out", type=Path, metavar="DIR", help=words("mặc định: public", "default: public"))
    made.add_argument("--clean", action="store_true", help=words("dựng lại từ đầu", "from scratch"))


def build_once(options: argparse.Namespace) -> int:
    """`sangkien build`."""
    watch = _build(options, options.jobs, options.clean, options.executor)
    if options.timings:
        say(wording.timings(watch, options.lang))
    return 0


def build_and_show(options: argparse.Namespace) -> int:
    """`sangkien serve`."""
    from generator.flows.serve import serve
    from generator.repository import Repository

    _build(options, options.jobs, options.clean)

    def rebuild() -> None:
        # One process: workers must not be forked while the server's threads run.
        _build(options, 1, False)

    serve(Repository(options.root), _out(options), options.port, rebuild, lambda t: tell(t.get(options.lang)))
    return 0


def _build(options: argparse.Namespace, jobs: int | None, clean: bool, far: str | None = None) -> Stopwatch:
    from generator.cli import open_workshop
    from generator.flows.build import build
    from generator.stopwatch import Stopwatch

    watch = Stopwatch()
    with open_workshop(options.root, options.lang, jobs, far, watch) as shop:
        done = build(shop, _out(options), clean)
        say(wording.built(done, _out(options), watch.seconds).get(options.lang))
    return watch


def _out(options: argparse.Namespace) -> Path:
    """`--out`, in the catalogue's folder unless it is given."""
    return Path(options.out) if options.out is not None else Path(options.root) / "public"
