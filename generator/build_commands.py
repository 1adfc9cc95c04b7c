"""The commands that make and show the site: build, serve. A part of the command line, see `cli`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import build_wording, failures
from generator.parser import Parser, Words, number
from generator.problems import Refusal
from generator.terminal import say, tell
from generator.wording import again

if TYPE_CHECKING:
    from generator.renewal import Built
    from generator.stopwatch import Stopwatch
    from generator.survey import Workshop

_PORT, _LAST_PORT = 8000, 65535


def add_to(command: Callable[..., Parser], words: Words) -> None:
    """Add these commands to a command line; `command` makes one, `words` choose the language of help."""
    made = command(
        "build", build_once, "dựng trang web", "build the site",
        "sangkien build", "sangkien build --clean --timings", "sangkien build --out s3://trang-web",
    )  # fmt: skip
    _add_common(
        made, "DIR|s3://BUCKET/PREFIX",
        words(
            "mặc định: public; hoặc một bucket trên kho đối tượng, khóa truy cập theo cấu hình AWS",
            "default: public; or a bucket of an object store, with the credentials of AWS's configuration",
        ),
        words,
    )  # fmt: skip
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
    _add_shards(made, words)
    made = command(
        "serve", build_and_show,
        "dựng và xem trang web, tự dựng lại khi có thay đổi", "build, show, and rebuild on change",
        "sangkien serve", "sangkien serve --port 8080",
    )  # fmt: skip
    _add_common(made, "DIR", words("mặc định: public", "default: public"), words)
    made.add_argument(
        "--port", type=number(words, 0, _LAST_PORT), default=_PORT, metavar="PORT",
        help=words(
            f"cổng trên máy này để mở trang (mặc định: {_PORT}; 0: cổng trống bất kỳ)",
            f"port on this machine to open the site at (default: {_PORT}; 0: any that is free)",
        ),
    )  # fmt: skip
    made.set_defaults(merge=None)


def _add_common(made: Parser, place: str, about: str, words: Words) -> None:
    made.add_argument("--out", metavar=place, help=about)
    made.add_argument("--clean", action="store_true", help=words("dựng lại từ đầu", "from scratch"))


def _add_shards(made: Parser, words: Words) -> None:
    def share(text: str) -> tuple[int, int]:
        found = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
        if found is None or not 1 <= int(found[1]) <= int(found[2]):
            raise argparse.ArgumentTypeError(
                words(
                    f"“{text}” không phải là mảnh nào; hãy viết như 2/3, tức mảnh thứ 2 trong 3 mảnh",
                    f"“{text}” is no shard; write 2/3 for the second of three",
                )
            )
        return int(found[1]), int(found[2])

    either = made.add_either()
    either.add_argument(
        "--shard", metavar="I/N", type=share,
        help=words(
            "chỉ dựng mảnh thứ I trong N mảnh, vào thư mục --out (mặc định: shard-I), để ghép sau",
            "make only the Ith of N shards, into the folder --out (default: shard-I), to be merged later",
        ),
    )  # fmt: skip
    either.add_argument(
        "--merge", metavar="DIR", type=Path, nargs="+", action="extend",
        help=words(
            "ghép đủ N mảnh đã dựng từ cùng một commit thành trang web",
            "merge all N shards, made from one commit, into the site",
        ),
    )  # fmt: skip


def build_once(options: argparse.Namespace) -> int:
    """`sangkien build`."""
    if options.shard is not None:
        watch = _shard(options)
    elif _is_address(options.out):
        watch = _publish(options)
    else:
        watch = _build(options, options.jobs, options.clean, options.executor)
    if options.timings:
        say(build_wording.timings(watch, options.lang))
    return 0


def build_and_show(options: argparse.Namespace) -> int:
    """`sangkien serve`."""
    from generator.flows.serve import serve
    from generator.repository import Repository

    out = _out(options)

    def build() -> None:
        _build(options, options.jobs, options.clean)

    def rebuild() -> bool:
        try:
            # One process: workers must not be forked while the server's threads run.
            _build(options, 1, False)
        except Exception as failure:
            # Whatever it is, the next change may mend it.
            tell(failures.told(failure, options.lang, out))
            return False
        return True

    repository = Repository(options.root)
    serve(repository, out, options.port, build, rebuild, lambda text: tell(text.get(options.lang)))
    return 0


def _build(options: argparse.Namespace, jobs: int | None, clean: bool, far: str | None = None) -> Stopwatch:
    from generator.cli import open_workshop
    from generator.stopwatch import Stopwatch

    watch = Stopwatch()
    with open_workshop(options.root, options.lang, jobs, far, watch) as shop:
        done = _made(shop, options.merge, _out(options), clean)
        following = again("validate", options.root, options.lang)
        say(build_wording.built(done, _out(options), watch.seconds, following).get(options.lang))
    return watch


def _made(shop: Workshop, shards: Sequence[Path] | None, out: Path, clean: bool) -> Built:
    """Build in the folder `out`, or merge what was built elsewhere."""
    if shards:
        from generator.flows.shards import merge

        return merge(shop, shards, out, clean)
    from generator.flows.build import build

    return build(shop, out, clean)


def _shard(options: argparse.Namespace) -> Stopwatch:
    from generator.cli import open_workshop
    from generator.flows.shards import shard
    from generator.parts.shards import Share
    from generator.stopwatch import Stopwatch

    share, watch = Share(*options.shard), Stopwatch()
    out = _out(options) if options.out is not None else Path(options.root) / f"shard-{share.number}"
    with open_workshop(options.root, options.lang, options.jobs, options.executor, watch) as shop:
        done = shard(shop, share, out, options.clean)
        following = again("build --merge", options.root, options.lang)
        say(build_wording.sharded(done, out, watch.seconds, following).get(options.lang))
    return watch


def _publish(options: argparse.Namespace) -> Stopwatch:
    from generator.bucket import Bucket
    from generator.cli import open_workshop
    from generator.flows.publish import publish
    from generator.stopwatch import Stopwatch

    watch = Stopwatch()
    with open_workshop(options.root, options.lang, options.jobs, options.executor, watch) as shop:
        # Before the build: what is wrong with the place is told at once.
        bucket = Bucket(options.out)
        known = bucket.known()
        out = shop.repository.state / "buckets" / bucket.label
        done = _made(shop, options.merge, out, options.clean)
        following = again("validate", options.root, options.lang)
        say(build_wording.built(done, out, watch.seconds, following).get(options.lang))
        sent = publish(shop, bucket, known, out)
        say(build_wording.published(sent, bucket.address, watch.seconds).get(options.lang))
    return watch


def _is_address(out: str | None) -> bool:
    return out is not None and "://" in out


def _out(options: argparse.Namespace) -> Path:
    """`--out`, in the catalogue's folder unless it is given. Raises Refusal where it is no folder."""
    if _is_address(options.out):
        raise Refusal(
            f"Lệnh này không dùng được với “{options.out}”; hãy chọn một thư mục bằng --out.",
            f"This command cannot use “{options.out}”; choose a folder with --out.",
        )
    return Path(options.out) if options.out is not None else Path(options.root) / "public"
