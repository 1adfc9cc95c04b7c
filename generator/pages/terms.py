"""The pages of kinds and fields, and the lists of a month."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from generator.charts.time import TimeChart, over_time
from generator.pages.cards import LATEST, items, month_links
from generator.pages.page import CITY, Card, Page, Snapshot
from generator.pages.sheets import of_whole, with_sheets
from generator.pages.shell import page
from generator.pages.standing import breakdown, union_url
from generator.records import CONFIDENTIAL_MONTH
from generator.statistics import Figures

Dimension = Literal["loai", "linh-vuc"]

# Innovations on one page of a list.
PART = 100
# The vocabulary of a dimension, and the figure that counts it.
_VOCABULARY = {"loai": ("kinds", "by_kind"), "linh-vuc": ("fields", "by_field")}


def index(snapshot: Snapshot, dimension: Dimension, language: str) -> Page:
    """All words of a dimension with their numbers."""
    vocabulary, attribute = _VOCABULARY[dimension]
    return page(
        f"{dimension}/index.html", "terms.html", "entries", language,
        dimension=dimension, total=snapshot.measures[CITY].total.innovations,
        words=breakdown(snapshot, CITY, None, vocabulary, attribute, language),
        csv=of_whole(vocabulary), vocabulary=vocabulary,
    )  # fmt: skip


def term(
    snapshot: Snapshot,
    dimension: Dimension,
    term_id: str,
    latest: Sequence[Card],
    lists: Mapping[str, int],
    language: str,
) -> Page:
    """One kind or field: how many per phase and month, the newest, and links to the months' lists.

    `lists` are the lists that exist, by month: confidential innovations are not in those of their month.
    """
    vocabulary, attribute = _VOCABULARY[dimension]
    programme = snapshot.programme
    measure = snapshot.measures[CITY]
    per_phase = [
        (phase.name[language], _number(measure.phases[phase.id], attribute, term_id))
        for phase in programme.phases
    ]
    months = {month: number for month, number in lists.items() if month != CONFIDENTIAL_MONTH}
    chart: TimeChart = over_time(months, programme.phases, {}, snapshot.as_of)
    total = measure.total.innovations
    number = _number(measure.total, attribute, term_id)
    found = page(
        f"{dimension}/{term_id}/index.html", "term.html", "entries", language,
        dimension=dimension, name=programme.vocabularies[vocabulary][term_id].name[language],
        number=number, share=number / total if total else None, per_phase=per_phase, time=chart,
        items=items(snapshot, latest[:LATEST], language),
        months=month_links(f"{dimension}/{term_id}", lists),
    )  # fmt: skip
    return with_sheets(found, "time")


def month_list(
    snapshot: Snapshot, dimension: str, key: str, month: str, cards: Sequence[Card], language: str
) -> list[Page]:
    """The innovations of one month of a kind, a field, a phase, or a union (`don-vi`), newest first.

    `key` is `<upper>/<phase>` for an upper-level union, else `<upper>/<grassroots>`. A long list is
    divided into pages, so that one more innovation changes few of them.
    """
    base = f"{dimension}/{key}/{month}"
    parts = [cards[start : start + PART] for start in range(0, len(cards), PART)]
    subject = _subject(snapshot, dimension, key, language)
    return [
        page(
            part_path(base, number), "month.html", "unions" if dimension == "don-vi" else "entries", language,
            dimension=dimension, month=month, number=len(cards), part=number, parts_count=len(parts),
            base=base,
            confidential=month == CONFIDENTIAL_MONTH, **subject, items=items(snapshot, part, language),
        )
        for number, part in enumerate(parts, 1)
    ]  # fmt: skip


def part_path(base: str, part: int) -> str:
    """The path of a list's part: `<base>.html`, then `<base>-2.html` and so on."""
    return f"{base}.html" if part == 1 else f"{base}-{part}.html"


def _subject(snapshot: Snapshot, dimension: str, key: str, language: str) -> dict[str, Any]:
    """Whose list it is: its name, whether that is Vietnamese everywhere, its page, one unit or many."""
    programme = snapshot.programme
    if key in snapshot.unions and dimension == "don-vi":
        name = snapshot.unions[key].short_name
        return {"name": name, "name_vi": True, "name_url": union_url(key), "of_unit": True}
    if dimension == "don-vi":
        upper, _, phase_id = key.partition("/")
        name = f"{snapshot.unions[upper].short_name}, {programme.phase(phase_id).name[language]}"
        return {"name": name, "name_vi": True, "name_url": f"don-vi/{key}.html", "of_unit": False}
    url = f"{dimension}/{key}/index.html"
    if dimension == "giai-doan":
        name = programme.phase(key).name[language]
    else:
        name = programme.vocabularies[_VOCABULARY[dimension][0]][key].name[language]
    return {"name": name, "name_vi": False, "name_url": url, "of_unit": False}


def _number(figures: Figures, attribute: str, term_id: str) -> int:
    counted: Mapping[str, int] = getattr(figures, attribute)
    return counted.get(term_id, 0)
