"""argparse in the user's language: help, complaints, and the options that every command has.

What the commands are is the business of `cli`, and of the rooms beside it that have some.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, NoReturn

from generator import wording
from generator.complaints import complaint, unknown
from generator.terminal import say, tell
from generator.text import Text

# Chooses the language of a text for the user.
Words = Callable[[str, str], str]


class _Layout(argparse.RawDescriptionHelpFormatter):
    """How help is laid out, with its first word in the user's language."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:  # fmt: skip
        if prefix is None:
            prefix = Parser.words("Cách dùng: ", "Usage: ")
        super().add_usage(usage, actions, groups, prefix)


class _Help(argparse.Action):
    """`--help`, which goes to standard output as every result does."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        say(parser.format_help().rstrip())
        sys.exit(0)


class Parser(argparse.ArgumentParser):
    """A command's words. Those below it are parsers of the same kind, in the same language."""

    language = "vi"

    def __init__(self, *, examples: Sequence[str] = (), epilog: str = "", **how: Any) -> None:
        """`examples` are commands that help shows, `epilog` is what it says after them."""
        shown = [self.words("Ví dụ:", "Examples:"), *(f"  {example}" for example in examples)]
        told = "\n".join(shown) if examples else ""
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=_Layout,
            epilog="\n\n".join(filter(None, (told, epilog))), **how,
        )  # fmt: skip
        self._values = self.add_argument_group(self.words("Đối số", "Arguments"))
        self._choices = self.add_argument_group(self.words("Tùy chọn", "Options"))
        common = self.add_argument_group(self.words("Tùy chọn chung", "Options of every command"))
        self._add_common(common)

    @classmethod
    def words(cls, vi: str, en: str) -> str:
        """The text in the user's language."""
        return Text(vi, en).get(cls.language)

    def add_argument(self, *names: str, **how: Any) -> argparse.Action:
        """As argparse's own, under a heading in the user's language."""
        group = self._choices if names[0].startswith("-") else self._values
        return group.add_argument(*names, **how)

    def add_either(self) -> argparse._MutuallyExclusiveGroup:
        """A group of options of which one at most can be used."""
        return self._choices.add_mutually_exclusive_group()

    def understand(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The words of the command line. Ends the program where they are not right, or ask for help."""
        options, rest = self.parse_known_args(arguments)
        if rest:
            parser: Parser = options.parser
            parser.complain(unknown(rest[0], re.findall("--[a-z]+", parser.format_help())))
        return options

    def error(self, message: str) -> NoReturn:
        self.complain(complaint(message))

    def complain(self, said: Text) -> NoReturn:
        """Say what is wrong with the command, and end the program."""
        tell(self.format_usage().rstrip())
        tell(wording.misuse(said, self.prog).get(self.language))
        sys.exit(2)

    def _add_common(self, group: argparse._ArgumentGroup) -> None:
        """The options that stand before or after the command. What is not given has no value here."""
        words, nothing = self.words, argparse.SUPPRESS
        group.add_argument(
            "-h", "--help", action=_Help, nargs=0, default=nothing, dest="help",
            help=words("xem hướng dẫn này", "show this help"),
        )  # fmt: skip
        group.add_argument(
            "--root", type=Path, default=nothing, metavar="DIR",
            help=words(
                "thư mục của danh mục (mặc định: thư mục hiện tại)",
                "the catalogue's folder (default: the current one)",
            ),
        )  # fmt: skip
        group.add_argument(
            "--lang", choices=("vi", "en"), default=nothing,
            help=words("ngôn ngữ thông báo (mặc định: vi)", "language of messages (default: vi)"),
        )  # fmt: skip
        group.add_argument(
            "--jobs", type=number(words, 1), default=nothing, metavar="N",
            help=words(
                "số tiến trình chạy cùng lúc (mặc định: số bộ xử lý của máy)",
                "number of processes (default: as many as the machine has processors)",
            ),
        )  # fmt: skip


def language_of(arguments: Sequence[str]) -> str:
    """The language of messages, before anything else is understood: the last that is named."""
    words = "\0".join(takewhile(lambda word: word != "--", arguments))
    named: list[str] = re.findall("(?:^|\0)--lang[=\0](vi|en)(?=\0|$)", words)
    return named[-1] if named else "vi"


def number(words: Words, least: int | None = None, most: int | None = None) -> Callable[[str], int]:
    """A type of values: whole numbers, from `least` to `most` where these are given."""
    vi, en = "số nguyên", "a whole number"
    if least is not None:
        vi, en = f"{vi} từ {least}", f"{en}, {least}"
        vi, en = (f"{vi} đến {most}", f"{en} to {most}") if most else (f"{vi} trở lên", f"{en} or more")

    def read(text: str) -> int:
        if re.fullmatch("-?[0-9]{1,18}", text):
            value = int(text)
            if (least is None or value >= least) and (most is None or value <= most):
                return value
        raise argparse.ArgumentTypeError(words(f"“{text}” không phải là {vi}", f"“{text}” is not {en}"))

    return read
