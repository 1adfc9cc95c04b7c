"""Bringing the public folder up to date, step by step: what is stale, made, recorded, and put in place.

The steps that flows have in common. Which of them a flow takes, and whether parts are made or come finished
from elsewhere, it decides itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from uuid import uuid4

from generator.chronicle import record
from generator.executor import chunks, is_far, renew, run_in_order
from generator.output import Memory, Publication
from generator.parts import Made, closing_desk, lay_out, waves, write_parts
from generator.parts.desk import Desk
from generator.survey import Survey, Workshop, survey

# Parts a task at most: enough to make a task's overhead small. With few parts every task is one.
CHUNK = 12
_FEW = 200
# Parts that are recorded at once.
_BATCH = 60
_MEMORY = "site"
_OUT = "out"


@dataclass(frozen=True)
class Built:
    """What a build did: how many files the site has, how many were written or removed, what was left out.

    `faulty` counts the files with errors, `waiting` the innovations that are not published for them.
    """

    survey: Survey
    files: int
    written: int
    removed: int
    faulty: int
    waiting: int


def look(shop: Workshop, clean: bool = False) -> Survey:
    """Bring the store up to date with the files and the commits; with `clean`, read all of them anew."""
    if clean:
        with shop.store.transaction():
            shop.store.put("epoch", "")
    found = survey(shop)
    record(shop)
    shop.stopwatch.lap("history")
    return found


def make_parts(
    shop: Workshop, desk: Desk, stage: Path, names: Sequence[str], afresh: bool = False
) -> Iterator[Made]:
    """Make parts into the folder `stage`, the late ones last; with `afresh`, as if there had been no site."""
    token = uuid4().hex
    lay_out(desk, token)
    number = 0
    with _readable(shop, token) as store_path, closing_desk():
        for wave in waves(names):
            if not number or number > _FEW:
                # Workers that start from here on find the desk laid out, and nothing of earlier work.
                renew(shop.executor)
            doors = shop.repository.root, token, store_path, stage
            tasks = ((*doors, few, afresh) for few in chunks(wave, CHUNK if len(wave) > _FEW else 1))
            for made in run_in_order(shop.executor, shop.jobs, write_parts, tasks):
                for part in made:
                    shop.stopwatch.work(part.part.partition(":")[0], part.seconds)
                number += len(made)
                shop.progress("write", number, len(names))
                yield from made
    shop.stopwatch.lap("make", number)


class Renewal:
    """One renewal of a public folder: `begin`, `compare` and, where it is `needed`, `prepare`, `finish`."""

    def __init__(self, shop: Workshop, out: Path, afresh: bool = False) -> None:
        """Look at what is in `out`. Raises Refusal where it is something else.

        With `afresh`, and where what is there is not known, the site is made from nothing.
        """
        shop.stopwatch.lap("start")
        shop.repository.check_apart(out)
        self._store, self._stopwatch = shop.store, shop.stopwatch
        self._publication = Publication(out, self._memory(out))
        self._afresh = afresh or not self._publication.known
        self._parts: Mapping[str, str] = {}
        self._gone: list[str] = []
        self.stale: list[str] = []
        self._written = self._removed = 0
        shop.stopwatch.lap("prepare")

    def begin(self) -> None:
        """Forget what no longer holds. Plans for a site that is made from nothing come after this."""
        with self._store.transaction():
            if self._afresh:
                # Until it is done, nothing is known of the folder: an interrupted build is begun afresh.
                self._store.outputs.forget()
                self._store.sketches.begin_anew()
                self._store.put(_MEMORY, Memory().dump())
            self._store.put(_OUT, str(self._publication.out))

    def compare(self, parts: Mapping[str, str]) -> None:
        """Find out which of all parts are stale, and which are no more."""
        known = self._store.outputs.parts()
        self._parts = parts
        self.stale = [name for name, value in parts.items() if known.get(name) != value]
        self._gone = sorted(known.keys() - parts.keys())

    @property
    def needed(self) -> bool:
        """Whether anything is to be done."""
        return bool(self.stale or self._gone or self._afresh)

    def prepare(self) -> Path:
        """Make the next folder ready: there the stale parts go."""
        with self._store.transaction():
            # From here on the next folder is in the making: an interrupted build leaves it unusable.
            known = self._memory(self._publication.out).public
            self._store.put(_MEMORY, Memory(known).dump())
        self._publication.prepare(self._afresh)
        self._stopwatch.lap("prepare")
        return self._publication.stage

    def finish(self, results: Iterable[Made]) -> None:
        """Record what was made of the stale parts, and put the next folder in the public one's place."""
        made = self._add(results) if self._afresh else self._replace(list(results))
        self._stopwatch.lap("store", made)
        self._publication.commit()
        if self._afresh:
            memory = self._publication.follow()
            with self._store.transaction():
                self._store.put(_MEMORY, memory.dump())
        self._stopwatch.lap("place", self._written + self._removed)

    def _add(self, results: Iterable[Made]) -> int:
        """Record parts as they come, as there are many; how many files they have."""
        files, source = 0, iter(results)
        while few := list(islice(source, _BATCH)):
            with self._store.transaction():
                for made in few:
                    self._store.outputs.put(made.part, self._parts[made.part], made.files)
            files += sum(len(made.files) for made in few)
        with self._store.transaction():
            self._publication.keep(self._store.outputs.tops())
            self._store.put(_MEMORY, self._publication.memory((), afresh=True).dump())
        self._written = files
        return files

    def _replace(self, results: Sequence[Made]) -> int:
        """Record parts in place of what they were, and remove what they no longer have; how many files."""
        outputs = self._store.outputs
        changed = {path for made in results for path in made.written}
        with self._store.transaction():
            replaced: set[str] = set()
            for name in (*self._gone, *(made.part for made in results)):
                replaced.update(outputs.of(name))
                outputs.remove(name)
            for made in results:
                outputs.put(made.part, self._parts[made.part], made.files)
                replaced.difference_update(made.files)
            removed = sorted(path for path in replaced if not outputs.is_there(path))
            self._publication.remove(removed)
            self._publication.keep(outputs.tops())
            memory = self._publication.memory((*changed, *removed), afresh=False)
            self._store.put(_MEMORY, memory.dump())
        self._written, self._removed = len(changed), len(removed)
        return sum(len(made.files) for made in results)

    def built(self, found: Survey) -> Built:
        """What was done."""
        faulty = {finding.path for finding in found.errors}
        files, waiting = self._store.outputs.number(), self._store.cards.waiting(faulty)
        return Built(found, files, self._written, self._removed, len(faulty), waiting)

    def _memory(self, out: Path) -> Memory:
        """What is remembered of the folder `out`; nothing where the last build went elsewhere."""
        if self._store.get(_OUT) != str(out.resolve()):
            return Memory()
        return Memory.load(self._store.get(_MEMORY))


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
