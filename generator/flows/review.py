"""`sangkien review`: gather all that a reviewer needs to know of one proposal.

There are two ways. At home the files on disk are the proposal, and what was accepted is asked of Git. On a
forge the files on disk are what was accepted, and the proposal is only looked at through Git: nothing that
it brought along, neither program nor rules, takes part in judging it. Either way the store knows one of the
two sides; the other is counted from what differs.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import novelty, statistics
from generator.findings import Validation
from generator.history import Change
from generator.model import SUBMISSIONS, Innovation, Programme, SourceFile, Union
from generator.preview import Dossier, Edit, Likeness, Shift
from generator.preview.dossier import Status
from generator.preview.reading import data_of
from generator.records import FileRecord
from generator.repository import Repository
from generator.rules import PERSONAL
from generator.similarity import Index, Match, SimilarText
from generator.statistics import Measure
from generator.survey import Workshop, inspect, measures, survey

# Earlier innovations named for each new one.
_NEAREST = 3
_CITY = ""


@dataclass(frozen=True)
class Proposal:
    """The two sides, what differs, and what a check found of it.

    `now` is what is proposed and `then` what was accepted; `beyond` are changed paths outside submissions/.
    `on_disk` tells that the files on disk are the proposal.
    """

    now: Repository
    then: Repository
    change: Change
    validation: Validation
    beyond: tuple[str, ...]
    on_disk: bool


def review(shop: Workshop, proposal: Proposal) -> Dossier:
    """Everything about the proposal; `shop` works on the files on disk."""
    survey(shop)
    change = proposal.change
    now = _records(proposal.now, change.touched)
    then = _records(proposal.then, change.before)
    return Dossier(
        tuple(_edits(proposal, now, then)),
        proposal.validation.findings,
        tuple(_likenesses(shop, proposal, now)),
        tuple(_shifts(shop, proposal, now, then)),
        proposal.beyond,
    )


def _records(side: Repository, paths: Iterable[str]) -> dict[str, FileRecord]:
    files = (side.file(path) for path in sorted(paths))
    return {file.path: inspect(side, side.game, file) for file in files if file is not None}


def _edits(
    proposal: Proposal, now: Mapping[str, FileRecord], then: Mapping[str, FileRecord]
) -> Iterator[Edit]:
    change = proposal.change
    moved = set(change.renamed.values())
    for path in sorted(change.touched | change.before.keys()):
        was_at = change.renamed.get(path)
        was, record = then.get(was_at or path), now.get(path)
        if record is None:
            if path not in moved:
                yield _edit(proposal, path, None, was, None)
        else:
            yield _edit(proposal, path, record, was, was_at)


def _edit(
    proposal: Proposal, path: str, now: FileRecord | None, then: FileRecord | None, was_at: str | None
) -> Edit:
    game, file = proposal.now.game, SourceFile(path)
    checker = game.schemas.union(file.union_id) if file.is_union else game.schemas.innovation
    limit = int(game.programme.data["limits"]["file_bytes"])
    records = [(side, record) for side, record in ((proposal.then, then), (proposal.now, now)) if record]
    contents = {
        side: data_of(side.read(record.file.path), checker, limit)
        for side, record in records
        if record.file.is_yaml and record.file.has_contents
    }
    # What must not be published is not shown either.
    secret = any(finding.rule.startswith(PERSONAL) for _, record in records for finding in record.findings)
    status: Status = "removed" if now is None else "added" if then is None else "changed"
    before, after = contents.get(proposal.then), contents.get(proposal.now)
    return Edit(path, status, checker.schema, before, after, was_at, secret)


def _likenesses(shop: Workshop, proposal: Proposal, now: Mapping[str, FileRecord]) -> Iterator[Likeness]:
    new = {path: innovation for path, record in now.items() if (innovation := _innovation(record))}
    if len(new) > novelty.MANY:
        return
    novelty.prepare(shop)
    # The store knows no others of the same proposal where that is not what lies on disk.
    beside = Index(() if proposal.on_disk else map(SimilarText.of, new.values()))
    gone = {_id(path) for path in proposal.change.gone}
    for path, innovation in new.items():
        found: dict[str, Match] = {}
        for match in (*novelty.matches(shop, innovation), *beside.nearest(SimilarText.of(innovation))):
            if match.id not in gone:
                found.setdefault(match.id, match)
        best = sorted(found.values(), key=lambda match: -match.score)[:_NEAREST]
        nearest = tuple(sorted(best, key=lambda match: (not match.same_unit, -match.score)))
        titles = {
            card.id: card.title for card in shop.store.cards.of([match.id for match in nearest]).values()
        }
        titles |= {other.id: other.title for other in new.values()}
        yield Likeness(path, innovation.title, nearest, titles)


def _shifts(
    shop: Workshop, proposal: Proposal, now: Mapping[str, FileRecord], then: Mapping[str, FileRecord]
) -> Iterator[Shift]:
    programme = proposal.now.game.programme
    unions, figures = measures(shop.store, programme)
    other = _Other(shop, proposal, then if proposal.on_disk else now, unions, figures)
    sides = (other.unions, other.figures), (unions, figures)
    (then_unions, before), (now_unions, after) = sides if proposal.on_disk else sides[::-1]
    names = {_CITY: str(programme.data["federation"]["short_name"]["vi"])}
    uppers = {union_id.partition("/")[0] for union_id in other.affected}
    # From the unit upwards.
    upwards = sorted(other.affected | uppers, key=lambda u: (u.partition("/")[0], "/" not in u, u))
    for union_id in (*upwards, _CITY):
        union = now_unions.get(union_id) or then_unions.get(union_id)
        name = names.get(union_id) or (union.short_name if union else union_id)
        for phase in programme.phases:
            was, is_now = (
                side[union_id].of(phase.id) if union_id in side else None for side in (before, after)
            )
            if was != is_now:
                yield Shift(name, phase.name, was, is_now)


class _Other:
    """Unions and figures of the side that the store does not know: the store's, but for what differs."""

    def __init__(
        self, shop: Workshop, proposal: Proposal, records: Mapping[str, FileRecord],
        unions: Mapping[str, Union], figures: Mapping[str, Measure],
    ) -> None:  # fmt: skip
        change = proposal.change
        self._shop, self._proposal, self._records = shop, proposal, records
        self._faulty = (
            {f.path for f in proposal.validation.findings if f.severity == "error"}
            if not proposal.on_disk
            else set()
        )
        self._changed = change.touched | change.before.keys()
        self.affected = {_unit(path) for path in self._changed if SourceFile(path).is_yaml}
        self.unions = self._other_unions(unions)
        programme = proposal.now.game.programme
        self.figures = self._other_figures(unions, figures, programme)

    def _other_unions(self, known: Mapping[str, Union]) -> dict[str, Union]:
        found = dict(known)
        for path in self._changed:
            if SourceFile(path).is_union:
                union_id = SourceFile(path).union_id
                found.pop(union_id, None)
                record = self._records.get(path)
                if record and record.union and path not in self._faulty:
                    found[union_id] = Union.from_data(union_id, json.loads(record.union.data))
        return {union_id: union for union_id, union in found.items() if union.upper_id in found}

    def _other_figures(
        self, known_unions: Mapping[str, Union], known: Mapping[str, Measure], programme: Programme
    ) -> dict[str, Measure]:
        found: dict[str, Measure] = {}
        below: dict[str, list[Measure]] = {u.id: [] for u in self.unions.values() if u.is_upper}
        for union in self.unions.values():
            if not union.is_upper:
                measure = known.get(union.id)
                if union.id in self.affected or measure is None:
                    innovations = self._innovations(union.id, union.id in known_unions)
                    measure = statistics.tally(innovations, union, programme)
                found[union.id] = measure
                below[union.upper_id].append(measure)
        for upper_id, parts in below.items():
            found[upper_id] = statistics.combine(parts, self.unions[upper_id], programme)
        found[_CITY] = statistics.combine_city([found[upper_id] for upper_id in below], programme)
        return found

    def _innovations(self, union_id: str, known: bool) -> list[Innovation]:
        """What the union has published on this side."""
        records = [
            r for path, r in self._records.items() if _unit(path) == union_id and path not in self._faulty
        ]
        own = [innovation for record in records if (innovation := _innovation(record))]
        if known:
            kept = self._shop.store.innovations(union_id)
        else:
            kept = [innovation for record in self._untouched(union_id) if (innovation := _innovation(record))]
        return own + [innovation for innovation in kept if _path(innovation.id) not in self._changed]

    def _untouched(self, union_id: str) -> Iterable[FileRecord]:
        """The files of a union that the store does not publish, because only this side knows it."""
        side = self._proposal.then if self._proposal.on_disk else self._proposal.now
        paths = (path for path in self._proposal.change.paths if path.startswith(f"{SUBMISSIONS}{union_id}/"))
        return _records(side, (p for p in paths if p not in self._changed and SourceFile(p).is_yaml)).values()


def _innovation(record: FileRecord) -> Innovation | None:
    if record.entry is None or any(finding.severity == "error" for finding in record.findings):
        return None
    return Innovation.from_data(record.entry.id, json.loads(record.entry.data))


def _unit(path: str) -> str:
    """The union whose folder a file lies in, whatever the file."""
    return "/".join(path.removeprefix(SUBMISSIONS).split("/")[:-1][:2])


def _id(path: str) -> str:
    return SourceFile(path).entry_id


def _path(entry_id: str) -> str:
    return f"{SUBMISSIONS}{entry_id}.yml"
