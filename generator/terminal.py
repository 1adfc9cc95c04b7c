"""The terminal: progress bars, tables, questions. The only doorway to rich.

Standard output is for results, standard error for everything else. Nothing moves unless a person looks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from generator.problems import Refusal
from generator.text import Text

# rich takes longer to import than a changed file takes to check: it is, where something is drawn.
if TYPE_CHECKING:
    from rich.progress import TaskID

    from generator.survey import Progress as Report

# Wide enough for the longest names: a table is never cut, a narrow window folds it.
_WIDTH = 160
_STEPS = {
    "inspect": Text("Kiểm tra tệp", "Checking files"),
    "count": Text("Tính số liệu", "Counting"),
    "write": Text("Dựng trang", "Making pages"),
    "send": Text("Gửi lên kho đối tượng", "Sending to the object store"),
    "take-away": Text("Gỡ khỏi kho đối tượng", "Removing from the object store"),
    "likeness": Text("Chuẩn bị so sánh", "Preparing the comparison"),
    "demo": Text("Viết dữ liệu mẫu", "Writing the demo"),
}


def connect() -> None:
    """Let streams that are closed lead nowhere, as git does: then nobody listens there, or answers."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open as long as the program runs.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def say(text: str) -> None:
    """Write a result to standard output. Characters that it cannot show are replaced, not fatal.

    Raises Refusal where it cannot be written. A reader that has seen enough and left is none the worse.
    """
    try:
        _write(sys.stdout, text)
    except OSError as error:
        # What is left of it is tried again at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Refusal(
                f"Không ghi được kết quả ra đầu ra chuẩn ({error.strerror}). Hãy kiểm tra nơi nhận kết quả.",
                f"The result cannot be written to standard output ({error.strerror}). Check where it goes.",
            ) from None


def tell(text: str) -> None:
    """Write a message to standard error; where that cannot be written, there is nobody to tell."""
    with suppress(OSError):
        _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


def ask(question: str) -> str:
    """Ask, and read one line without its end. Raises EOFError where nobody answers.

    In a terminal the line can be edited, and earlier ones come back with the arrow keys. Otherwise the
    question goes to standard error. Bytes that are no text come as U+FFFD.
    """
    if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "replace":
        sys.stdin.reconfigure(errors="replace")
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            # Windows has its own way of editing a line.
            with suppress(ImportError):
                import_module("readline")
            return input(question)
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
    except (EOFError, KeyboardInterrupt):
        # What is said next begins a line of its own.
        tell("")
        raise


@contextmanager
def progress(language: str) -> Iterator[Report]:
    """A bar per step on standard error where that is a terminal; quiet otherwise.

    Bars are drawn by this thread alone: work is forked from it.
    """
    if not sys.stderr.isatty():
        yield lambda step, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bars = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    tasks: dict[str, TaskID] = {}
    with bars:

        def report(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(_STEPS[step].get(language), total=of)
            bars.update(tasks[step], completed=done, total=of)
            bars.refresh()

        yield report


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table for people: the first column to the left, the others to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    made = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(heads):
        made.add_column(head, justify="left" if number == 0 else "right", no_wrap=True)
    for row in rows:
        made.add_row(*row)
    drawn = StringIO()
    Console(file=drawn, highlight=False, markup=False, width=_WIDTH, color_system=None).print(made)
    return "\n".join(line.rstrip() for line in drawn.getvalue().rstrip().splitlines())
