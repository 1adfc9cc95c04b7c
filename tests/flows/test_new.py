"""`sangkien new`: whatever people type, nothing they said is lost, and what is written is valid."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import open_workshop
from generator.document import Document
from generator.flows.new import new, prepare
from generator.inspection import inspect_file
from generator.interview import Interview
from generator.model import SourceFile
from generator.problems import Refusal
from generator.repository import DRAFT, Repository
from generator.rules._shares import remainder
from tests.catalogues import ROOT, golden_catalogue, tree

PATH = "submissions/quan-dong/to-det/ghe-xep-cho-tho-bao-ngoi-nghi.yml"
# What is typed at each question, by the name of the question; sections end with an empty line.
DIALOGUE: dict[str, str] = {
    "upper": "đông",
    "grassroots": "1",
    "title": "Ghế xếp cho thợ bào ngồi nghỉ",
    "kind": "1",
    "field": "Sản xuất",
    "summary": "Ghế xếp treo tường cạnh máy bào, thợ ngồi nghỉ giữa hai lượt mà không vướng lối đi.",
    "name": "Lê Văn Mộc",
    "consent": "20/11/2024",
    "job": "Thợ mộc",
    "share": "60",
    "name 2": "",
    "alias 2": "",
    "job 2": "Thợ mộc phụ",
    "share 2": "40",
    "on": "15/02/2025",
    "trial": "k",
    "where": "Tổ mộc 2",
    "novelty": "",
    "by": "2",
    "decision": "09/QĐ",
    "recognised": "20/2/2025",
    "money": "2.500.000",
    "basis": "Nghỉ đúng giờ nên bớt hỏng ván",
    "social": "",
    "situation": "Thợ đứng suốt ca, giữa hai lượt bào phải tìm chỗ ngồi ở ngoài sân.\n",
    "solution": "Ghế xếp bằng ván thừa, bắt bản lề vào tường.\n",
    "effect": "Mỗi ca bớt mười phút đi lại.\n",
}
WRITTEN = """\
title: Ghế xếp cho thợ bào ngồi nghỉ
kind: technical
field: production
summary: Ghế xếp treo tường cạnh máy bào, thợ ngồi nghỉ giữa hai lượt mà không vướng lối đi.
authors:
  - name: Lê Văn Mộc
    consent_on: 2024-11-20
    job: Thợ mộc
    share: 60
  - alias: Tác giả 2
    job: Thợ mộc phụ
    share: 40
applied:
  on: 2025-02-15
  trial: false
  where: Tổ mộc 2
recognition:
  by: head
  decision: 09/QĐ
  on: 2025-02-20
benefit:
  money_vnd: 2500000
  basis: Nghỉ đúng giờ nên bớt hỏng ván
description: |
  ## Thực trạng
  Thợ đứng suốt ca, giữa hai lượt bào phải tìm chỗ ngồi ở ngoài sân.

  ## Giải pháp
  Ghế xếp bằng ván thừa, bắt bản lề vào tường.

  ## Hiệu quả
  Mỗi ca bớt mười phút đi lại.
