"""The search index alone: `python -m tests.benchmarks.peers.own_search CATALOGUE OUT`.

Makes the same parts in the same way as `sangkien build`, from a store that validation has filled: the entries
are read and checked already, as Pagefind's are rendered already.
"""

import sys
from pathlib import Path
from uuid import uuid4

from generator.executor import chunks, default_jobs, processes, run_in_order
from generator.parts import search, write_parts
from generator.parts.desk import open_desk
from generator.renewal import CHUNK
from generator.repository import Repository
from generator.store import Store


def main(root: Path, out: Path) -> None:
    repository = Repository(root)
    store = Store(repository.store_path)
    desk = open_desk(repository, store)
    segments = [f"segment:{name}" for name, _ in search.plan_segments(desk)]
    index = [f"index:{name}" for name, _ in search.plan_index(desk)]
    token, jobs = uuid4().hex, default_jobs()
    with processes(jobs) as executor:
        for wave in (segments, index):
            tasks = ((repository.root, token, store.path, out, names) for names in chunks(wave, CHUNK))
            for _ in run_in_order(executor, jobs, write_parts, tasks):
                pass
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
