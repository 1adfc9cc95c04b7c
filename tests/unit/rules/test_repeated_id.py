"""Programmes in which two items have one ID; a catalogue with such a programme cannot be checked at all."""

import pytest

from generator.inspection import inspect_programme
from generator.repository import PROGRAMME, Repository
from generator.schema import Checker
from tests.harness import ROOT, base_text

RAW = base_text(PROGRAMME)
CHECKER = Checker(Repository(ROOT).schema("programme"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: phase-2", "id: phase-1", "Mã “phase-1” bị trùng trong `phases`."),
        ("id: management", "id: technical", "Mã “technical” bị trùng trong `kinds`."),
        ("id: education,", "id: healthcare,", "Mã “healthcare” bị trùng trong `fields`."),
        ("id: office,", "id: school,", "Mã “school” bị trùng trong `unit_types`."),
        ("id: foreign,", "id: state,", "Mã “state” bị trùng trong `ownerships`."),
        (
            "id: sector, name: {vi: Công",
            "id: district, name: {vi: Công",
            "Mã “district” bị trùng trong `union_types`.",
        ),
        ("id: ministry,", "id: city,", "Mã “city” bị trùng trong `research_levels`."),
        ("id: head,", "id: council,", "Mã “council” bị trùng trong `recognisers`."),
    ],
)
def test_two_items_of_one_id(old: str, new: str, message: str) -> None:
    data, (finding,) = inspect_programme(PROGRAMME, RAW.replace(old, new, 1).encode(), CHECKER)
    assert data is None
    assert (finding.rule, finding.severity, finding.message.vi) == ("repeated-id", "error", message)
    before = RAW[: RAW.index(old)]
    assert (finding.line, finding.column) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 5)


def test_one_id_in_two_lists_is_fine() -> None:
    """`sector` is a type of union and a level of research."""
    assert RAW.count("id: sector,") == 2
    assert inspect_programme(PROGRAMME, RAW.encode(), CHECKER)[1] == ()
