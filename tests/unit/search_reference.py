"""What a search must answer, by looking at every document in turn: slow, plain, and without an index."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from generator.search import SearchDocument
from generator.search.words import WORD
from generator.text import fold

TONES = "\u0300\u0301\u0303\u0309\u0323"
TITLE, NAMES, TEXT = 2, 1, 0
MISSING = -(10**9)


def form_of(word: str) -> str:
    """The word with its tone marks at the end."""
    marks = unicodedata.normalize("NFD", word.replace("ð", "đ"))
    kept = "".join(mark for mark in marks if mark not in TONES)
    return unicodedata.normalize("NFC", kept) + "".join(mark for mark in marks if mark in TONES)


def words_of(text: str) -> list[str]:
    return [form_of(word) for word in re.findall(f"[{WORD}]+", unicodedata.normalize("NFC", text.lower()))]


class Reference:
    """A catalogue that is searched document by document."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self.documents = documents
        self.values = [values_of(document) for document in documents]
        # For each document its forms and where each stands; of all documents, every form's key.
        self.places: list[dict[str, int]] = []
        self.keys: dict[str, str] = {}
        for document in documents:
            parts = (
                (TITLE, document.title),
                (NAMES, " / ".join((document.summary, document.unit, *document.authors))),
                (TEXT, document.description),
            )
            best: dict[str, int] = {}
            for place, text in parts:
                for form in words_of(text):
                    best.setdefault(form, place)
            self.places.append(best)
            self.keys.update((form, fold(form)) for form in best)

    def search(
        self, query: str = "", filters: Mapping[str, Sequence[str]] | None = None,
        sort: str = "relevance", facets: Sequence[str] = (),
    ) -> dict[str, Any]:  # fmt: skip
        """IDs in order, and counts by facet (only those above zero)."""
        active = {facet: set(ids) for facet, ids in (filters or {}).items() if ids}
        uppers = {*active.get("upper", ()), *(unit.split("/")[0] for unit in active.get("unit", ()))}
        found = []
        counts: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        terms = terms_of(query)
        worth = [self.worth(term, any(form != key for key, form, _ in terms)) for term in terms]
        for document, places, values in zip(self.documents, self.places, self.values, strict=True):
            score = 0
            for weights in worth:
                best = [by_place[places[form]] for form, by_place in weights.items() if form in places]
                score += max(best, default=MISSING)
            if score < 0:
                continue
            failed = [facet for facet, wanted in active.items() if values[facet] not in wanted]
            for facet in facets:
                value = values[facet]
                listed = value is not None and (facet != "unit" or document.upper_id in uppers)
                if listed and (not failed or failed == [facet]):
                    counts[facet][value] = counts[facet].get(value, 0) + 1
            if not failed:
                found.append((score, document))
        found.sort(key=lambda pair: pair[1].id)
        found.sort(key=lambda pair: pair[1].applied_on or "", reverse=True)
        if sort == "benefit":
            found.sort(
                key=lambda pair: -1 if pair[1].benefit_vnd is None else pair[1].benefit_vnd, reverse=True
            )
        elif sort == "relevance":
            found.sort(key=lambda pair: -pair[0])
        return {"ids": [document.id for _, document in found], "counts": counts}

    def worth(self, term: tuple[str, str, bool], marked: bool) -> dict[str, list[int]]:
        """For every form that the term can mean, what it is worth in text, in names, in a title."""
        found = {}
        for form, key in self.keys.items():
            if key.startswith(term[0]):
                found[form] = [weight_of(term, (key, form, place), marked) for place in (TEXT, NAMES, TITLE)]
        return found


def values_of(document: SearchDocument) -> dict[str, str | None]:
    benefit = document.benefit_vnd
    return {
        "upper": document.upper_id, "unit": document.unit_id, "phase": document.phase,
        "kind": document.kind, "field": document.field, "unit_type": document.unit_type,
        "month": document.month,
        "benefit": "social" if benefit is None else str(next(n for n in (10**9, 10**8, 0) if benefit >= n)),
    }  # fmt: skip


def terms_of(query: str) -> list[tuple[str, str, bool]]:
    """Key and form of each word that is asked for, and whether it may be a beginning."""
    asked = words_of(query)
    open_last = bool(re.search(f"[{WORD}]$", unicodedata.normalize("NFC", query.lower())))
    return [
        (fold(form), form, open_last and number == len(asked) - 1)
        for number, form in enumerate(asked)
        if fold(form)
    ][:32]


def weight_of(term: tuple[str, str, bool], word: tuple[str, str, int], marked: bool) -> int:
    """What one word of a document is worth for one word of the query."""
    wanted, wanted_form, is_open = term
    key, form, place = word
    whole = key == wanted
    if whole:
        exact = form == wanted_form
    elif not is_open or (len(wanted) <= 3 and place == TEXT):
        # Of a word of up to three letters that is being typed, only titles and names know the beginnings.
        return MISSING
    elif len(wanted) <= 3:
        exact = False
    else:
        letters = wanted_form.rstrip(TONES)
        exact = form.rstrip(TONES).startswith(letters) and tones(form) == tones(wanted_form)
    if marked:
        return exact * 10_000 + place * 100 + whole
    return place * 10_000 + exact * 100 + whole


def tones(form: str) -> str:
    return "".join(mark for mark in form if mark in TONES)
