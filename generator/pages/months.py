"""The page of all months: how many innovations were first applied in each, and where they are listed."""

from collections.abc import Mapping

from generator.charts.bars import Bar, bars
from generator.pages.page import CITY, Page, Snapshot
from generator.pages.sheets import of_whole
from generator.pages.shell import MONTHS, page
from generator.pages.standing import time_chart
from generator.records import CONFIDENTIAL_MONTH


def months(snapshot: Snapshot, lists: Mapping[str, Mapping[str, int]], language: str) -> Page:
    """`lists` are those that exist, by phase and month. Confidential innovations are in no month’s list."""
    phases = []
    for phase in snapshot.programme.phases:
        listed = {month: n for month, n in lists[phase.id].items() if month != CONFIDENTIAL_MONTH}
        phases.append((phase, phase.name[language], sum(listed.values()), _bars(listed)))
    total = snapshot.measures[CITY].total.innovations
    return page(
        MONTHS, "months.html", "entries", language,
        phases=phases, total=total, confidential=total - sum(number for _, _, number, _ in phases),
        time=time_chart(snapshot, CITY, None), csv=of_whole("time"),
    )  # fmt: skip


def _bars(listed: Mapping[str, int]) -> tuple[Bar, ...]:
    """The months of a phase, the newest first."""
    newest_first = {month: month for month in sorted(listed, reverse=True)}
    total = sum(listed.values())
    return bars(listed, newest_first, total, [(listed, total)], ordered=True)
