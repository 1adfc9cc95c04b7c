"""`sangkien validate --since REV`: every finding about what a change touches, without reading the rest.

Told are the findings of changed files, and those that the change brought to others: a union that entries
live in was deleted, a photo that an entry shows is gone. To know these, rules across files look twice, at
the catalogue as it is and as it was, and what both times is found in untouched files is not told again.
Which files they need to see follows from what they compare; it is said in `_neighbours`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import inspection
from generator.catalogue import Catalogue, EntryFacts
from generator.findings import Finding, Validation
from generator.history import Change, History
from generator.model import SUBMISSIONS, UNION_FILE, Programme, SourceFile, Union
from generator.repository import LITTER, Repository
from generator.text import fold

_UNION_END = f"/{UNION_FILE}"
_IMAGES = "/images/"
_YAML = ".yml"


@dataclass(frozen=True)
class Seen:
    """What a file turned out to be: its findings, and what others may ask of it where it can be used."""

    findings: tuple[Finding, ...] = ()
    entry: EntryFacts | None = None
    union: Union | None = None


def since(
    repository: Repository, history: History, change: Change, everything: Callable[[], Validation]
) -> Validation:
    """Check what `change` touches; with `everything` all files, which a change in schema/ concerns."""
    if change.rules:
        return everything()
    now = _Now(repository)
    touched = sorted(path for path in change.touched if not _is_litter(path))
    own = [finding for path in touched for finding in now.see(path).findings]
    crossing = _crossing(now, _Then(now, history, change), change)
    return Validation(tuple(sorted(own + crossing, key=lambda f: f.order)), tuple(touched))


class _Now:
    """The files as they are."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._seen: dict[str, Seen] = {}

    def see(self, path: str) -> Seen:
        """The file at `path`; nothing where it is gone."""
        if path not in self._seen:
            file = self.repository.file(path)
            read = self.repository.read
            self._seen[path] = Seen() if file is None else _see(self.repository, file, lambda: read(path))
        return self._seen[path]

    def text(self, path: str) -> str:
        """The text of the file at `path`."""
        return self.repository.read_text(path)

    @property
    def programme(self) -> Programme:
        return self.repository.game.programme


class _Then:
    """The files as they were. What did not change is seen as it is now."""

    def __init__(self, now: _Now, history: History, change: Change) -> None:
        self._now, self._history, self._change = now, history, change
        self.programme = now.programme
        self._contents: Mapping[str, bytes] | None = None
        self._seen: dict[str, Seen] = {}

    def see(self, path: str) -> Seen:
        """The file at `path` as it was."""
        earlier = self._change.before.get(path)
        if earlier is None:
            return Seen() if path in self._change.added else self._now.see(path)
        if path not in self._seen:
            raw = self._read(path)
            file = SourceFile(path, len(raw or b""), earlier.mode)
            self._seen[path] = Seen() if raw is None else _see(self._now.repository, file, lambda: raw)
        return self._seen[path]

    def text(self, path: str) -> str:
        """The text of the file at `path` as it was."""
        if path not in self._change.before:
            return self._now.text(path)
        return (self._read(path) or b"").decode("utf-8", "replace")

    def _read(self, path: str) -> bytes | None:
        if self._contents is None:
            limit = int(self.programme.data["limits"]["file_bytes"])
            files = (file for file in self._change.before.values() if file.path.endswith(_YAML))
            self._contents = self._history.read(files, limit)
        return self._contents.get(path)


def _see(repository: Repository, file: SourceFile, read: Callable[[], bytes]) -> Seen:
    game = repository.game
    file, raw = inspection.taken(file, read, game.programme)
    found = inspection.inspect_source(file, raw, game.programme, game.schemas)
    if found.faulty or found.data is None:
        return Seen(found.findings)
    if file.is_union:
        return Seen(found.findings, union=Union.from_data(file.union_id, found.data))
    return Seen(found.findings, entry=EntryFacts.of(found.data))


