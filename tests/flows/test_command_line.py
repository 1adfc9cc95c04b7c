"""The command line itself: help and complaints in the user's language, options where they are understood."""

import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.cli import main
from generator.complaints import complaint
from tests.harness import workspace

COMMANDS = (
    "validate", "fix", "build", "serve", "similar", "stats", "explain", "new", "demo", "review", "answer",
    "hooks", "hooks install", "hooks run", "sync",
)  # fmt: skip
# What argparse says by itself, in the versions of Python that we run on.
ENGLISH = re.compile(
    r"usage|positional|argument|option|help message|show this|required|following|invalid|choose from|choice"
    r"|expected|unrecognized|ignored|explicit|allowed|ambiguous|could match|maybe you meant|error|default",
    re.IGNORECASE,
)
MISUSES = (
    "", "valdate", "validate --since", "validate --format xml", "validate --formt json", "validate --lang fr",
    "validate --jobs abc", "validate --jobs 0", "validate --jobs -1", "validate --jobs", "validate --root",
    "similar", "similar a b", "stats --format xml", "demo", "demo --count 3", "demo --count x --out d",
    "demo --count 3 --seed x --out d", "build --clean=yes", "build --shard 3/2", "build --shard x",
    "build --shard 1/2 --merge d", "build --merge", "serve --port abc", "serve --port 99999",
    "serve --port -1", "review", "hooks", "hooks instal", "hooks install a b", "hooks run nothing",
    "sync --chek", "explain a b", "--lan en validate",
)  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], words: Sequence[str]) -> tuple[int, str, str]:
    """The status of a command that argparse ends, and what it said on both streams."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert isinstance(ended.value.code, int)
    return ended.value.code, *capsys.readouterr()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, [*command.split(), "--help"])
    assert (status, err) == (0, "")
    prose = re.sub(r"--[a-z-]+|sangkien [^\n]*", "", out)
    assert not ENGLISH.findall(prose)
    assert out.startswith("Cách dùng: ") and "Tùy chọn" in out
    assert said(capsys, [*command.split(), "-h"]) == (0, out, "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_where_asked(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, [*command.split(), "--lang", "en", "--help"])
    assert out.startswith("Usage: ") and "Examples:" in out
    prose = re.sub(r"sangkien [^\n]*", "", out)
    assert not re.search("[ăâđêôơưạ-ỹ]", prose, re.IGNORECASE)


@pytest.mark.parametrize("misuse", MISUSES)
def test_complaints_are_vietnamese_and_point_to_the_commands_own_help(
    misuse: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = said(capsys, misuse.split())
    assert (status, out) == (2, "")
    *usage, complaint = err.splitlines()
    assert usage[0].startswith("Cách dùng: sangkien")
    assert complaint.startswith("Lệnh viết chưa đúng: ")
    assert not ENGLISH.findall(re.sub(r"--[a-z-]+|“[^”]*”|sangkien .*", "", complaint))
    command = next((c for c in reversed(COMMANDS) if misuse.startswith(c)), "")
    assert complaint.endswith(f"Xem cách dùng: sangkien {command} --help".replace("  ", " "))


@pytest.mark.parametrize("misuse", MISUSES)
def test_complaints_are_english_where_asked(misuse: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, ["--lang", "en", *misuse.split()])
    if "--lang" in misuse:
        assert (status, out) == (2, "")
        return
    assert (status, out) == (2, "")
    assert err.startswith("Usage: sangkien") and "The command is not right: " in err
    assert not re.search("[ăâđêôơưạ-ỹ]", err, re.IGNORECASE)


def test_complaints_say_what_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    def told(misuse: str) -> str:
        return said(capsys, misuse.split())[2].splitlines()[-1]

    assert "“validate”" in told("valdate") and "“--format”" in told("validate --formt json")
    assert "“sarif”" in told("validate --format sari") and "junit" in told("validate --format x")
    assert "--out" in told("demo --count 3")
    assert "0" in told("validate --jobs 0") and "1" in told("validate --jobs 0")
    assert "65535" in told("serve --port 99999")
    assert "--merge" in told("build --shard 1/2 --merge d")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_everything_in_help_is_explained(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = said(capsys, [*command.split(), "--lang", language, "--help"])
    lines = out.partition("\n\n")[2].splitlines()
    # The name of an option or argument, then what it is, there or in the next line.
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if re.match(r"  \S", line) and not line.startswith("  sangkien") and not re.match(r"  \d", line):
            explained = re.match(r"  \S.*?\s{2,}\S", line) or re.match(r"\s{10,}\S", following)
            assert explained or re.fullmatch(r"  (LỆNH|VIỆC|COMMAND|TASK)", line), line


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_examples_of_help_are_understood(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = said(capsys, [*command.split(), "--help"])
    examples = re.findall(r"^  (sangkien .*)$", out.partition("Ví dụ:")[2], re.MULTILINE)
    assert 1 <= len(examples) <= 3
    for example in examples:
        words = shlex.split(example)[1:]
        assert words[: len(command.split())] == command.split()
        # What follows is no more than a request for help where the words before it are understood.
        said_of, _, err = said(capsys, [*words, "--help"])
        assert (said_of, err) == (0, "")


def test_the_last_language_counts(capsys: pytest.CaptureFixture[str]) -> None:
    rule = "khong-co-quy-tac-nay"
    for words, expected in (
        (["--lang", "en", "explain", rule, "--lang", "vi"], "Không có quy tắc"),
        (["--lang", "vi", "explain", rule, "--lang=en"], "There is no rule"),
        (["--lang=en", "explain", rule], "There is no rule"),
        (["explain", rule, "--lang", "en", "--lang", "vi"], "Không có quy tắc"),
    ):
        assert main(words) == 2
        assert capsys.readouterr().err.startswith(expected)


def test_where_a_port_and_processes_default_to_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, ["serve", "--help"])
    assert "mặc định: 8000" in out and "mặc định: số bộ xử lý" in re.sub(r"\s+", " ", out)


def test_help_comes_through_in_any_encoding(tmp_path: Path) -> None:
    import os
    import subprocess

    root = workspace(tmp_path, {}).root
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--help"], cwd=root, capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"sangkien" in done.stdout


def test_a_complaint_that_nobody_knows_is_not_told_in_english() -> None:
    said_of = complaint("something that a later argparse says")
    assert said_of.vi == "có chỗ không hiểu được."
    assert said_of.en == "something that a later argparse says."
