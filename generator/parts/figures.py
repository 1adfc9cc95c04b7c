"""The parts that show figures: upper-level unions, kinds and fields, phases, and the whole."""

from collections.abc import Callable, Iterator
from dataclasses import astuple
from typing import Any

from generator.pages import compare, months, overview, phases, terms, unions
from generator.pages.cards import LATEST
from generator.pages.page import CITY, Page
from generator.pages.standing import grassroots_ids, league, shown
from generator.parts.desk import Desk, File

_TERMS = {"loai": ("kinds", "kind"), "linh-vuc": ("fields", "field")}


def plan_uppers(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every upper-level union: it depends on its peers' figures and on those below it.

    Of the innovations themselves, it shows the newest.
    """
    base = desk.fingerprint(("upper.html", "upper_phase.html", "below.html"), desk.uppers)
    phases = [phase.id for phase in desk.programme.phases]
    for upper, below in desk.grassroots.items():
        rows = [(u, desk.union_digests[u], desk.figure_digests[u]) for u in below]
        newest = [_latest(desk, upper=upper), *(_latest(desk, upper=upper, phase=phase) for phase in phases)]
        months = [_numbers(desk, "don-vi", f"{upper}/{phase}") for phase in phases]
        yield upper, desk.fingerprint((), base, rows, newest, months)


def make_upper(desk: Desk, upper: str) -> Iterator[File]:
    """The page of an upper-level union, and one for each phase."""
    snapshot, below = desk.snapshot, grassroots_ids(desk.snapshot, upper)
    latest = desk.store.cards.latest(LATEST, upper=upper)
    table = league(snapshot, below, None)
    for language in desk.languages:
        yield from _league_pages(desk, unions.upper(snapshot, upper, table, latest, language))
    for phase in desk.programme.phases:
        newest = desk.store.cards.latest(LATEST, upper=upper, phase=phase.id)
        months = desk.months("don-vi", f"{upper}/{phase.id}")
        table = league(snapshot, below, phase.id)
        for language in desk.languages:
            yield from _league_pages(
                desk, unions.upper_phase(snapshot, upper, phase.id, table, newest, months, language)
            )


def _league_pages(desk: Desk, pages: list[Page]) -> Iterator[File]:
    """A page, and those of the other parts of its table: one more innovation changes few of them."""
    yield from desk.render(pages[:1])
    for page in pages[1:]:
        yield from desk.drafts([page], page.context["union"].short_name, shown(page.context["below"]))


def plan_terms(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every kind and field: it depends on its months, its newest innovations, the city's total."""
    total = desk.snapshot.measures[CITY].total.innovations
    base = desk.fingerprint(("term.html",), desk.day, total, sorted(desk.union_digests.items()))
    for dimension, (vocabulary, column) in _TERMS.items():
        for word in desk.programme.vocabularies[vocabulary]:
            number = getattr(desk.snapshot.measures[CITY].total, f"by_{column}").get(word, 0)
            shown = _numbers(desk, dimension, word), _latest(desk, **{column: word}), number
            yield f"{dimension}/{word}", desk.fingerprint((), base, *shown)


def make_term(desk: Desk, name: str) -> Iterator[File]:
    """The page of a kind or field."""
    dimension, _, word = name.partition("/")
    column = _TERMS[dimension][1]
    latest = desk.store.cards.latest(LATEST, **{column: word})
    for language in desk.languages:
        months = desk.months(dimension, word)
        page = terms.term(
            desk.snapshot, "loai" if column == "kind" else "linh-vuc", word, latest, months, language
        )
        yield from desk.render([page])


def plan_whole(desk: Desk) -> Iterator[tuple[str, str]]:
    """The pages that show the whole, each a part of its own so that workers share them."""
    phases = [phase.id for phase in desk.programme.phases]
    months = [_numbers(desk, "giai-doan", phase) for phase in phases]
    shown: dict[str, Any] = {
        "home": _latest(desk),
        "unions": _leaves(desk),
        "phases": (months, [_latest(desk, phase=phase) for phase in phases]),
        "months": months,
    }
    for name, (template, _) in _WHOLE.items():
        yield name, desk.fingerprint(template, desk.uppers, shown.get(name))


def _leaves(desk: Desk) -> list[Any]:
    """What the tree of all unions shows of the grassroots ones."""
    if not unions.has_leaves(desk.snapshot):
        return []
    numbers = {
        u: desk.snapshot.measures[u].total.innovations for own in desk.grassroots.values() for u in own
    }
    return [sorted(desk.union_digests.items()), numbers]


def _latest(desk: Desk, **where: str) -> list[tuple[Any, ...]]:
    """What a page shows of the newest innovations where the columns have the given values."""
    cards = desk.store.cards.latest(LATEST, **where)
    return [(*astuple(card), desk.union_digests[card.grassroots_id]) for card in cards]


def _numbers(desk: Desk, dimension: str, key: str) -> list[tuple[str, int]]:
    """What links to the lists of a dimension's word show: the months, and how many are in each."""
    return sorted(desk.months(dimension, key).items())


def make_whole(desk: Desk, name: str) -> Iterator[File]:
    """The page of one name, in every language."""
    for language in desk.languages:
        yield from desk.render(_WHOLE[name][1](desk, language))


def _home(desk: Desk, language: str) -> Iterator[Page]:
    yield overview.home(desk.snapshot, desk.store.cards.latest(LATEST), language)


def _statistics(desk: Desk, language: str) -> Iterator[Page]:
    yield overview.statistics(desk.snapshot, language)


def _unions(desk: Desk, language: str) -> Iterator[Page]:
    yield unions.unions(desk.snapshot, language)


def _phases(desk: Desk, language: str) -> Iterator[Page]:
    yield phases.index(desk.snapshot, language)
    for phase in desk.programme.phases:
        latest = desk.store.cards.latest(LATEST, phase=phase.id)
        months = desk.months("giai-doan", phase.id)
        yield phases.phase(desk.snapshot, phase.id, latest, months, language)


def _months(desk: Desk, language: str) -> Iterator[Page]:
    lists = {phase.id: desk.months("giai-doan", phase.id) for phase in desk.programme.phases}
    yield months.months(desk.snapshot, lists, language)


def _compare(desk: Desk, language: str) -> Iterator[Page]:
    yield compare.compare(desk.snapshot, language)


def _terms(desk: Desk, language: str) -> Iterator[Page]:
    yield terms.index(desk.snapshot, "loai", language)
    yield terms.index(desk.snapshot, "linh-vuc", language)


def _search(desk: Desk, language: str) -> Iterator[Page]:
    yield overview.search(desk.snapshot, language)


_WHOLE: dict[str, tuple[tuple[str, ...], Callable[[Desk, str], Iterator[Page]]]] = {
    "home": (("home.html",), _home),
    "statistics": (("statistics.html",), _statistics),
    "unions": (("unions.html",), _unions),
    "phases": (("phases.html", "phase.html"), _phases),
    "months": (("months.html",), _months),
    "compare": (("compare.html",), _compare),
    "terms": (("terms.html",), _terms),
    "search": (("search.html",), _search),
}
