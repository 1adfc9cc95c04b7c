"""No contents of a file, however mangled, make an inspection fail: there are findings, or nothing is wrong.

A few hundred inputs by default, 100,000 with SANGKIEN_SOAK=1.
"""

import os
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.inspection import Inspection, inspect_file
from generator.model import SourceFile
from tests.harness import GRASSROOTS, INNOVATION, UPPER, base_game, base_text
from tests.sample import made_up

EXAMPLES = 100_000 if os.environ.get("SANGKIEN_SOAK") == "1" else 300
SOAK = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))

ENTRIES = [text.encode() for text in made_up(160).values()]
SEEDS = [*ENTRIES, *(base_text(path).encode() for path in (INNOVATION, GRASSROOTS, UPPER))]
TOKENS = [
    *(
        b": ",
        b":",
        b"- ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"'",
        b'"',
        b"|\n",
        b">-\n",
        b"? ",
        b"#",
        b"@",
        b"`",
        b"\\x",
    ),
    *(b"&a ", b"*a", b"!!str ", b"!", b"<<: *a\n", b"---\n", b"...\n", b"%YAML 1.1\n"),
    *(b"\t", b"\n", b"\r", b"\r\n", b"  ", b"\x00", b"\x1b[31m", b"\xff", b"\xc3", b"\xc2\x85"),
    *(b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xcc\x81", b"\xe2\x80\xae"),
    *("ế".encode(), "ð".encode(), "đ".encode(), "😀".encode()),
    *(b"null", b"~", b"true", b"-1", b"1e999", b".inf", b"0x1F", b"9" * 400),
    *(b"[" * 300, b"- " * 300, b"{a: " * 60, "120 triệu".encode(), b"31/02/2022", b"0000-01-01", b"## \n"),
    *(b"1.234." * 60, b"0 9-1." * 60, b"a@b." * 60, b"# " * 300),
]


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A good file after a few accidents."""
    raw = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        to = min(len(raw), at + draw(st.integers(0, 80)))
        kind = draw(
            st.sampled_from(["insert", "delete", "replace", "repeat", "byte", "line", "cut", "indent"])
        )
        if kind == "insert":
            raw = raw[:at] + draw(st.sampled_from(TOKENS)) + raw[at:]
        elif kind == "delete":
            raw = raw[:at] + raw[to:]
        elif kind == "replace":
            raw = raw[:at] + draw(st.sampled_from(TOKENS)) + raw[to:]
        elif kind == "repeat":
            raw = raw[:to] + raw[at:to] * draw(st.integers(1, 40)) + raw[to:]
        elif kind == "byte":
            raw = raw[:at] + bytes([draw(st.integers(0, 255))]) + raw[at + 1 :]
        elif kind == "line":
            lines = raw.splitlines(keepends=True) or [b""]
            moved = lines.pop(draw(st.integers(0, len(lines) - 1)))
            lines.insert(draw(st.integers(0, len(lines))), moved)
            raw = b"".join(lines)
        elif kind == "cut":
            raw = raw[:at]
        else:
            raw = re.sub(rb"(?m)^  ", draw(st.sampled_from([b"", b" ", b"   ", b"\t"])), raw, count=at % 9)
    return raw


def inspected(raw: bytes, path: str) -> Inspection:
    game = base_game()
    return inspect_file(SourceFile(path, len(raw)), raw, game.programme, game.schemas)


def check(raw: bytes) -> None:
    """What holds for every file: findings are whole and in order, and what cannot be used has an error."""
    for path in (INNOVATION, GRASSROOTS, UPPER):
        inspection = inspected(raw, path)
        findings = inspection.findings
        assert list(findings) == sorted(findings, key=lambda finding: finding.order)
        assert inspection.data is not None or any(finding.severity == "error" for finding in findings)
        for finding in findings:
            assert finding.line >= 1
            assert finding.column >= 1
            assert all((finding.message.vi, finding.message.en, finding.hint.vi, finding.hint.en))
            assert max(map(len, (finding.message.vi, finding.message.en))) < 1000


@SOAK
@given(mangled())
def test_a_mangled_file_gives_findings(raw: bytes) -> None:
    check(raw)


@SOAK
@example(b"\t\r: ")
@given(st.lists(st.sampled_from(TOKENS) | st.binary(max_size=8), max_size=60).map(b"".join))
def test_noise_gives_findings(raw: bytes) -> None:
    check(raw)
