"""The rule on likeness to earlier innovations: it is about a match, so its cases are matches."""

from generator.inspection import inspect_novelty
from generator.similarity import NOVELTY_THRESHOLD, Match
from tests.harness import INNOVATION, base_text

MATCH = Match("hong-bang/det-kim/bon-rua-tay", 0.82, False, (("Bồn mới", "Bồn rửa tay đạp chân " * 12),))


def test_a_close_match_is_named_with_score_and_passage() -> None:
    (finding,) = inspect_novelty(INNOVATION, [(MATCH, "Bồn rửa tay dùng bàn đạp")], base_text)
    assert finding.severity == "warning"
    assert finding.line == 1
    assert finding.message.vi == (
        "Gần giống (82%) một sáng kiến đã có ở đơn vị khác: “Bồn rửa tay dùng bàn đạp”."
    )
    assert (
        finding.message.en
        == "Close (82%) to an earlier innovation of another unit: “Bồn rửa tay dùng bàn đạp”."
    )
    assert "submissions/hong-bang/det-kim/bon-rua-tay.yml" in finding.hint.vi
    assert finding.hint.vi.count("Bồn rửa tay đạp chân") < 12, "a long passage is cut"


def test_a_weak_match_is_left_alone() -> None:
    weak = Match(MATCH.id, NOVELTY_THRESHOLD - 0.01, True, MATCH.passages)
    assert inspect_novelty(INNOVATION, [(weak, "Bồn rửa tay")], base_text) == []
