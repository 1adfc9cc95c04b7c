"""Programmes whose phases cannot be told apart; a catalogue with one of them cannot be checked at all."""

import pytest

from generator.inspection import inspect_programme
from generator.repository import PROGRAMME, Repository
from generator.schema import Checker
from tests.harness import ROOT, base_text

RAW = base_text(PROGRAMME).encode()
CHECKER = Checker(Repository(ROOT).schema("programme"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"to: 2022-05-31", b"to: 2021-08-31", "Giai đoạn “phase-1” kết thúc trước khi bắt đầu."),
        (
            b"from: 2022-06-01",
            b"from: 2022-05-31",
            "Giai đoạn “phase-2” và “phase-1” cùng có ngày 31/05/2022.",
        ),
    ],
)
def test_phases_that_cannot_be_told_apart(old: bytes, new: bytes, message: str) -> None:
    data, (finding,) = inspect_programme(PROGRAMME, RAW.replace(old, new), CHECKER)
    assert data is None
    assert (finding.rule, finding.severity, finding.message.vi) == ("phases-in-order", "error", message)
    assert finding.line == RAW[: RAW.index(old)].count(b"\n") + 1


def test_the_own_programme_is_fine() -> None:
    data, findings = inspect_programme(PROGRAMME, (ROOT / PROGRAMME).read_bytes(), CHECKER)
    assert data is not None
    assert findings == ()
