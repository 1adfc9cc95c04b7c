"""The first half of every flow: read what changed, check it, and bring the store up to date.

After a survey the store knows every file's findings, which innovations are published, and every
grassroots union's figures. What is then made of it is the business of the flows.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from generator import inspection, statistics
from generator.catalogue import Catalogue
from generator.executor import InlineExecutor, begin, chunks, is_far, run_in_order
from generator.findings import Finding
from generator.model import SUBMISSIONS, UNION_FILE, Programme, SourceFile, Union
from generator.records import FileRecord, content_digest, entry_record, union_record
from generator.repository import Game, Repository, ScannedFile, code_digest
from generator.statistics import Measure
from generator.stopwatch import Stopwatch
from generator.store import Store

# Files a task: large enough to make its overhead small, small enough to spread evenly.
CHUNK = 250
# Unions a task.
_UNIONS = 25
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Workshop:
    """The doors that a flow works with: files, store, and where work runs."""

    repository: Repository
    store: Store
    executor: Executor
    jobs: int
    progress: Progress
    stopwatch: Stopwatch = field(default_factory=Stopwatch)


@dataclass(frozen=True)
class Survey:
    """What a survey found. `changed` counts the files that were read anew."""

    game: Game
    findings: tuple[Finding, ...]
    files: int
    changed: int

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "error")


def survey(shop: Workshop) -> Survey:
    """Bring the store up to date with the files: in one transaction, then figures in another."""
    repository, store = shop.repository, shop.store
    game = repository.game
    epoch = f"{code_digest()}.{game.digest}"
    afresh = store.get("epoch") != epoch
    if afresh:
        # There is work for them, and with a million files their list alone is large.
        begin(shop.executor)
    begun = time.time_ns()
    scanned = repository.scan()
    shop.stopwatch.lap("scan", len(scanned))
    with store.transaction():
        if afresh:
            store.begin_anew()
            store.put("epoch", epoch)
        known = store.known_files()
        changed = [s for s in scanned if known.get(s.path, ("", b""))[0] != s.signature]
        gone = known.keys() - {s.path for s in scanned}
        store.remove_files(sorted(gone))
        read = 0
        # Where nothing changed that rules across files look at, they would find the same again.
        steady = not gone and len(known) == len(scanned)
        work = _tasks(repository.root, epoch, changed, known)
        # A few files are quicker read here than by workers that have to be started for them.
        executor = shop.executor if len(changed) > CHUNK else InlineExecutor()
        done = run_in_order(executor, shop.jobs, inspect_files, work)
        for number, (few, records) in enumerate(zip(chunks(changed, CHUNK), done, strict=True)):
            shop.progress("inspect", min((number + 1) * CHUNK, len(changed)), len(changed))
            signatures = {s.path: _lasting(s, begun) for s in few}
            fresh = [r for r in records if r.digest != known.get(r.file.path, ("", b""))[1]]
            steady = steady and all(map(store.stays, fresh))
            store.put_files(fresh, signatures)
            same = {r.file.path for r in records} - {r.file.path for r in fresh}
            store.put_signatures({path: signatures[path] for path in same})
            read += len(fresh)
        if afresh:
            store.arrange()
        shop.stopwatch.lap("inspect", len(changed))
        if read or gone:
            if not steady:
                _cross(repository, game, store, frozenset(s.path for s in scanned))
            store.sketches.touch()
        shop.stopwatch.lap("compare", len(scanned) if read or gone else 0)
    shop.stopwatch.lap("count", _count(shop, epoch))
    findings = sorted(store.own_findings() + store.crossing_findings(), key=lambda f: f.order)
    shop.stopwatch.lap("store", read)
    return Survey(game, tuple(findings), len(scanned), read)


def inspect_files(root: Path, epoch: str, files: Sequence[tuple[SourceFile, bytes]]) -> list[FileRecord]:
    """Inspect files; one whose contents still have the given digest comes back without more."""
    game = _game(root, epoch)
    repository = Repository(root)
    return [inspect(repository, game, file, digest) for file, digest in files]


def inspect(repository: Repository, game: Game, file: SourceFile, known: bytes = b"") -> FileRecord:
    """The record of one file; without findings where its contents still have the digest `known`."""
    programme = game.programme
    file, raw = inspection.taken(file, lambda: repository.read(file.path), programme)
    digest = content_digest(f"{file.mode} {file.size}".encode() + b"\0" + (raw or b""))
    if digest == known:
        return FileRecord(file, digest)
    found = inspection.inspect_source(file, raw, programme, game.schemas)
    if found.faulty or found.data is None or raw is None:
        return FileRecord(file, digest, found.findings)
    if file.is_union:
        return FileRecord(file, digest, found.findings, union=union_record(file, raw, found.data))
    return FileRecord(file, digest, found.findings, entry=entry_record(file, raw, found.data, programme))


@contextmanager
def reading(store_path: Path) -> Iterator[Store]:
    """The store, for reading, in a worker."""
    store = Store(store_path, read_only=True)
    try:
        yield store
    finally:
        store.close()


def measures(store: Store, programme: Programme) -> tuple[dict[str, Union], Mapping[str, Measure]]:
    """The unions that can be shown, and their figures; those of the whole catalogue stand under ''."""
    known = store.unions.all()
    unions = {union_id: known[union_id] for union_id in _shown(store, known)}
    found = store.unions.measures(unions.__contains__)
    city = statistics.combine_city([found[u.id] for u in unions.values() if u.is_upper], programme)
    return unions, found.joined({"": city})


def _shown(store: Store, union_ids: Iterable[str]) -> list[str]:
    """Those of `union_ids` that can be shown: they and what is above them are free of errors."""
    faulty = {f.path for f in store.crossing_findings() if f.severity == "error"}
    whole = {u for u in union_ids if f"{SUBMISSIONS}{u}/{UNION_FILE}" not in faulty}
    return [u for u in union_ids if u in whole and u.partition("/")[0] in whole]


@lru_cache(maxsize=1)
def _game(root: Path, epoch: str) -> Game:
    """The rules of the game in a worker; `epoch` makes another catalogue's be loaded anew."""
    return Repository(root).game


