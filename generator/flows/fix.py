"""`sangkien fix`: repairs in people's files what can be repaired without guessing, and tells what cannot.

What a repair is belongs to `repair`. A file that cannot be read at all – no UTF-8, too large, a link, no
YAML of ours – is left as it is, with the reason; what a person must decide is the business of `validate`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import inspection
from generator.executor import chunks
from generator.findings import Finding, Validation
from generator.model import SourceFile
from generator.repair import repair
from generator.repository import Game, Repository
from generator.rules import all_rules
from generator.selection import chosen

# Files a task, as many as make the start of a task small beside its work.
_CHUNK = 250
# What these rules find keeps a file from being read.
_UNREADABLE = ("bytes", "yaml")


Task = tuple[Path, Sequence[SourceFile]]


@dataclass(frozen=True)
class Fixed:
    """The files that were looked at, those that were rewritten, and why others could not be read."""

    files: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()
    left: tuple[Finding, ...] = ()


# Does the tasks somewhere: `run(function, tasks)` gives `function(*task)` for each, in order.
Run = Callable[[Callable[..., Fixed], Iterable[Task]], Iterator[Fixed]]


def fix(repository: Repository, run: Run, paths: Sequence[Path]) -> Fixed:
    """Repair the YAML files of submissions/; with `paths` (files or folders), only those.

    Raises Refusal for a path that is not in submissions/, and where a file cannot be written.
    """
    wanted = chosen(repository, paths) or ["."]
    files = {file.path: file for scanned in repository.scan() if (file := scanned.file).is_yaml}
    picked = [files[path] for path in Validation((), tuple(files)).within(wanted).checked]
    tasks = ((repository.root, chunk) for chunk in chunks(picked, _CHUNK))
    parts = list(run(fix_files, tasks))
    return Fixed(
        tuple(file.path for file in picked),
        tuple(path for part in parts for path in part.rewritten),
        tuple(finding for part in parts for finding in part.left),
    )


def fix_files(root: Path, files: Sequence[SourceFile]) -> Fixed:
    """Repair some files of the catalogue in `root`."""
    repository = Repository(root)
    rewritten, left = [], []
    for file in files:
        text = _text(repository, file)
        if text is not None:
            repaired = repair(text, _order(repository.game, file))
            if repaired != text:
                repository.rewrite(file.path, repaired)
                rewritten.append(file.path)
        left += _unreadable(repository, file)
    return Fixed((), tuple(rewritten), tuple(left))


def _text(repository: Repository, file: SourceFile) -> str | None:
    """What can be repaired."""
    limit = int(repository.game.programme.data["limits"]["file_bytes"])
    if not file.has_contents or file.size > limit:
        return None
    try:
        return repository.read(file.path).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _order(game: Game, file: SourceFile) -> tuple[str, ...]:
    checker = game.schemas.union(file.union_id) if file.is_union else game.schemas.innovation
    return tuple(checker.schema["properties"])


def _unreadable(repository: Repository, file: SourceFile) -> list[Finding]:
    game = repository.game
    file, raw = inspection.taken(file, lambda: repository.read(file.path), game.programme)
    inspected = inspection.inspect_source(file, raw, game.programme, game.schemas)
    rules = all_rules()
    return [
        finding
        for finding in inspected.findings
        if finding.severity == "error"
        and (rules[finding.rule].scope in _UNREADABLE or (raw is None and finding.rule == "plain-files"))
    ]