"""
# Answers that do not do, and what is said of them.
SLIPS = [
    ("upper", "²", "Không có mục nào như vậy"),
    ("kind", "²", "Không có mục nào như vậy"),
    ("kind", "4", "Không có mục nào như vậy"),
    ("title", "", "Câu này cần có câu trả lời"),
    ("title", "Ghế xếp", "quá ngắn: có 7 ký tự, cần ít nhất 10"),
    ("title", "x" * 399, "quá dài: có 399 ký tự, được nhiều nhất 200"),
    ("title", "Ghế xếp\x07 cho thợ bào", "Có ký tự điều khiển U+0007"),
    ("title", "\x1b[D\x1b[DGhế xếp cho thợ bào", "Có ký tự điều khiển U+001B"),
    ("title", "Gh\ufffd x\ufffdp cho th\ufffd bào", "không ở bảng mã UTF-8"),
    ("title", "C«ng ®oµn ®ång hµnh cïng c«ng nh©n", "bảng mã cũ TCVN3"),
    ("job", "Thợ mộc, ĐT 0912 345 678", "Có số điện thoại “09••••••”"),
    ("share", "150", "Chỉ còn 100% chưa chia cho ai"),
    ("share", "0", "phải lớn hơn 0, không phải 0"),
    ("share", "nan", "phải là một số, không phải “nan”"),
    ("share 2", "60", "Chỉ còn 40% chưa chia cho ai: hãy ghi một số lớn hơn 0, nhiều nhất là 40"),
    ("on", "31/02/2025", "tháng 2/2025 chỉ có 28 ngày"),
    ("on", "15/02/2019", "không thuộc giai đoạn nào của chương trình"),
    ("trial", "có lẽ", "Trả lời có hoặc không"),
    ("recognised", "14/02/2025", "Ngày công nhận 14/02/2025 trước ngày áp dụng 15/02/2025"),
    ("money", "nhiều lắm", "phải là một số nguyên, không phải “nhiều lắm”"),
    ("money", "0", "phải từ 1 trở lên, không phải 0"),
    ("situation", "", "Câu này cần có câu trả lời"),
    ("effect", "Bớt đau lưng.\nHỏi anh Mộc, 0912 345 678.\n", "Có số điện thoại “09••••••”"),
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return golden_catalogue(tmp_path)


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> Interview:
    """The interview in the golden catalogue."""
    with open_workshop(golden_catalogue(tmp_path_factory.mktemp("golden"))) as shop:
        return prepare(shop)


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """Where an interview may write."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema/programme.yml").touch()
    return Repository(tmp_path)


def lines(*answers: str) -> list[str]:
    """The lines that are typed for these answers."""
    return "\n".join(answers).split("\n")


def with_slips(*slips: tuple[str, str]) -> list[str]:
    """The lines of the dialogue, each slip before the right answer to its question."""
    typed = []
    for question, answer in DIALOGUE.items():
        typed += [slip for where, slip in slips if where == question] + [answer]
    return lines(*typed)


def talk(place: Repository, interview: Interview, typed: Iterator[str]) -> str:
    """Have the interview with somebody who types these lines and leaves; everything that was said to them."""
    heard: list[str] = []

    def ask(question: str) -> str:
        heard.append(question)
        line = next(typed, None)
        if line is None:
            raise EOFError
        return line

    try:
        new(place, interview, ask, lambda text: heard.append(text.vi))
    except Refusal as refusal:
        heard.append(refusal.message.vi)
    return "\n".join(heard)


def converse(place: Repository, interview: Interview, typed: Sequence[str]) -> str:
    """The same with somebody who is heard out."""
    keyboard = iter(typed)
    heard = talk(place, interview, keyboard)
    assert next(keyboard, None) is None, heard
    return heard


def written(place: Repository) -> dict[str, str]:
    """What lies in submissions/."""
    return {path: raw.decode() for path, raw in tree(place.root).items() if path.startswith("submissions/")}


