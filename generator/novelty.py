"""Novelty over the store: keeps the index of `similarity` up to date, and asks it for one innovation.

Never a verdict: what comes out is shown to people, who decide.
"""

from collections.abc import Sequence
from pathlib import Path

from generator.executor import chunks, run_in_order
from generator.model import Innovation
from generator.similarity import VERSION, Match, SimilarText, fingerprint, nearest
from generator.survey import Workshop, reading

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


def matches(shop: Workshop, innovation: Innovation, limit: int = 5) -> list[Match]:
    """The earlier innovations nearest to this one, those of its own unit first."""
    return nearest(SimilarText.of(innovation), shop.store.likenesses, limit)
