"""`sangkien build --shard` and `--merge`: one build, shared out among machines that do not see each other.

Each machine checks and plans everything, but makes its share of the parts alone. Merging takes them, and
makes what needs all others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.executor import InlineExecutor, chunks, is_far, run_in_order
from generator.parts import plan, shards, waves
from generator.parts.desk import open_desk
from generator.parts.shards import Share
from generator.renewal import Built, Renewal, look, make_parts
from generator.survey import Workshop

# Files a task: enough to make its overhead small.
_CHUNK = 250


@dataclass(frozen=True)
class Sharded:
    """What making a shard did: how many of the site's files it has."""

    share: Share
    files: int


def shard(shop: Workshop, share: Share, out: Path, clean: bool = False) -> Sharded:
    """Make one share of the site, into the folder `out`. Raises Refusal where `out` is no shard."""
    shop.stopwatch.lap("start")
    shop.repository.check_apart(out)
    stage = shards.begin(out)
    shop.stopwatch.lap("prepare")
    look(shop, clean)
    desk = open_desk(shop.repository, shop.store, afresh=True)
    parts = plan(desk)
    shop.stopwatch.lap("plan", len(parts))
    own = [part for part in waves(list(parts))[0] if share.has(part)]
    results = list(make_parts(shop, desk, stage, own, afresh=True))
    shards.finish(desk, out, share, parts, results)
    files = sum(len(made.files) for made in results)
    shop.stopwatch.lap("place", files)
    return Sharded(share, files)


def merge(shop: Workshop, folders: Sequence[Path], out: Path, clean: bool = False) -> Built:
    """Make the site in `out` of the shards in `folders`. Raises Refusal where they are not all, and whole."""
    renewal = Renewal(shop, out, afresh=True)
    found = look(shop, clean)
    desk = open_desk(shop.repository, shop.store, afresh=True)
    parts = plan(desk)
    shop.stopwatch.lap("plan", len(parts))
    taken = shards.read(folders, parts)
    # Other machines need not see these folders.
    executor = InlineExecutor() if is_far(shop.executor) else shop.executor
    tasks = ((given.folder, files) for given in taken for files in chunks(given.files, _CHUNK))
    for _ in run_in_order(executor, shop.jobs, shards.check, tasks):
        pass
    shop.stopwatch.lap("take")
    renewal.begin()
    renewal.compare(parts)
    stage = renewal.prepare()
    for given in taken:
        given.unpack(desk, stage)
    shop.stopwatch.lap("take", sum(len(given.files) for given in taken))
    late = make_parts(shop, desk, stage, waves(renewal.stale)[1])
    renewal.finish([*(made for given in taken for made in given.made), *late])
    return renewal.built(found)