def _crossing(now: _Now, then: _Then, change: Change) -> list[Finding]:
    """The findings across files that are about changed files, or that were not there before."""
    paths = _region(change)
    before = (paths - change.added) | change.before.keys()
    looked_at = set(_neighbours(now, then, change, paths | before))
    found = _look(now, paths, looked_at)
    if change.touched.issuperset(finding.path for finding in found):
        return found
    known = set(_look(then, before, looked_at))
    return [finding for finding in found if finding.path in change.touched or finding not in known]


def _look(side: _Now | _Then, paths: Iterable[str], looked_at: Iterable[str]) -> list[Finding]:
    """What rules across files find, where there are `paths` and those of `looked_at` are known inside."""
    there = frozenset(path for path in paths if not _is_litter(path))
    seen = {path: side.see(path) for path in sorted(there.intersection(looked_at))}
    unions = {saw.union.id: saw.union for saw in seen.values() if saw.union is not None}
    entries = {path: saw.entry for path, saw in seen.items() if saw.entry is not None}
    catalogue = Catalogue(side.programme, there, unions, entries)
    return inspection.inspect_catalogue(catalogue, side.text)


def _region(change: Change) -> frozenset[str]:
    """The paths now that rules must know of: folders of upper-level unions that changed, and all unions.

    Names that fold alike belong together, since they can collide. Where a union comes or goes, all paths
    matter: other unions may be waiting for it.
    """
    if any(path.endswith(_UNION_END) for path in change.added | change.gone):
        return change.paths
    changed = {_upper(path) for path in change.touched | change.before.keys()}
    alike = {fold(name) for name in changed}
    names = {path.split("/", 2)[1] for path in change.paths}
    heads = tuple(f"{SUBMISSIONS}{name}" for name in names if fold(name) in alike)
    return frozenset(path for path in change.paths if path.startswith(heads) or path.endswith(_UNION_END))


def _neighbours(now: _Now, then: _Then, change: Change, paths: frozenset[str]) -> Iterator[str]:
    """The files, now or then, whose contents rules across files compare with what changed.

    A photo is shown by any entry of its folder. An entry lies within the validity of its unions. Unions
    lead to their successors, and the targets of all upper-level unions make one sum.
    """
    changed = change.touched | change.before.keys()
    yield from changed
    folders = {_folder(path) for path in changed}
    for folder in folders:
        yield folder + _UNION_END
        yield folder.rpartition("/")[0] + _UNION_END
    photos = tuple(folder + _IMAGES for folder in folders)
    whole = {_folder(path) for path in paths if path.startswith(photos)}
    unions = {path for path in changed if path.endswith(_UNION_END)}
    if unions:
        yield from (path for path in paths if path.endswith(_UNION_END) and _matters(now, path))
        moved = {_folder(path) for path in unions if _bounds(now.see(path)) != _bounds(then.see(path))}
        whole |= {
            folder for folder in map(_folder, paths) if folder in moved or folder.rpartition("/")[0] in moved
        }
    if whole:
        yield from (path for path in paths if path.endswith(_YAML) and _folder(path) in whole)


def _matters(now: _Now, path: str) -> bool:
    """Whether the union of this file is compared with others: an upper-level one, or one with a successor."""
    return path.count("/") == 2 or "successor" in now.text(path)


def _bounds(seen: Seen) -> tuple[object, ...]:
    """What of a union decides about its entries, and the words in which that is said."""
    union = seen.union
    if union is None or not (union.valid_from or union.valid_to):
        return ()
    return union.valid_from, union.valid_to, union.short_name, union.successor


def _upper(path: str) -> str:
    return path.removeprefix(SUBMISSIONS).partition("/")[0]


def _folder(path: str) -> str:
    """The folder of the union that a file belongs to."""
    return path.partition(_IMAGES)[0] if _IMAGES in path else path.rpartition("/")[0]


def _is_litter(path: str) -> bool:
    return path.rpartition("/")[2] in LITTER
