"""The pages of kinds and fields, and the lists of a month."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from generator.charts.time import TimeChart, over_time
from generator.pages.cards import LATEST, items, month_links
from generator.pages.page import CITY, Card, Page, Snapshot
from generator.pages.shell import page
from generator.pages.standing import breakdown, union_url
from generator.pages.unions import part_path
from generator.statistics import Figures

Dimension = Literal["loai", "linh-vuc"]
ListDimension = Literal["loai", "linh-vuc", "giai-doan", "don-vi"]

# The vocabulary of a dimension, and the figure that counts it.
_VOCABULARY = {"loai": ("kinds", "by_kind"), "linh-vuc": ("fields", "by_field")}


def index(snapshot: Snapshot, dimension: Dimension, language: str) -> Page:
    """All words of a dimension with their numbers."""
    vocabulary, attribute = _VOCABULARY[dimension]
    return page(
        f"{dimension}/index.html", "terms.html", "entries", language,
        dimension=dimension, total=snapshot.measures[CITY].total.innovations,
        words=breakdown(snapshot, CITY, None, vocabulary, attribute, language),
        names={w.id: w.name[language] for w in snapshot.programme.vocabularies[vocabulary].values()},
    )  # fmt: skip


def term(
    snapshot: Snapshot,
    dimension: Dimension,
    term_id: str,
    latest: Sequence[Card],
    months: Mapping[str, int],
    language: str,
) -> Page:
    """One kind or field: how many per phase and month, the newest, and links to the months' lists."""
    vocabulary, attribute = _VOCABULARY[dimension]
    programme = snapshot.programme
    measure = snapshot.measures[CITY]
    per_phase = [
        (phase.name[language], _number(measure.phases[phase.id], attribute, term_id))
        for phase in programme.phases
    ]
    chart: TimeChart = over_time(months, programme.phases, {}, snapshot.as_of)
    total = measure.total.innovations
    number = _number(measure.total, attribute, term_id)
    return page(
        f"{dimension}/{term_id}/index.html", "term.html", "entries", language,
        dimension=dimension, name=programme.vocabularies[vocabulary][term_id].name[language],
        number=number, share=number / total if total else None, per_phase=per_phase, time=chart,
        items=items(snapshot, latest[:LATEST], language),
        months=month_links(f"{dimension}/{term_id}", months),
    )  # fmt: skip


def month_list(
    snapshot: Snapshot,
    dimension: ListDimension,
    key: str,
    month: str,
    cards: Sequence[Card],
    part: int,
    parts: int,
    language: str,
) -> Page:
    """The innovations of one month of a kind, field, phase or grassroots union, in `parts` pages."""
    base = f"{dimension}/{key}/{month}"
    return page(
        part_path(base, part), "month.html", "unions" if dimension == "don-vi" else "entries", language,
        dimension=dimension, month=month, part=part, parts_count=parts, base=base,
        **_subject(snapshot, dimension, key, language), items=items(snapshot, cards, language),
    )  # fmt: skip


def _subject(snapshot: Snapshot, dimension: ListDimension, key: str, language: str) -> dict[str, Any]:
    """Whose list it is: its name, whether that is Vietnamese in every language, and its page."""
    if dimension == "don-vi":
        return {"name": snapshot.unions[key].short_name, "name_vi": True, "name_url": union_url(key)}
    url = f"{dimension}/{key}/index.html"
    if dimension == "giai-doan":
        phase = next(phase for phase in snapshot.programme.phases if phase.id == key)
        return {"name": phase.name[language], "name_vi": False, "name_url": url}
    word = snapshot.programme.vocabularies[_VOCABULARY[dimension][0]][key]
    return {"name": word.name[language], "name_vi": False, "name_url": url}


def _number(figures: Figures, attribute: str, term_id: str) -> int:
    counted: Mapping[str, int] = getattr(figures, attribute)
    return counted.get(term_id, 0)
