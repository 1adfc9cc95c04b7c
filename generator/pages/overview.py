"""The pages about the whole: home, statistics, search, open data, files waiting for correction, not found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.exports import LICENCE, LICENCE_URL, DataFile
from generator.exports.columns import Table
from generator.exports.rows import named
from generator.findings import Finding
from generator.model import Union
from generator.pages.benefits import benefit_labels
from generator.pages.cards import LATEST, items
from generator.pages.page import CITY, Card, Page, Snapshot
from generator.pages.sheets import of_whole, with_sheets
from generator.pages.shell import edit_url, page
from generator.pages.standing import (
    benefits,
    breakdown,
    grassroots_number,
    league,
    phase_standings,
    time_chart,
    union_url,
    upper_ids,
)  # fmt: skip
from generator.pages.widget import widget_path


def home(snapshot: Snapshot, latest: Sequence[Card], language: str) -> Page:
    """How many, of how many, is it enough; then who, what, and the newest."""
    uppers = upper_ids(snapshot)
    table = league(snapshot, uppers, None)
    leaders = tuple(row for row in table.rows if row.figures.innovations)[:LATEST]
    return page(
        "index.html", "home.html", "home", language,
        figures=snapshot.measures[CITY].total, standings=phase_standings(snapshot, CITY, language),
        time=time_chart(snapshot, CITY, None),
        kinds=breakdown(snapshot, CITY, None, "kinds", "by_kind", language),
        league=replace(table, rows=leaders, unknown=0), uppers=len(uppers),
        grassroots=grassroots_number(snapshot),
        items=items(snapshot, latest[:LATEST], language), as_of=snapshot.as_of,
        csv=of_whole("time", "kinds", "league"),
    )  # fmt: skip


def statistics(snapshot: Snapshot, language: str) -> Page:
    """Every breakdown of the city's figures, and the unions side by side."""
    found = page(
        "thong-ke/index.html", "statistics.html", "statistics", language,
        figures=snapshot.measures[CITY].total, standings=phase_standings(snapshot, CITY, language),
        time=time_chart(snapshot, CITY, None),
        kinds=breakdown(snapshot, CITY, None, "kinds", "by_kind", language),
        fields=breakdown(snapshot, CITY, None, "fields", "by_field", language),
        benefits=benefits(snapshot, CITY, None, language),
        unit_types=breakdown(snapshot, CITY, None, "unit_types", "by_unit_type", language),
        ownerships=breakdown(snapshot, CITY, None, "ownerships", "by_ownership", language),
        league=league(snapshot, upper_ids(snapshot), None), as_of=snapshot.as_of,
    )  # fmt: skip
    charts = ("time", "kinds", "fields", "benefits", "unit_types", "ownerships", "league")
    return with_sheets(found, *charts)


def pending(snapshot: Snapshot, findings: Sequence[Finding], waiting: int, language: str) -> Page:
    """The files that have errors, each with what to mend; `waiting` innovations stay out of the site."""
    errors = sorted((f for f in findings if f.severity == "error"), key=lambda f: f.order)
    files = [
        (path, edit_url(snapshot.programme, path), list(found))
        for path, found in groupby(errors, key=lambda f: f.path)
    ]
    return page("cho-sua/index.html", "pending.html", "pending", language, files=files, waiting=waiting)


def search(snapshot: Snapshot, language: str) -> Page:
    """The search form, and ways to browse that need no script."""
    uppers = [snapshot.unions[u] for u in upper_ids(snapshot)]
    return page(
        "tim-kiem/index.html", "search.html", "entries", language,
        total=snapshot.measures[CITY].total.innovations,
        standings=phase_standings(snapshot, CITY, language),
        kinds=breakdown(snapshot, CITY, None, "kinds", "by_kind", language),
        fields=breakdown(snapshot, CITY, None, "fields", "by_field", language),
        benefits=benefit_labels(language),
        unions=[(u, union_url(u.id), snapshot.measures[u.id].total.innovations) for u in uppers],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnionData:
    """The open data of an upper-level union: its tables (files), and the paths of its feed and widget."""

    union: Union
    files: tuple[DataFile, ...]
    feed: str
    widget: str


def open_data(
    snapshot: Snapshot,
    files: Sequence[DataFile],
    unions: Sequence[UnionData],
    tables: Sequence[Table],
    described: str,
    language: str,
) -> Page:
    """Every file that programs read, with its fields (`tables`). `described` is the page's JSON-LD."""
    return page(
        "du-lieu/index.html", "open_data.html", "data", language,
        files=files, unions=unions, described=described, as_of=snapshot.as_of,
        tables=[(table, named(table.columns)) for table in tables],
        phases=[phase.name[language] for phase in snapshot.programme.phases],
        licence=LICENCE, licence_url=LICENCE_URL, city_widget=widget_path(CITY),
    )  # fmt: skip


def not_found(snapshot: Snapshot, language: str) -> Page:
    """What a host shows for an unknown address. `absolute`: its links start at the root."""
    found = page("404.html", "not_found.html", "", language)
    return replace(found, context={**found.context, "absolute": True})
