"""The pages of unions: all of them, an upper-level one, a grassroots one, one in a phase."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.pages.cards import LATEST, items, month_links
from generator.pages.page import Card, Page, Snapshot
from generator.pages.shell import page
from generator.pages.standing import (
    around, breakdown, grassroots_ids, league, phase_standing, phase_standings, place_of, time_chart,
    union_url, upper_ids,
)  # fmt: skip

_NO_MONTHS: Mapping[str, int] = {}


def unions(snapshot: Snapshot, language: str) -> Page:
    """The tree of unions and the league table of the upper-level ones."""
    uppers = upper_ids(snapshot)
    tree = []
    for word in snapshot.programme.vocabularies["union_types"].values():
        branch = [_branch(snapshot, u) for u in uppers if snapshot.unions[u].type == word.id]
        if branch:
            tree.append((word.name[language], branch))
    return page(
        "don-vi/index.html", "unions.html", "unions", language,
        tree=tree, league=league(snapshot, uppers, None, language), uppers=len(uppers),
        grassroots=sum(1 for union in snapshot.unions.values() if not union.is_upper),
    )  # fmt: skip


def upper(snapshot: Snapshot, union_id: str, latest: Sequence[Card], language: str) -> Page:
    """An upper-level union: its figures, against the others, its grassroots unions, its newest innovations."""
    place, placed = place_of(snapshot, union_id)
    below = grassroots_ids(snapshot, union_id)
    return page(
        union_url(union_id), "upper.html", "unions", language,
        **_figures(snapshot, union_id, language),
        place=place, placed=placed, below=league(snapshot, below, None, language),
        league=around(league(snapshot, upper_ids(snapshot), None, language, union_id)),
        items=items(snapshot, latest[:LATEST], language),
    )  # fmt: skip


def grassroots(
    snapshot: Snapshot,
    union_id: str,
    cards: Sequence[Card],
    language: str,
    months: Mapping[str, int] = _NO_MONTHS,
) -> Page:
    """A grassroots union: its figures, then its innovations; with `months`, links to the lists of the rest."""
    union = snapshot.unions[union_id]
    return page(
        union_url(union_id), "grassroots.html", "unions", language,
        **_figures(snapshot, union_id, language), upper=snapshot.unions[union.upper_id],
        items=items(snapshot, cards, language), months=month_links(f"don-vi/{union_id}", months),
    )  # fmt: skip


def upper_phase(
    snapshot: Snapshot,
    union_id: str,
    phase_id: str,
    cards: Sequence[Card],
    part: int,
    parts: int,
    language: str,
) -> Page:
    """An upper-level union in one phase: the figures, then its innovations, in `parts` pages."""
    base = f"don-vi/{union_id}/{phase_id}"
    phase = next(phase for phase in snapshot.programme.phases if phase.id == phase_id)
    figures = snapshot.measures[union_id].phases[phase_id]
    context: dict[str, Any] = {}
    if part == 1:
        below = grassroots_ids(snapshot, union_id)
        context = {
            "standing": phase_standing(snapshot, phase, figures, language),
            "below": league(snapshot, below, phase_id, language),
            "kinds": breakdown(snapshot, union_id, phase_id, "kinds", "by_kind", language),
            "fields": breakdown(snapshot, union_id, phase_id, "fields", "by_field", language),
            "time": time_chart(snapshot, union_id, phase_id),
        }
    return page(
        part_path(base, part), "upper_phase.html", "unions", language,
        union=snapshot.unions[union_id], phase=phase, phase_name=phase.name[language], figures=figures,
        items=items(snapshot, cards, language), part=part, parts_count=parts, base=base, **context,
    )  # fmt: skip


def part_path(base: str, part: int) -> str:
    """The path of a list's part: `<base>.html`, then `<base>-2.html` and so on."""
    return f"{base}.html" if part == 1 else f"{base}-{part}.html"


def _figures(snapshot: Snapshot, union_id: str, language: str) -> dict[str, Any]:
    """What the pages of both levels show of a union."""
    union = snapshot.unions[union_id]
    vocabularies = snapshot.programme.vocabularies
    of_type = vocabularies["union_types"].get(union.type or "")
    of_unit = vocabularies["unit_types"].get(union.unit_type or "")
    owned = vocabularies["ownerships"].get(union.ownership or "")
    words = [word.name[language] for word in (of_type, of_unit, owned) if word is not None]
    successor = snapshot.unions.get(union.successor or "")
    return {
        "union": union,
        "words": words,
        "successor": successor,
        "figures": snapshot.measures[union_id].total,
        "standings": phase_standings(snapshot, union_id, language),
        "kinds": breakdown(snapshot, union_id, None, "kinds", "by_kind", language),
        "fields": breakdown(snapshot, union_id, None, "fields", "by_field", language),
        "time": time_chart(snapshot, union_id, None),
    }


def _branch(snapshot: Snapshot, upper_id: str) -> tuple[Any, int, list[tuple[Any, int]]]:
    below = grassroots_ids(snapshot, upper_id)
    leaves = [(snapshot.unions[g], snapshot.measures[g].total.innovations) for g in below]
    return snapshot.unions[upper_id], snapshot.measures[upper_id].total.innovations, leaves
