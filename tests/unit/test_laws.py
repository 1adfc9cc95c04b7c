"""What holds of rules for all inputs, where a law says more than a case."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.document import Document
from generator.model import Innovation
from generator.rules import (
    date_format,
    date_order,
    implausible_benefit,
    outside_programme,
    repeated_author,
    research_window,
    several_leads,
    shares_add_up,
    support_cap,
    support_inconsistent,
    unknown_key,
    unknown_value,
    validity_order,
    wrong_unit,
)
from generator.rules._amounts import read_number, sums_in
from generator.rules._sections import sections
from generator.schema import Schema, Violation
from generator.text import fold, format_date, format_number
from tests.harness import INNOVATION, base_game, base_text

GAME = base_game()
PROGRAMME = GAME.programme
INNOVATION_SCHEMA: Schema = GAME.schemas.innovation.schema
BASE: dict[str, Any] = Document(base_text(INNOVATION)).data(GAME.schemas.innovation.shape)
DAYS = st.dates(date(2021, 1, 1), date(2024, 12, 31))
MONEY = st.integers(1, 10**15)


def with_dates(*days: date | None) -> dict[str, Any]:
    """The base innovation with the days of the five steps, None where a step has none."""
    applied, recognised, submitted, approved, reported = (day and day.isoformat() for day in days)
    data = {**BASE, "applied": {"on": applied}, "recognition": {"by": "head", "on": recognised}}
    data["registration"] = {"submitted_on": submitted, "approved_on": approved}
    data["registration"] = {key: day for key, day in data["registration"].items() if day}
    data["report"] = {"on": reported}
    return {
        key: value for key, value in data.items() if key not in ("registration", "report") or any_day(value)
    }


def any_day(block: dict[str, str | None]) -> bool:
    return any(block.values())


@given(DAYS)
def test_a_day_is_outside_exactly_where_no_phase_has_it(day: date) -> None:
    found = list(outside_programme.check({"applied": {"on": day.isoformat()}}, PROGRAMME))
    assert len(found) == (not any(phase.start <= day <= phase.end for phase in PROGRAMME.phases))


@given(DAYS, DAYS, DAYS | st.none(), DAYS | st.none(), DAYS | st.none())
def test_as_many_findings_as_neighbouring_days_in_the_wrong_order(
    applied: date, recognised: date, submitted: date | None, approved: date | None, reported: date | None
) -> None:
    days = (applied, recognised, submitted, approved, reported)
    known = [day for day in days if day]
    found = list(date_order.check(with_dates(*days), PROGRAMME))
    assert len(found) == sum(later < earlier for earlier, later in pairwise(known))
    in_order = iter(sorted(known))
    assert not list(date_order.check(with_dates(*(day and next(in_order) for day in days)), PROGRAMME))


@given(st.lists(st.booleans() | st.none(), min_size=1, max_size=10))
def test_every_lead_but_the_first_is_told(leads: list[bool | None]) -> None:
    authors = [
        {"alias": f"Tác giả {n}"} | ({} if lead is None else {"lead": lead}) for n, lead in enumerate(leads)
    ]
    found = list(several_leads.check({"authors": authors}, PROGRAMME))
    assert len(found) == max(0, leads.count(True) - 1)


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=10))
@example([3333, 3333, 3333])
@example([3333, 3333, 3335])
@example([1429] * 7)
def test_shares_are_fine_exactly_where_they_add_up(hundredths: list[int]) -> None:
    authors = [{"share": share / 100} for share in hundredths]
    found = list(shares_add_up.check({"authors": authors}, PROGRAMME))
    assert bool(found) == (abs(sum(hundredths) - 10_000) > 1)
    assert not any("lại được 100,0%" in problem.message.vi for problem in found)


@given(
    st.lists(st.sampled_from(["Nguyễn Văn An", "NGUYỄN  VĂN AN", "nguyen van an", "Lê Thị Bình"]), max_size=6)
)
def test_authors_repeat_where_their_folded_names_do(names: list[str]) -> None:
    for key in ("name", "alias"):
        found = list(repeated_author.check({"authors": [{key: name} for name in names]}, PROGRAMME))
        assert len(found) == len(names) - len({" ".join(fold(name).split()) for name in names})


@given(st.integers(0, 10**9))
def test_support_is_too_much_exactly_above_the_cap(spent: int) -> None:
    found = list(support_cap.check({"support": {"grassroots_vnd": spent}}, PROGRAMME))
    assert bool(found) == (spent > PROGRAMME.grassroots_support_max_vnd)


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_reported_innovation_without_support_is_told(
    registered: bool, approved: bool, reported: bool
) -> None:
    data = {key: value for key, value in BASE.items() if key not in ("registration", "report")}
    if registered:
        data["registration"] = {"submitted_on": "2022-04-10"} | (
            {"approved_on": "2022-04-20"} if approved else {}
        )
    if reported:
        data["report"] = {"on": "2022-05-01"}
    found = list(support_inconsistent.check(data, PROGRAMME))
    assert bool(found) == (reported and not Innovation.from_data("a/b/c", data).supported)


@given(MONEY, st.sampled_from(["", "Bớt 120 triệu đồng", "Bớt 90.000 đồng", "Cách tính"]))
def test_a_sum_is_told_once_at_most_and_a_plausible_one_never(money: int, basis: str) -> None:
    data = {"benefit": {"money_vnd": money, "basis": basis}}
    found = [*implausible_benefit.check(data, PROGRAMME), *wrong_unit.check(data, PROGRAMME)]
    plausible = PROGRAMME.data["limits"]["benefit_vnd_plausible"]
    assert len(found) == (not plausible["from"] <= money <= plausible["to"])


@given(
    st.integers(1, 99),
    st.sampled_from([("triệu", 10**6), ("tỷ", 10**9), ("tỉ", 10**9)]),
)
def test_a_sum_in_millions_is_told_in_dong(money: int, unit: tuple[str, int]) -> None:
    word, scale = unit
    data = {"benefit": {"money_vnd": money, "basis": f"Tiết kiệm {money} {word} đồng một năm"}}
    (problem,) = wrong_unit.check(data, PROGRAMME)
    assert problem.hint.vi == f"{money} {word} đồng phải ghi `{money * scale}`."


@given(DAYS, DAYS)
def test_a_research_project_counts_from_the_first_day_of_the_window(accepted: date, applied: date) -> None:
    kind = next(word.id for word in PROGRAMME.vocabularies["kinds"].values() if word.research)
    data = {"kind": kind, "applied": {"on": applied.isoformat()}}
    data["research"] = {"accepted_on": accepted.isoformat()}
    start = date.fromisoformat(PROGRAMME.data["research_window"]["from"])
    told = {problem.at for problem in research_window.check(data, PROGRAMME)}
    assert (("research", "accepted_on") in told) == (accepted < start)
    assert (("applied", "on") in told) == (applied < start and PROGRAMME.phase_of(applied) is not None)


@given(DAYS, DAYS)
def test_a_union_ends_no_earlier_than_it_starts(first: date, last: date) -> None:
    data = {"valid": {"from": first.isoformat(), "to": last.isoformat()}}
    assert bool(list(validity_order.check(data, PROGRAMME))) == (last < first)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{d}/{m}/{y}",
            "{d:02}-{m:02}-{y}",
            "{d}.{m}.{y}",
            "{d}/{m}/{s:02}",
            "{y}/{m}/{d}",
            "{y}-{m}-{d} 07:30",
            "{y}.{m:02}.{d:02}",
            "ngày {d} tháng {m} năm {y}",
            "{d} - {m} - {y}",
            "{y}-{m:02}-{d:02}T00:00:00Z",
        ]
    ),
)
def test_a_day_in_any_writing_is_told_as_it_should_be_written(day: date, writing: str) -> None:
    written = writing.format(d=day.day, m=day.month, y=day.year, s=day.year % 100)
    violation = Violation("format", ("applied", "on"), written, "date", {"title": "Ngày"})
    problem = date_format.check(violation)
    assert problem is not None
    assert problem.hint.vi == f"Ghi `{day.isoformat()}`."


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)).filter(lambda day: day.day > 12))
def test_a_month_written_first_is_told_where_it_can_be_nothing_else(day: date) -> None:
    problem = date_format.check(Violation("format", ("x",), f"{day.month}/{day.day}/{day.year}", "date", {}))
    assert problem is not None
    assert problem.hint.vi == f"Ghi `{day.isoformat()}`."


@given(
    st.integers(0, 10**15), st.sampled_from(["vi", "en"]), st.sampled_from(["", " đồng", "đ", " VND", " VNĐ"])
)
def test_a_sum_in_any_writing_is_read(amount: int, language: str, unit: str) -> None:
    assert read_number(format_number(amount, 0, language) + unit) == amount
    assert read_number(str(amount) + unit) == amount


@given(
    st.integers(1, 999),
    st.integers(1, 9),
    st.sampled_from([("nghìn", 3), ("triệu", 6), ("tỷ", 9), ("tr", 6)]),
)
def test_a_sum_with_a_unit_is_read(whole: int, tenth: int, unit: tuple[str, int]) -> None:
    word, power = unit
    assert read_number(f"{whole} {word} đồng") == whole * 10**power
    assert read_number(f"{whole},{tenth} {word}") == (10 * whole + tenth) * 10 ** (power - 1)


@given(st.text(max_size=80))
def test_sums_in_any_text_are_read_without_failing(text: str) -> None:
    assert all(value >= 0 for value, _, _ in sums_in(text))
    read_number(text)


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "chữ", "\n\n", "chữ\n\nchữ"])), max_size=6))
def test_a_section_is_empty_where_nothing_follows_before_the_next(parts: list[tuple[int, str]]) -> None:
    text = "".join(f"{'#' * level} Mục {n}\n{body}\n" for n, (level, body) in enumerate(parts))
    found = list(sections(text))
    assert [(level, heading) for level, heading, _ in found] == [
        (level, f"Mục {n}") for n, (level, _) in enumerate(parts)
    ]
    for n, (level, body) in enumerate(parts):
        deeper = n + 1 < len(parts) and parts[n + 1][0] > level
        assert found[n][2] == (bool(body.strip()) or deeper)


KEYS = sorted(INNOVATION_SCHEMA["properties"])


@pytest.mark.parametrize("key", [key for key in KEYS if len(key) > 4])
def test_a_key_with_one_letter_left_out_is_recognised(key: str) -> None:
    for place in range(len(key)):
        typed = key[:place] + key[place + 1 :]
        violation = Violation("unknown", (), "x", None, INNOVATION_SCHEMA, typed, tuple(KEYS))
        problem = unknown_key.check(violation)
        assert problem is not None
        assert f"(`{key}`)" in problem.hint.vi


@pytest.mark.parametrize("key", KEYS)
def test_a_key_in_either_language_is_recognised(key: str) -> None:
    part = INNOVATION_SCHEMA["properties"][key]
    for typed in (part["title"], part["title"].lower(), fold(part["title"]), part["x-en"]["title"]):
        violation = Violation("unknown", (), "x", None, INNOVATION_SCHEMA, typed, tuple(KEYS))
        problem = unknown_key.check(violation)
        assert problem is not None
        assert f"(`{key}`)" in problem.hint.vi


@pytest.mark.parametrize("field", ["kind", "field"])
def test_a_word_of_a_vocabulary_in_either_language_is_recognised(field: str) -> None:
    part = INNOVATION_SCHEMA["properties"][field]
    for word, names in part["x-names"].items():
        for typed in (names["vi"], names["vi"].upper(), fold(names["vi"]), names["en"], word.upper()):
            problem = unknown_value.check(Violation("enum", (field,), typed, part["enum"], part))
            assert problem is not None
            assert problem.hint.vi.startswith(f"Có phải ý bạn là `{word}` ({names['vi']})?")


def test_dates_in_messages_are_those_of_the_language() -> None:
    (problem,) = outside_programme.check({"applied": {"on": "2021-08-31"}}, PROGRAMME)
    assert format_date("2021-08-31") in problem.message.vi
    assert format_date("2021-08-31", "en") in problem.message.en
