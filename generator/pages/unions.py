"""The pages of unions: all of them, an upper-level one, a grassroots one, one in a phase."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.pages.cards import LATEST, items, month_links
from generator.pages.page import Card, Page, Snapshot
from generator.pages.sharing import picture_path
from generator.pages.sheets import of_whole, with_one_sheet, with_sheets
from generator.pages.shell import page
from generator.pages.standing import (
    League,
    around,
    benefits,
    breakdown,
    grassroots_ids,
    grassroots_number,
    in_parts,
    league,
    phase_standing,
    phase_standings,
    place_of,
    time_chart,
    union_url,
    upper_ids,
)  # fmt: skip
from generator.pages.terms import part_path

# Grassroots unions that the tree of all unions shows at most.
_MOST_LEAVES = 500
# What the other parts of the table of grassroots unions are called, before their number.
_BELOW = "co-so"
# The charts of every union's page, by their names in its context.
_CHARTS = ("time", "kinds", "fields", "benefits")


def has_leaves(snapshot: Snapshot) -> bool:
    """Whether the tree of unions shows grassroots unions, or would be too long with them."""
    return grassroots_number(snapshot) <= _MOST_LEAVES


def unions(snapshot: Snapshot, language: str) -> Page:
    """The tree of unions and the league table of the upper-level ones."""
    uppers = upper_ids(snapshot)
    leaves = has_leaves(snapshot)
    tree = []
    for word in snapshot.programme.vocabularies["union_types"].values():
        branch = [_branch(snapshot, u, leaves) for u in uppers if snapshot.unions[u].type == word.id]
        if branch:
            tree.append((word.name[language], branch))
    return page(
        "don-vi/index.html", "unions.html", "unions", language,
        tree=tree, league=league(snapshot, uppers, None), uppers=len(uppers),
        grassroots=grassroots_number(snapshot), csv=of_whole("league"),
    )  # fmt: skip


def upper(
    snapshot: Snapshot, union_id: str, below: League, latest: Sequence[Card], language: str
) -> list[Page]:
    """An upper-level union: its figures, against the others, its grassroots unions, what is newest.

    Where it has very many, the rest of their table stands on the pages after the first.
    """
    place, placed = place_of(snapshot, union_id)
    found = page(
        union_url(union_id), "upper.html", "unions", language,
        **_figures(snapshot, union_id, language),
        place=place, placed=placed, below=below,
        league=around(league(snapshot, upper_ids(snapshot), None, union_id)),
        items=items(snapshot, latest[:LATEST], language), csv=of_whole("league"),
    )  # fmt: skip
    return _parted(with_sheets(found, *_CHARTS, "below"), f"don-vi/{union_id}/{_BELOW}", None)


def grassroots(
    snapshot: Snapshot,
    union_id: str,
    cards: Sequence[Card],
    months: Mapping[str, int],
    language: str,
) -> Page:
    """A grassroots union: its figures, then its innovations; with `months`, links to the rest."""
    union = snapshot.unions[union_id]
    found = page(
        union_url(union_id), "grassroots.html", "unions", language,
        **_figures(snapshot, union_id, language), upper=snapshot.unions[union.upper_id],
        items=items(snapshot, cards, language), months=month_links(f"don-vi/{union_id}", months),
    )  # fmt: skip
    return with_one_sheet(found, *_CHARTS) if cards else found


def upper_phase(
    snapshot: Snapshot,
    union_id: str,
    phase_id: str,
    below: League,
    latest: Sequence[Card],
    months: Mapping[str, int],
    language: str,
) -> list[Page]:
    """An upper-level union in one phase: the figures, what is newest, and links to the months' lists.

    As for `upper`, more pages may follow.
    """
    base = f"don-vi/{union_id}/{phase_id}"
    phase = snapshot.programme.phase(phase_id)
    figures = snapshot.measures[union_id].phases[phase_id]
    found = page(
        f"{base}.html", "upper_phase.html", "unions", language,
        union=snapshot.unions[union_id], phase=phase, phase_name=phase.name[language], figures=figures,
        standing=phase_standing(snapshot, phase, union_id, language), picture=picture_path(union_id),
        below=below,
        kinds=breakdown(snapshot, union_id, phase_id, "kinds", "by_kind", language),
        fields=breakdown(snapshot, union_id, phase_id, "fields", "by_field", language),
        benefits=benefits(snapshot, union_id, phase_id, language),
        time=time_chart(snapshot, union_id, phase_id),
        items=items(snapshot, latest[:LATEST], language), months=month_links(base, months),
    )  # fmt: skip
    return _parted(with_sheets(found, *_CHARTS, "below"), f"{base}/{_BELOW}", phase.name[language])


def _parted(first: Page, base: str, phase_name: str | None) -> list[Page]:
    """The page with the first part of its table `below`, and the pages of the other parts."""
    table: League = first.context["below"]
    url = first.path.removeprefix(f"{first.language}/")
    head, *others = in_parts(table, base, url)
    union, csv = first.context["union"], first.context["csv"]
    pages = [
        page(
            part_path(base, other.part), "below.html", "unions", first.language,
            union=union, phase_name=phase_name, below=other, csv=csv,
        )
        for other in others
    ]  # fmt: skip
    return [replace(first, context={**first.context, "below": head}), *pages]


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
        "picture": picture_path(union_id),
        "words": words,
        "successor": successor,
        "figures": snapshot.measures[union_id].total,
        "standings": phase_standings(snapshot, union_id, language),
        "kinds": breakdown(snapshot, union_id, None, "kinds", "by_kind", language),
        "fields": breakdown(snapshot, union_id, None, "fields", "by_field", language),
        "benefits": benefits(snapshot, union_id, None, language),
        "time": time_chart(snapshot, union_id, None),
    }


def _branch(snapshot: Snapshot, upper_id: str, with_leaves: bool) -> tuple[Any, int, list[tuple[Any, int]]]:
    below = grassroots_ids(snapshot, upper_id) if with_leaves else ()
    leaves = [(snapshot.unions[g], snapshot.measures[g].total.innovations) for g in below]
    return snapshot.unions[upper_id], snapshot.measures[upper_id].total.innovations, leaves
