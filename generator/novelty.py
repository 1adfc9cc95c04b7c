"""Novelty over the store: keeps the index of `similarity` up to date, and asks it for one innovation.

Never a verdict: what comes out is shown to people, who decide.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.executor import chunks, run_in_order
from generator.findings import Finding
from generator.inspection import inspect_novelty
from generator.model import UNION_FILE, Innovation
from generator.repository import Repository
from generator.similarity import VERSION, Match, SimilarText, fingerprint, nearest
from generator.store import Store
from generator.survey import Workshop, inspect, reading

# Innovations of one change that are compared with all earlier ones.
MANY = 50
# Earlier innovations that a warning names at most, each in a warning of its own.
_TOLD = 2
_CHUNK = 500


def prepare(shop: Workshop) -> None:
    """Bring the index up to date with what is published: only what changed is read."""
    store = shop.store
    with store.transaction():
        if store.get("likenesses") != str(VERSION):
            store.likenesses.remove(store.likenesses.everything())
            store.put("likenesses", str(VERSION))
        store.likenesses.remove(store.likenesses.gone())
        stale = store.likenesses.stale()
    tasks = ((store.path, ids) for ids in chunks(stale, _CHUNK))
    done = 0
    for keys in run_in_order(shop.executor, shop.jobs, fingerprints, tasks):
        with store.transaction():
            store.likenesses.put(keys)
        done += len(keys)
        shop.progress("likeness", done, len(stale))


def fingerprints(store_path: Path, ids: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """In a worker: the keys of some innovations."""
    with reading(store_path) as store:
        return {text.id: fingerprint(text) for text in store.likenesses.texts(ids)}


def findings(repository: Repository, store: Store, paths: Iterable[str]) -> list[Finding]:
    """The warnings about innovations in `paths` that are close to earlier ones, from the index as it is.

    Files that are no innovations, or have errors, give none; neither do more than `MANY` paths, since a
    change of that size is no submission.
    """
    entries = [path for path in paths if path.endswith(".yml") and not path.endswith(f"/{UNION_FILE}")]
    if len(entries) > MANY or not len(store.likenesses):
        return []
    found = []
    for path in entries:
        file = repository.file(path)
        record = None if file is None else inspect(repository, repository.game, file)
        if record is not None and record.entry is not None:
            innovation = Innovation.from_data(record.entry.id, json.loads(record.entry.data))
            near = nearest(SimilarText.of(innovation), store.likenesses, _TOLD)
            cards = store.cards.of([match.id for match in near])
            titled = [(match, cards[match.id].title) for match in near if match.id in cards]
            found += inspect_novelty(path, titled, repository.read_text)
    return found


def prepared_findings(repository: Repository, paths: Iterable[str]) -> list[Finding]:
    """The same, from an index that was prepared earlier; nothing where there is none."""
    if not Store.is_there(repository.store_path):
        return []
    with reading(repository.store_path) as store:
        return findings(repository, store, paths)


def matches(shop: Workshop, innovation: Innovation, limit: int = 5) -> list[Match]:
    """The earlier innovations nearest to this one, those of its own unit first."""
    return nearest(SimilarText.of(innovation), shop.store.likenesses, limit)
