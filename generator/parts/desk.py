"""What every part of one build works with: the doors, the figures, the lists. Made once per worker."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import islice, tee
from pathlib import Path
from typing import Any, NamedTuple

from generator.exports import WHOLE
from generator.exports.columns import Sources
from generator.findings import Finding
from generator.model import Programme
from generator.pages.page import CITY, Page, Snapshot
from generator.pages.sheets import csv_of
from generator.records import ListKey, fingerprint
from generator.repository import Repository, code_digest
from generator.search import borders
from generator.store import Store
from generator.survey import measures
from generator.templates import Templates


@dataclass(frozen=True, slots=True)
class Draft:
    """Contents that need not be made where they were made before from what `key` names."""

    key: str
    write: Callable[[], bytes | Path]


# A file of the site: its path below the root, and its contents. What is large, or of unknown size, lies ready
# in a file of its own, which is moved away.
File = tuple[str, bytes | Path | Draft]


class Run(NamedTuple):
    """A segment of the search index: the ID of its last innovation.

    `state` names what it is made from: its innovations, and the files of their unions.
    """

    last: str
    state: str


@dataclass(frozen=True)
class Desk:
    """One build's whole, for reading."""

    repository: Repository
    store: Store
    snapshot: Snapshot
    lists: Mapping[ListKey, tuple[int, int]]
    findings: tuple[Finding, ...]
    union_digests: Mapping[str, str]
    touched: Mapping[str, int]
    # The next folder: where late parts find what others made.
    stage: Path

    @property
    def programme(self) -> Programme:
        return self.snapshot.programme

    @property
    def languages(self) -> tuple[str, ...]:
        return self.programme.languages

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.repository.theme, self.programme, self.repository.state / "templates")

    @cached_property
    def base(self) -> str:
        """What everything depends on: the generator's code and the rules of the game."""
        return fingerprint(code_digest(), self.repository.game.digest)

    @cached_property
    def folder_templates(self) -> str:
        """Names the templates of a grassroots union's pages and of its innovations'."""
        return self.fingerprint(("entry.html", "grassroots.html", "month.html"))

    @cached_property
    def day(self) -> str:
        return self.snapshot.as_of.isoformat()

    def fingerprint(self, templates: Iterable[str], *values: Any) -> str:
        """Names a part by what it depends on: its templates, and `values`."""
        return fingerprint(self.base, [self.templates.digest(name) for name in templates], values)

    def render(self, pages: Iterable[Page]) -> Iterator[File]:
        """The pages as files, and the data of their charts."""
        for page in pages:
            yield page.path, self._rendered(page)
            for sheet in page.sheets:
                yield sheet.path, csv_of(sheet)

    def drafts(self, pages: Iterable[Page], *made_from: Any) -> Iterator[File]:
        """The pages as files that are rendered only where something of what they are made from changed.

        That is their template and `made_from`; without it, all of their context, which is then plain values.
        """
        for page in pages:
            values = made_from or (repr(page.context),)
            key = fingerprint(self.base, self.templates.digest(page.template), values)
            yield page.path, Draft(key, partial(self._rendered, page))
            for sheet in page.sheets:
                yield sheet.path, Draft(key, partial(csv_of, sheet))

    def _rendered(self, page: Page) -> bytes:
        return self.templates.render(page).encode()

    def months(self, dimension: str, key: str) -> dict[str, int]:
        """The lists of a dimension's word, by month, with their numbers."""
        return self._months.get((dimension, key), {})

    @cached_property
    def _months(self) -> dict[tuple[str, str], dict[str, int]]:
        found: dict[tuple[str, str], dict[str, int]] = {}
        for (dimension, key, month), (number, _) in self.lists.items():
            found.setdefault((dimension, key), {})[month] = number
        return found

    @cached_property
    def grassroots(self) -> Mapping[str, list[str]]:
        """The grassroots unions of each upper-level one."""
        found: dict[str, list[str]] = {u.id: [] for u in self.snapshot.unions.values() if u.is_upper}
        for union in self.snapshot.unions.values():
            if not union.is_upper:
                found[union.upper_id].append(union.id)
        return found

    @cached_property
    def segments(self) -> dict[str, Run]:
        """Each segment of the search index, by the ID of its first innovation."""
        ahead, behind = tee(self.store.digests())
        found = {}
        for ids in borders(entry_id for entry_id, _ in ahead):
            own = [digest for _, digest in islice(behind, len(ids))]
            unions = dict.fromkeys([entry_id.rpartition("/")[0] for entry_id in ids])
            names = [(u, self.union_digests[u], self.union_digests[u.partition("/")[0]]) for u in unions]
            found[ids[0]] = Run(ids[-1], fingerprint(self.base, own, names))
        return found

    @cached_property
    def uppers(self) -> str:
        """Names everything that tables of upper-level unions show."""
        states = [self.figure_states[union_id] for union_id in (CITY, *self.grassroots)]
        return fingerprint(self.day, states, len(self.snapshot.unions))

    @cached_property
    def states(self) -> dict[str, str]:
        """Names each grassroots union's innovations, itself and its upper-level union."""
        base, digests = self.base, self.union_digests
        return {
            union_id: f"{base}.{self.folder(union_id)}.{digests[union_id]}.{digests[upper]}"
            for upper, below in self.grassroots.items()
            for union_id in below
        }

    @cached_property
    def figure_states(self) -> dict[str, str]:
        """Names what the figures of each union, and of the whole, come from, and the union's own file."""
        measures_, digests = self.snapshot.measures, self.union_digests
        above = {
            union_id: fingerprint(self.base, digests.get(union_id), measures_[union_id].to_json())
            for union_id in (CITY, *self.grassroots)
        }
        return above | self.states

    @cached_property
    def figure_digests(self) -> Mapping[str, str]:
        """Names each union's own figures, whatever innovations they are counted from."""
        return self.store.unions.figure_digests()

    @cached_property
    def everything(self) -> str:
        """Names all that is published."""
        return fingerprint(self.base, self.uppers, sorted(self.states.items()))

    @cached_property
    def waiting(self) -> int:
        """How many innovations are not published, for errors of theirs or of what they depend on."""
        return self.store.cards.waiting({f.path for f in self.findings if f.severity == "error"})

    @cached_property
    def sources(self) -> Sources:
        """What the columns of open data come from."""
        schemas = self.repository.game.schemas
        names = {union.id: union.name for union in self.snapshot.unions.values()}
        names[WHOLE] = self.programme.data["federation"]["name"]["vi"]
        return Sources(
            schemas.innovation.schema, schemas.upper.schema, schemas.grassroots.schema,
            self.repository.schema("programme"), self.programme, names,
        )  # fmt: skip

    def folder(self, grassroots: str) -> int:
        """Names everything in a grassroots union's folder but its own file."""
        return self.lists.get(("co-so", grassroots, ""), (0, 0))[1]


def open_desk(repository: Repository, store: Store, stage: Path = Path(), afresh: bool = False) -> Desk:
    """Load what the parts of a build share. Only who makes parts needs `stage`.

    With `afresh` it is the desk of a site that was never built, whatever the store remembers of one.
    """
    programme = repository.game.programme
    unions, figures = measures(store, programme)
    newest = store.newest()
    as_of = min(date.fromisoformat(newest), programme.end) if newest else programme.start
    findings = sorted(store.own_findings() + store.crossing_findings(), key=lambda f: f.order)
    snapshot = Snapshot(programme, unions, figures, as_of)
    lists, digests, touched = store.lists(), store.unions.digests(), store.sketches.touched(afresh)
    return Desk(repository, store, snapshot, lists, tuple(findings), digests, touched, stage)
