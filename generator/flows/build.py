"""`sangkien build`: from the files to the public folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from generator.chronicle import record
from generator.executor import chunks, is_far, run_in_order
from generator.output import Memory, Publication
from generator.parts import Made, lay_out, plan, waves, write_parts
from generator.parts.desk import open_desk
from generator.survey import Survey, Workshop, survey

# Parts a task at most: enough to make a task's overhead small. With few parts every task is one.
CHUNK = 12
_FEW = 200
_MEMORY = "site"
_OUT = "out"


@dataclass(frozen=True)
class Built:
    """What a build did: how many files the site has, how many were written or removed, what was left out."""

    survey: Survey
    files: int
    written: int
    removed: int
    waiting: int


def build(shop: Workshop, out: Path, clean: bool = False) -> Built:
    """Bring the folder `out` up to date. Raises Refusal where `out` holds something else."""
    store, lap = shop.store, shop.stopwatch.lap
    lap("start")
    if clean:
        with store.transaction():
            store.forget_everything()
            store.put("epoch", "")
    publication = Publication(out, _memory(shop, out))
    lap("prepare")
    found = survey(shop)
    record(shop)
    lap("history")
    desk = open_desk(shop.repository, store)
    parts = plan(desk)
    lap("plan", len(parts))
    afresh = clean or not publication.known
    with store.transaction():
        if afresh:
            # Until it is done, nothing is known of the folder: an interrupted build is begun afresh.
            store.outputs.forget()
            store.put(_MEMORY, Memory().dump())
        known = store.outputs.parts()
        store.put(_OUT, str(publication.out))
    stale = [name for name, value in parts.items() if known.get(name) != value]
    gone = sorted(known.keys() - parts.keys())
    changed: set[str] = set()
    removed: list[str] = []
    if stale or gone or afresh:
        with store.transaction():
            # From here on the next folder is in the making: an interrupted build leaves it unusable.
            store.put(_MEMORY, Memory(_memory(shop, out).public).dump())
        publication.prepare(afresh)
        lap("prepare")
        token = uuid4().hex
        lay_out(desk, token)
        with _readable(shop, token) as store_path, store.transaction():
            replaced: set[str] = set()
            for name in gone:
                replaced.update(store.outputs.of(name))
                store.outputs.remove(name)
            results: list[Made] = []
            for wave in waves(stale):
                doors = shop.repository.root, token, store_path, publication.stage
                tasks = ((*doors, names) for names in chunks(wave, CHUNK if len(wave) > _FEW else 1))
                for result in run_in_order(shop.executor, shop.jobs, write_parts, tasks):
                    for made in result:
                        changed.update(made.written)
                        shop.stopwatch.work(made.part.partition(":")[0], made.seconds)
                    results += result
                    shop.progress("write", len(results), len(stale))
            lap("make", len(results))
            for made in results:
                replaced.update(store.outputs.of(made.part))
                store.outputs.remove(made.part)
            for made in results:
                store.outputs.put(made.part, parts[made.part], made.files)
                replaced.difference_update(made.files)
            removed = sorted(path for path in replaced if not store.outputs.is_there(path))
            publication.remove(removed)
            store.put(_MEMORY, publication.memory((*changed, *removed), afresh).dump())
        lap("store", sum(len(made.files) for made in results))
        publication.commit(afresh)
        lap("place", len(changed) + len(removed))
    waiting = len({f.path for f in found.errors})
    return Built(found, store.outputs.number(), len(changed), len(removed), waiting)


@contextmanager
def _readable(shop: Workshop, token: str) -> Iterator[Path]:
    """The store as workers can read it while it is written to: far away, that takes a copy."""
    if not is_far(shop.executor):
        yield shop.store.path
        return
    for left in shop.repository.state.glob("copy-*.sqlite"):
        left.unlink()
    copy = shop.repository.state / f"copy-{token}.sqlite"
    shop.store.copy(copy)
    try:
        yield copy
    finally:
        copy.unlink()


def _memory(shop: Workshop, out: Path) -> Memory:
    """What is remembered of the folder `out`; nothing where the last build went elsewhere."""
    if shop.store.get(_OUT) != str(out.absolute()):
        return Memory()
    return Memory.load(shop.store.get(_MEMORY))
