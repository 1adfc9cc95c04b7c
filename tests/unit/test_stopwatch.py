"""The stopwatch, and that every sort of part has a name in its table."""

from generator import build_wording, parts
from generator.stopwatch import Stopwatch


def test_laps_share_out_all_the_time_that_passed() -> None:
    watch = Stopwatch()
    watch.lap("scan", 2)
    watch.lap("make", 3)
    watch.lap("scan", 5)
    assert list(watch.stages) == ["scan", "make"]
    assert [lap.number for lap in watch.stages.values()] == [7, 3]
    passed = sum(lap.seconds for lap in watch.stages.values())
    assert 0 < passed <= watch.seconds


def test_work_is_added_up_by_sort_the_longest_first() -> None:
    watch = Stopwatch()
    for sort, seconds in (("list", 1.0), ("union", 1.5), ("list", 2.0)):
        watch.work(sort, seconds)
    assert [(sort, lap.seconds, lap.number) for sort, lap in watch.sorts.items()] == [
        ("list", 3.0, 2),
        ("union", 1.5, 1),
    ]


def test_every_sort_of_part_has_a_name() -> None:
    watch = Stopwatch()
    for sort in parts.SORTS:
        watch.work(sort, 1.0)
    watch.lap("make", 1)
    for language in ("vi", "en"):
        shown = build_wording.timings(watch, language)
        assert shown.count("  – ") == len(parts.SORTS)
