"""The command line: parses, calls one flow, prints, and turns the answer into an exit status.

0 fine, 1 findings, 2 misuse or environment.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator import report
from generator.executor import default_jobs, processes
from generator.flows.build import build
from generator.flows.validate import validate
from generator.problems import Refusal
from generator.repository import Repository
from generator.store import Store
from generator.survey import Workshop


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` default to the process's own."""
    options = _parser().parse_args(arguments)
    try:
        with open_workshop(options.root) as shop:
            if options.command == "build":
                print(build(shop, options.out, options.clean))  # noqa: T201
                return 0
            found = validate(shop, options.paths)
            if options.format == "json":
                print(report.as_json(found.findings, options.lang))  # noqa: T201
            else:
                print(report.as_text(found.findings, options.lang, shop.repository.read_text))  # noqa: T201
    except Refusal as refusal:
        print(refusal.message.get(options.lang), file=sys.stderr)  # noqa: T201
        return 2
    return 1 if any(f.severity == "error" for f in found.findings) else 0


@contextmanager
def open_workshop(root: Path) -> Iterator[Workshop]:
    repository = Repository(root)
    store = Store(repository.state / "store.sqlite")
    jobs = default_jobs()
    with processes(jobs) as executor:
        yield Workshop(repository, store, executor, jobs, lambda *_: None)
    store.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("sangkien")
    parser.add_argument("command")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--out", type=Path, default=Path("public"))
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--lang", default="vi")
    parser.add_argument("--format", default="text")
    return parser
