"""The site as parts: what each depends on, and which files it is made of.

A part is made anew exactly when its fingerprint changed; no part depends on everything but those
that show everything. What pages contain is the business of `pages`; where files go, of `output`.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator import output
from generator.executor import run_in_order, threads
from generator.parts import data, entries, figures, files, lists, notices, photos, pictures, search, tables
from generator.parts.desk import Desk, Draft, File, open_desk
from generator.records import content_digest
from generator.repository import Repository
from generator.store import Store
from generator.store.outputs import Output

_Plan = Callable[[Desk], Iterator[tuple[str, str]]]
_Make = Callable[[Desk, str], Iterator[File]]

SORTS: dict[str, tuple[_Plan, _Make]] = {
    "database": (tables.plan_database, tables.make_database),
    "photo": (photos.plan, photos.make),
    "table": (tables.plan_tables, tables.make_table),
    "files": (files.plan, files.make),
    "whole": (figures.plan_whole, figures.make_whole),
    "upper": (figures.plan_uppers, figures.make_upper),
    "segment": (search.plan_segments, search.make_segment),
    "term": (figures.plan_terms, figures.make_term),
    "union": (entries.plan, entries.make),
    "list": (lists.plan, lists.make),
    "record": (tables.plan_records, tables.make_record),
    "feed": (notices.plan_feeds, notices.make_feed),
    "picture": (pictures.plan, pictures.make),
    "widget": (notices.plan_widgets, notices.make_widgets),
    "address": (notices.plan_addresses, notices.make_addresses),
    "api": (data.plan_api, data.make_api),
    "index": (search.plan_index, search.make_index),
    "data": (data.plan_data, data.make_data),
}
# A large file is named in blocks of so many bytes, by so many threads.
_BLOCK = 1 << 20
_HASHERS = 2
# Parts that use what others keep aside or wrote: they are made last.
_LATE = ("index:", "data:")
# At most one desk, by the name of its build.
_laid_out: dict[str, Desk] = {}
# The same, of the desk that this process made parts at.
_opened: dict[str, Desk] = {}


class Made(NamedTuple):
    """A part that was made: its files by path, the paths that were written, and the seconds it took."""

    part: str
    files: dict[str, Output]
    written: list[str]
    seconds: float


def plan(desk: Desk) -> dict[str, str]:
    """Every part of the site with its fingerprint, the slowest first."""
    return {
        f"{sort}:{name}": fingerprint
        for sort, (planned, _) in SORTS.items()
        for name, fingerprint in planned(desk)
    }


def waves(parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """`parts` in two waves: the second one is made when the first is done."""
    late = [part for part in parts if part.startswith(_LATE)]
    return [part for part in parts if not part.startswith(_LATE)], late


def make(desk: Desk, part: str) -> Iterator[File]:
    """The files of one part."""
    sort, _, name = part.partition(":")
    return SORTS[sort][1](desk, name)


def write_parts(
    root: Path, token: str, store_path: Path, stage: Path, names: Sequence[str], afresh: bool = False
) -> list[Made]:
    """In a worker: make parts and write what differs. Once more, after an interruption, does no harm.

    With `afresh`, as if nothing had been written before, whatever the store knows.
    """
    desk = _desk(root, token, store_path, stage, afresh)
    done = []
    for name in names:
        begun = time.perf_counter()
        before = {} if afresh else desk.store.outputs.of(name)
        made: dict[str, Output] = {}
        written = []
        for path, content in make(desk, name):
            if path in made:
                raise ValueError(f"the part {name} makes {path} twice")
            known, key = before.get(path), None
            if isinstance(content, Draft):
                key = content.key
                if known is not None and known.key == key:
                    made[path] = known
                    continue
                content = content.write()
            made[path] = Output(digest(content), key)
            if known is None or known.digest != made[path].digest:
                if isinstance(content, Path):
                    output.place(stage, path, content)
                else:
                    output.write(stage, path, content)
                written.append(path)
            elif isinstance(content, Path):
                content.unlink()
        done.append(Made(name, made, written, time.perf_counter() - begun))
    return done


def digest(content: bytes | Path) -> bytes:
    """Names contents, large ones by the names of their blocks: of a file, several are found at once."""
    if isinstance(content, bytes):
        starts = range(0, len(content), _BLOCK)
        return _whole(content_digest(content[start : start + _BLOCK]) for start in starts)
    with content.open("rb") as file:
        first = file.read(_BLOCK)
        if len(first) < _BLOCK:
            return content_digest(first)
        blocks = ((block,) for block in chain([first], iter(partial(file.read, _BLOCK), b"")))
        with threads(_HASHERS) as executor:
            return _whole(run_in_order(executor, _HASHERS, content_digest, blocks))


def _whole(digests: Iterable[bytes]) -> bytes:
    found = list(digests)
    return found[0] if len(found) == 1 else content_digest(b"".join(found))


def lay_out(desk: Desk, token: str) -> None:
    """Keep a build's desk for its workers: those forked from here need not open one of their own."""
    _laid_out.clear()
    _laid_out[token] = desk


@contextmanager
def closing_desk() -> Iterator[None]:
    """While parts are made: in the end, the desk at which this process made some is closed."""
    try:
        yield
    finally:
        _put_away()


def _put_away() -> None:
    for desk in _opened.values():
        desk.store.close()
    _opened.clear()
    _laid_out.clear()


def _desk(root: Path, token: str, store_path: Path, stage: Path, afresh: bool) -> Desk:
    """One desk per worker and build; `token` names the build."""
    if token not in _opened:
        found = _laid_out.get(token)
        _put_away()
        # Where the folder is not seen, this says so.
        repository = Repository(root)
        store = Store(store_path, read_only=True)
        if found is not None:
            # What was looked up there already is kept; a connection alone does not survive a fork.
            desk = copy(found)
            desk.__dict__.update(store=store, stage=stage)
        else:
            desk = open_desk(repository, store, stage, afresh)
        _opened[token] = desk
    return _opened[token]
