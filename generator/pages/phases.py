"""The pages of the programme's phases."""

from collections.abc import Mapping, Sequence

from generator.pages.cards import LATEST, items, month_links
from generator.pages.page import CITY, Card, Page, Snapshot
from generator.pages.sharing import picture_path
from generator.pages.sheets import with_sheets
from generator.pages.shell import page
from generator.pages.standing import (
    benefits,
    breakdown,
    league,
    phase_standing,
    phase_standings,
    time_chart,
    upper_ids,
)  # fmt: skip


def index(snapshot: Snapshot, language: str) -> Page:
    """The phases beside each other."""
    return page(
        "giai-doan/index.html", "phases.html", "statistics", language,
        standings=phase_standings(snapshot, CITY, language),
    )  # fmt: skip


def phase(
    snapshot: Snapshot, phase_id: str, latest: Sequence[Card], lists: Mapping[str, int], language: str
) -> Page:
    """One phase: the figures, the unions against each other, the months, the newest innovations."""
    found = snapshot.programme.phase(phase_id)
    figures = snapshot.measures[CITY].phases[phase_id]
    shown = page(
        f"giai-doan/{phase_id}/index.html", "phase.html", "statistics", language,
        phase=found, phase_name=found.name[language], figures=figures,
        standing=phase_standing(snapshot, found, CITY, language), picture=picture_path(phase_id=phase_id),
        league=league(snapshot, upper_ids(snapshot), phase_id),
        kinds=breakdown(snapshot, CITY, phase_id, "kinds", "by_kind", language),
        fields=breakdown(snapshot, CITY, phase_id, "fields", "by_field", language),
        benefits=benefits(snapshot, CITY, phase_id, language),
        time=time_chart(snapshot, CITY, phase_id),
        items=items(snapshot, latest[:LATEST], language),
        months=month_links(f"giai-doan/{phase_id}", lists),
    )  # fmt: skip
    return with_sheets(shown, "time", "kinds", "fields", "benefits", "league")
