"""The kinds of page that the site has, told by their addresses, and which pages stand for each."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.repository import Repository
from tests.harness import ROOT

# A page's address in Vietnamese; the English ones are the same below en/.
_PROGRAMME = Repository(ROOT).game.programme
_PHASE = "|".join(phase.id for phase in _PROGRAMME.phases)
_MONTH = r"(\d{4}-\d\d|kin)(-\d+)?\.html"
KINDS = {
    "home": r"index\.html",
    "entry": r"sang-kien/[^/]+/[^/]+/[^/]+\.html",
    "unions": r"don-vi/index\.html",
    "upper": r"don-vi/[^/]+/index\.html",
    "upper-phase": rf"don-vi/[^/]+/({_PHASE})\.html",
    "upper-month": rf"don-vi/[^/]+/({_PHASE})/{_MONTH}",
    "grassroots": r"don-vi/[^/]+/[^/]+/index\.html",
    "unit-month": rf"don-vi/[^/]+/(?!({_PHASE})/)[^/]+/{_MONTH}",
    "phases": r"giai-doan/index\.html",
    "phase": r"giai-doan/[^/]+/index\.html",
    "phase-month": rf"giai-doan/[^/]+/{_MONTH}",
    "kinds": r"loai/index\.html",
    "kind": r"loai/[^/]+/index\.html",
    "kind-month": rf"loai/[^/]+/{_MONTH}",
    "fields": r"linh-vuc/index\.html",
    "field": r"linh-vuc/[^/]+/index\.html",
    "field-month": rf"linh-vuc/[^/]+/{_MONTH}",
    "compare": r"so-sanh/index\.html",
    "months": r"thang/index\.html",
    "statistics": r"thong-ke/index\.html",
    "search": r"tim-kiem/index\.html",
    "guides": r"huong-dan/index\.html",
    "guide": r"huong-dan/[^/]+/index\.html",
    "open-data": r"du-lieu/index\.html",
    "pending": r"cho-sua/index\.html",
    "not-found": r"404\.html",
}
LANGUAGES = _PROGRAMME.languages
# What stands for an unknown address has no address of its own, and no unit of this catalogue has so many
# innovations that its list is divided by months.
_NOT_SHOWN = ("not-found", "unit-month")
# Entries exist in Vietnamese only.
EVERY_KIND = [
    (kind, language)
    for kind in KINDS
    for language in LANGUAGES
    if kind not in _NOT_SHOWN and (kind, language) != ("entry", "en")
]
# Besides the largest page of a kind, so many others spread evenly over the alphabet.
_SAMPLE = {"entry": 5, "grassroots": 2, "guide": 2}


def kind_of(path: str) -> str | None:
    """The kind of the page at `path` below the site's root, None for an address of no kind."""
    plain = path.removeprefix("en/")
    return next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, plain)), None)


def pages(site: Path) -> Iterator[str]:
    """The paths of all pages below the site's root, in order; widgets are pieces of other people's pages."""
    for path in sorted(site.rglob("*.html")):
        if path.parent != site / "nhung":
            yield path.relative_to(site).as_posix()


def pages_of(site: Path, kind: str, language: str = "vi") -> list[str]:
    """All pages of a kind in a language."""
    return [p for p in pages(site) if kind_of(p) == kind and p.startswith("en/") == (language == "en")]


def samples(site: Path, kind: str, language: str = "vi") -> list[str]:
    """The pages that stand for a kind: the largest, and some others; always the same of one catalogue."""
    found = pages_of(site, kind, language)
    assert found, f"no page of kind {kind} in {language}"
    largest = max(found, key=lambda page: ((site / page).stat().st_size, page))
    number = min(_SAMPLE.get(kind, 0), len(found))
    spread = [found[(2 * n + 1) * len(found) // (2 * number)] for n in range(number)]
    return list(dict.fromkeys((largest, *spread)))