def _tasks(
    root: Path, epoch: str, changed: Sequence[ScannedFile], known: Mapping[str, tuple[str, bytes]]
) -> Iterator[tuple[Path, str, list[tuple[SourceFile, bytes]]]]:
    for chunk in chunks(changed, CHUNK):
        yield root, epoch, [(s.file, known.get(s.path, ("", b""))[1]) for s in chunk]


def _lasting(scanned: ScannedFile, now_ns: int) -> str:
    """The signature to keep; none for a file so young that it might change without changing it."""
    coarse = scanned.modified_ns % 1_000_000_000 == 0
    young = now_ns - scanned.modified_ns < (2_000_000_000 if coarse else 50_000_000)
    return "" if young else scanned.signature


def _cross(repository: Repository, game: Game, store: Store, paths: frozenset[str]) -> None:
    """Check what crosses files, and publish what is whole."""
    unions = store.unions.all()
    facts = store.entry_facts()
    catalogue = Catalogue(game.programme, paths, unions, facts)
    findings = inspection.inspect_catalogue(catalogue, repository.read_text)
    store.put_crossing(findings)
    faulty = {f.path for f in (*findings, *store.own_findings()) if f.severity == "error"}
    usable = {u for u in unions if f"{SUBMISSIONS}{u}/{UNION_FILE}" not in faulty}
    whole = {f"{SUBMISSIONS}{u}" for u in usable if u.partition("/")[0] in usable}
    held = set()
    for path, fact in facts.items():
        folder = path.rpartition("/")[0]
        photos = {f"{folder}/{image}" for image in fact.images} if fact.images else frozenset()
        if folder not in whole or path in faulty or not photos <= paths or photos & faulty:
            held.add(path[len(SUBMISSIONS) : -len(".yml")])
    store.settle(held)


def _count(shop: Workshop, epoch: str) -> int:
    """Count what is not counted yet; how many grassroots unions that was."""
    store = shop.store
    uncounted = store.unions.uncounted()
    # A few are quicker counted here; far away the store that is written to cannot be read.
    executor = InlineExecutor() if len(uncounted) <= _UNIONS or is_far(shop.executor) else shop.executor
    work = ((shop.repository.root, epoch, store.path, some) for some in chunks(uncounted, _UNIONS))
    with store.transaction():
        number = 0
        for counted in run_in_order(executor, shop.jobs, count_unions, work):
            for union_id, measure in counted:
                store.unions.put_measure(union_id, measure)
            number += len(counted)
            shop.progress("count", number, len(uncounted))
        _combine(shop.repository.game.programme, store)
    return len(uncounted)


def count_unions(
    root: Path, epoch: str, store_path: Path, union_ids: Sequence[str]
) -> list[tuple[str, Measure]]:
    """In a worker: the figures of grassroots unions."""
    programme = _game(root, epoch).programme
    with reading(store_path) as store:
        return [
            (u, statistics.tally(store.innovations(u), store.unions.one(u), programme)) for u in union_ids
        ]


def _combine(programme: Programme, store: Store) -> None:
    """Add up the figures of upper-level unions below which anything changed."""
    counted = store.unions.counted()
    below: dict[str, list[str]] = {}
    for union_id in _shown(store, counted):
        upper, _, own = union_id.partition("/")
        below.setdefault(upper, []).extend([union_id] if own else [])
    for upper, ids in below.items():
        text = "".join(f"{union_id} {counted[union_id]}\n" for union_id in ids)
        state = int.from_bytes(content_digest(text.encode())[:8], "big", signed=True)
        if counted[upper][0] != state:
            parts = store.unions.measures(set(ids).__contains__, upper)
            measure = statistics.combine(parts.values(), store.unions.one(upper), programme)
            store.unions.put_combined(upper, measure, state)