def run(root: Path, keys: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run `sangkien new` for the catalogue in `root`, with what comes from a pipe."""
    command = [sys.executable, "-m", "generator", "--root", str(root), *words, "new"]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, input=keys, capture_output=True, env=environment, cwd=root, check=False)


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode()


def keys(typed: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in typed).encode()


def test_it_asks_and_writes_a_valid_file(root: Path) -> None:
    done = run(root, keys(with_slips()))
    assert done.returncode == 0, said(done)
    assert PATH in done.stdout.decode()
    assert (root / PATH).read_text("utf-8") == WRITTEN
    assert "Tác giả 2" in said(done), "the union's next free pseudonym is proposed"
    assert not (root / DRAFT).exists()
    check = [sys.executable, "-m", "generator", "--root", str(root), "validate", PATH]
    assert subprocess.run(check, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False).returncode == 0


@pytest.mark.parametrize(("where", "slip", "told"), SLIPS)
def test_a_slip_is_told_and_costs_nothing(
    place: Repository, interview: Interview, where: str, slip: str, told: str
) -> None:
    assert told in converse(place, interview, with_slips((where, slip)))
    assert written(place) == {PATH: WRITTEN}


def test_a_refused_number_of_a_person_is_nowhere_on_the_disk(place: Repository, interview: Interview) -> None:
    typed = with_slips(("job", "Thợ mộc, ĐT 0912 345 678"))
    for number in range(typed.index("Thợ mộc, ĐT 0912 345 678"), len(typed)):
        converse(
            place, interview, ["k", *typed[:number]] if (place.root / DRAFT).exists() else typed[:number]
        )
        assert not any(b"0912" in content for content in tree(place.root).values())


@pytest.mark.parametrize(
    "keyboard",
    [
        pytest.param(lambda typed: typed.replace(b"\n", b"\r\n"), id="line ends of Windows"),
        pytest.param(lambda typed: normalize("NFD", typed.decode()).encode(), id="separate marks"),
        pytest.param(lambda typed: typed.replace(b" ", " \t \u00a0".encode()), id="much space"),
        pytest.param(lambda typed: typed.replace(b"Th", "T\u200bh".encode()), id="hidden signs"),
        pytest.param(lambda typed: b"\xff\xfe\n\xe1o\n" + typed, id="another encoding at first"),
        pytest.param(lambda typed: typed[:-1], id="no empty line at the end"),
    ],
)
def test_every_keyboard_writes_the_same(root: Path, keyboard: Callable[[bytes], bytes]) -> None:
    done = run(root, keyboard(keys(with_slips())))
    assert done.returncode == 0, said(done)
    assert (root / PATH).read_text("utf-8") == WRITTEN


def shared_by(*shares: Sequence[str]) -> list[str]:
    """The lines of the dialogue with an author for each of `shares`: what is typed until the share does."""
    questions = list(DIALOGUE)
    before = [DIALOGUE[question] for question in questions[: questions.index("name")]]
    after = [DIALOGUE[question] for question in questions[questions.index("on") :]]
    return lines(*before, *(line for share in shares for line in ("", "", "Thợ mộc", *share)), *after)


@pytest.mark.parametrize(
    "shares",
    [
        pytest.param((["33.3"], ["33.3"], ["33.4"]), id="thirds"),
        pytest.param((["33,33"], ["33,33"], ["33,33"]), id="rounded thirds"),
        pytest.param((["14.3"], ["14.3"], ["14.3"], ["14.3"], ["14.3"], ["14.3"], ["14.2"]), id="sevenths"),
        pytest.param((["60%"], [""]), id="the rest by Enter"),
        pytest.param(([""],), id="everything by Enter"),
        pytest.param((["60"], ["60", "41", "40"]), id="more than is left"),
        pytest.param((*[["10"]] * 9, ["5", ""]), id="nobody after the tenth"),
    ],
)
def test_shares_come_to_a_hundred(
    place: Repository, interview: Interview, shares: Sequence[Sequence[str]]
) -> None:
    heard = converse(place, interview, shared_by(*shares))
    assert heard.count("chưa chia cho ai:") == sum(share in ("60", "41") for share in shares[-1][:-1])
    assert ("nhiều nhất 10 tác giả" in heard) == (len(shares) == 10)
    (text,) = written(place).values()
    data = Document(text).data(interview.schemas.innovation.shape)
    assert len(data["authors"]) == len(shares)
    assert remainder(author["share"] for author in data["authors"]) == 0


def test_stopping_anywhere_and_going_on_writes_the_same(place: Repository, interview: Interview) -> None:
    typed = with_slips()
    for number in range(1, len(typed) - 1):
        heard = converse(place, interview, typed[:number])
        assert "Chưa xong nên chưa ghi tệp nào" in heard and DRAFT in heard
        assert written(place) == {}
        answers = len(json.loads((place.root / DRAFT).read_text("utf-8")))
        assert f"đã trả lời {answers} câu" in converse(place, interview, ["", *typed[number:]])
        assert written(place) == {PATH: WRITTEN}
        assert not (place.root / DRAFT).exists()
        (place.root / PATH).unlink()


def test_who_does_not_go_on_begins_anew(place: Repository, interview: Interview) -> None:
    converse(place, interview, ["2", "1", "Một sáng kiến khác hẳn"])
    heard = converse(place, interview, ["sao cơ", "không", *with_slips()])
    assert "“Một sáng kiến khác hẳn”, đã trả lời 3 câu" in heard
    assert written(place) == {PATH: WRITTEN}


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("", id="empty"),
        pytest.param("[[", id="cut off"),
        pytest.param("17", id="a number"),
        pytest.param('{"title": "x"}', id="of another form"),
        pytest.param('[[["title"], "\\ud800"]]', id="half a character"),
        pytest.param('[[["upper"], ["x"]], [[[]], 1], [["kind"], {}]]', id="of other types"),
        pytest.param('[[["upper"], "nobody"], [["kind"], "none"], [["summary"], 5]]', id="of other words"),
        pytest.param('[[["authors", 0, "share"], NaN], [["authors", 0, "share"], true]]', id="no numbers"),
    ],
)
def test_a_draft_that_says_nothing_is_ignored(place: Repository, interview: Interview, draft: str) -> None:
    place.write_text(DRAFT, draft)
    assert "bản nháp chưa xong" not in converse(place, interview, with_slips())
    assert written(place) == {PATH: WRITTEN}


def test_what_of_a_draft_still_holds_is_kept(place: Repository, interview: Interview) -> None:
    converse(place, interview, with_slips()[:12])
    pairs = json.loads((place.root / DRAFT).read_text("utf-8"))
    changed = [[p, "gone" if p == ["kind"] else value] for p, value in pairs]
    place.write_text(DRAFT, json.dumps(changed))
    converse(place, interview, ["", DIALOGUE["kind"], *with_slips()[12:]])
    assert written(place) == {PATH: WRITTEN}


def test_nobody_answers(root: Path) -> None:
    before = tree(root / "submissions")
    done = run(root, b"")
    assert done.returncode == 2
    assert re.search("> \nLệnh này cần người trả lời câu hỏi; .*\n$", said(done))
    done = run(root, keys(with_slips()[:9]), "--lang", "en")
    assert done.returncode == 2
    assert "\nNo file was written yet. The 9 answers so far are in the draft .sangkien/draft.json" in said(
        done
    )
    assert tree(root / "submissions") == before
    assert "Go on with it?" in said(run(root, b"", "--lang", "en"))


def asked(heard: str, question: str) -> int:
    """How often a question was put."""
    return heard.count(f"\n{question}")


def test_going_back_shows_what_was_said(place: Repository, interview: Interview) -> None:
    typed = with_slips(
        # Back beyond the first question, and there again.
        ("grassroots", "<"), ("grassroots", ""),
        # To a choice and to a text, which stay; then a text is said anew.
        ("field", "<"), ("field", ""), ("summary", "<"), ("summary", "<"), ("summary", "<"),
        ("summary", "Ghế xếp cho thợ bào"),
        # From the second author back to the first one's share.
        *(("job 2", line) for line in ("<", "<", "<", "50", "<", "<", "<", "60")),
        # An optional answer is taken away again.
        ("novelty", "<"), ("novelty", "-"), ("novelty", "<"), ("novelty", DIALOGUE["where"]),
        # A section stays, and is said anew.
        ("solution", "<"), ("solution", ""), ("solution", "<"), ("solution", DIALOGUE["situation"]),
    )  # fmt: skip
    heard = converse(place, interview, typed)
    expected = WRITTEN.replace("Ghế xếp cho thợ bào ngồi nghỉ", "Ghế xếp cho thợ bào")
    assert list(written(place).values()) == [expected]
    assert "Đang ghi: Giải pháp kỹ thuật\n  (Enter để giữ nguyên)" in heard
    assert "Đang ghi: Tổ mộc 2\n  (Enter để giữ nguyên, - để bỏ)" in heard
    assert "Đã bỏ qua câu này" in heard


def test_another_kind_brings_other_questions(place: Repository, interview: Interview) -> None:
    research = ["de tai", "1", "15/01/2025", "Giám đốc"]
    typed = with_slips(*(("field", line) for line in ("<", *research)))
    converse(place, interview, typed)
    (text,) = written(place).values()
    assert "kind: research\n" in text
    assert "research:\n  level: city\n  accepted_on: 2025-01-15\n  confirmed_by: Giám đốc\n" in text
    (place.root / PATH).unlink()
    # A project accepted too early is told once its application is known.
    early = [*research[:2], "15/01/2019", research[3]]
    typed = with_slips(*(("field", line) for line in ("<", *early)), ("trial", "15/01/2025"))
    heard = converse(place, interview, typed)
    assert "Đề tài nghiệm thu ngày 15/01/2019, ngoài thời gian được tính" in heard
    assert list(written(place).values()) == [text]
    (place.root / PATH).unlink()
    converse(
        place, interview, with_slips(*(("field", line) for line in ("<", *research, "<", "<", "<", "<", "1")))
    )
    assert written(place) == {PATH: WRITTEN}


def test_a_part_of_several_names_lists_those(place: Repository, interview: Interview) -> None:
    heard = converse(place, interview, with_slips(("grassroots", "cdcs"), ("kind", "ti"), ("kind", "")))
    assert "\n  1. CĐCS Tổ dệt\n  2. CĐCS Xưởng mộc\n" in heard
    assert heard.count("\n  1. Giải pháp kỹ thuật\n  2. Hoạt động công đoàn\n  3. ") == 2
    assert "\n  1. Giải pháp kỹ thuật\n  2. Hoạt động công đoàn\n  Ghi số" in heard
    assert written(place) == {PATH: WRITTEN}


def test_another_union_brings_other_grassroots_unions(place: Repository, interview: Interview) -> None:
    typed = with_slips(("title", "<"), ("title", "<"), ("title", "y"), ("title", "may"))
    converse(place, interview, typed)
    assert list(written(place)) == [PATH.replace("quan-dong/to-det", "nganh-y/benh-vien-may")]


@pytest.mark.parametrize(
    ("typed", "money", "basis"),
    [
        pytest.param("2.500.000", "2500000", "Tiết kiệm 2,5 triệu đồng tiền gỗ", id="it was wrong there"),
        pytest.param("\nBớt hỏng ván", "2", "Bớt hỏng ván", id="it was wrong here"),
    ],
)
def test_an_error_elsewhere_is_asked_about_there(
    place: Repository, interview: Interview, typed: str, money: str, basis: str
) -> None:
    wrong = {"money": "2", "basis": f"Tiết kiệm 2,5 triệu đồng tiền gỗ\n{typed}"}
    heard = converse(place, interview, lines(*{**DIALOGUE, **wrong}.values()))
    assert "ghi 2 đồng, trong khi lời giải thích nói đến triệu" in heard
    assert "Đang ghi: 2\n" in heard
    expected = WRITTEN.replace("2500000", money).replace(DIALOGUE["basis"], basis)
    assert written(place) == {PATH: expected}


def test_a_short_description_is_asked_for_again_with_what_it_has(
    place: Repository, interview: Interview
) -> None:
    short = {"situation": "Mỏi.\n", "solution": "Ghế.\n", "effect": "Hết mỏi.\n"}
    again = ["", "", "Mỗi ca bớt mười phút đi lại, cuối ca không ai đau lưng.", ""]
    heard = converse(place, interview, [*lines(*{**DIALOGUE, **short}.values()), *again])
    assert "quá ngắn: có 60 ký tự, cần ít nhất 100" in heard
    assert "Đang ghi: Ghế." in heard
    (text,) = written(place).values()
    assert text.endswith(f"Mỏi.\n\n  ## Giải pháp\n  Ghế.\n\n  ## Hiệu quả\n  {again[2]}\n")


def test_a_catalogue_without_unions_has_nobody_to_ask_for(root: Path) -> None:
    for path in (root / "submissions").rglob("union.yml"):
        path.unlink()
    with open_workshop(root) as shop, pytest.raises(Refusal, match="no union yet"):
        prepare(shop)


def test_what_is_only_remarkable_is_written_and_told(root: Path) -> None:
    done = run(root, keys(lines(*{**DIALOGUE, "money": "25.000"}.values())))
    assert done.returncode == 0
    assert (root / PATH).read_text("utf-8") == WRITTEN.replace("2500000", "25000")
    assert "lưu ý: Giá trị làm lợi 25.000 đồng nhỏ khác thường" in done.stdout.decode()


def test_nothing_is_written_over(place: Repository, interview: Interview) -> None:
    for number in (1, 2, 3):
        converse(place, interview, with_slips())
        assert len(written(place)) == number
    assert sorted(written(place))[0] == PATH.replace(".yml", "-2.yml")
    assert set(written(place).values()) == {WRITTEN}


def test_the_unions_have_a_say(place: Repository, interview: Interview) -> None:
    unions = {u.id: u for u in interview.unions.values() if u.id != "nganh-y/benh-vien-may"}
    unions["quan-dong/to-det"] = replace(unions["quan-dong/to-det"], valid_from=date(2025, 2, 1))
    # Whether the union existed is looked at as soon as the file is whole.
    early = {
        **DIALOGUE,
        "upper": "1\nđông",
        "on": "15/01/2025",
        "solution": f"{DIALOGUE['solution']}\n15/02/2025",
    }
    heard = converse(place, replace(interview, unions=unions), lines(*early.values()))
    assert "chưa có công đoàn cơ sở nào. Hãy thêm thư mục" in heard
    assert "trước khi CĐCS Tổ dệt thành lập (01/02/2025)" in heard
    assert written(place) == {PATH: WRITTEN}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_whatever_is_typed_what_is_written_is_valid(
    place: Repository, interview: Interview, data: st.DataObject
) -> None:
    """Nobody's answer ends in a crash, and none of it in a file with errors."""
    strange = st.text(max_size=60) | st.sampled_from(
        [
            "<",
            "-",
            "",
            "²",
            "\x00",
            "1e9",
            "9" * 5000,
            "a: b",
            "&x",
            "*x",
            "!x",
            "{",
            "# x",
            "- x",
            "0912345678",
        ]
    )
    typed = [line for answer in with_slips() for line in (*data.draw(st.lists(strange, max_size=1)), answer)]
    with suppress(EOFError):
        talk(place, interview, iter(typed))
    for path, text in written(place).items():
        found = inspect_file(SourceFile(path), text.encode(), interview.programme, interview.schemas)
        assert not found.faulty
        (place.root / path).unlink()
    place.remove(DRAFT)


class Terminal:
    """A terminal in which `sangkien new` runs."""

    def __init__(self, root: Path) -> None:
        self._own, its = pty.openpty()
        command = [sys.executable, "-m", "generator", "--root", str(root), "new"]
        environment = {
            **os.environ,
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
        }
        self.process = subprocess.Popen(
            command, stdin=its, stdout=its, stderr=its, cwd=root, env=environment, start_new_session=True
        )
        os.close(its)
        self._seen = b""

    def shown(self) -> str:
        """What it shows from now on, until it waits for an answer or is done; without colours."""
        seen = ""
        # While a line is edited it may be drawn anew, but never with a line of its own.
        while not seen.endswith("\n> "):
            try:
                self._seen += os.read(self._own, 65536)
            except OSError:
                break
            seen = re.sub(rb"\x1b\[[?0-9;]*[A-Za-z]|\r", b"", self._seen).decode("utf-8", "replace")
        self._seen = b""
        return seen

    def type(self, keys: str) -> str:
        """Type, and see what is shown until the next question."""
        os.write(self._own, f"{keys}\r".encode())
        return self.shown()

    def interrupt(self) -> str:
        """Press Ctrl-C, and see the last that is shown."""
        os.killpg(self.process.pid, signal.SIGINT)
        # A signal that comes just before somebody waits for a key is looked at with the next key.
        os.write(self._own, b"\r")
        return self.shown()


def test_in_a_terminal_lines_are_edited_and_kept(root: Path) -> None:
    terminal = Terminal(root)
    hello = terminal.shown().rpartition("câu hỏi.")[2]
    assert hello.endswith("\n  2. LĐLĐ quận Đông\n  Ghi số, hoặc một phần tên (không cần dấu).\n> ")
    for line in ("đông", "1"):
        assert "━" not in terminal.type(line), "no bar is drawn over the questions"
    left, right, back = "\x1b[D", "\x1b[C", "\x7f"
    terminal.type(f"Ghế xếp cho thợ bào ngồi nghỉ{left}{right}!{back}")
    end = terminal.interrupt()
    assert f"3 câu đã trả lời nằm trong bản nháp {DRAFT}" in end
    assert "Traceback" not in end
    assert terminal.process.wait() == 130
    again = Terminal(root)
    assert "“Ghế xếp cho thợ bào ngồi nghỉ”, đã trả lời 3 câu" in again.shown()
    for line in ("", *list(DIALOGUE.values())[3:24]):
        again.type(line)
    pasted = "\x1b[200~Thợ đứng suốt ca.\n\nGiữa hai lượt bào không có chỗ ngồi nào.\x1b[201~"
    for line in (pasted, "", *with_slips()[26:29]):
        again.type(line)
    again.type("")
    assert again.process.wait() == 0
    expected = "Thợ đứng suốt ca.\n\n  Giữa hai lượt bào không có chỗ ngồi nào."
    assert (root / PATH).read_text("utf-8") == WRITTEN.replace(DIALOGUE["situation"].strip(), expected)
