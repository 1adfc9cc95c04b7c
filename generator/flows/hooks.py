"""`sangkien hooks`: plain Git, without a forge – check before a commit, check what is pushed, publish.

In a clone the hook `pre-commit` checks what is about to be committed. In a bare repository `pre-receive`
checks every branch that somebody pushes, before it is accepted, by the rules of the main branch, and
`post-receive` publishes the main branch as a site.

Whoever may push decides what is published, so a push that changes more of the main branch than submissions/
– its rules, its templates – is a maintainer's. Git knows nobody: the server says who is one, by setting
SANGKIEN_MAINTAINER=1 for the keys of maintainers.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator import inspection
from generator.findings import Finding, Validation
from generator.history import Change, History
from generator.hooks import HookFolder, alone, command
from generator.model import SUBMISSIONS, SourceFile
from generator.problems import Refusal
from generator.repository import PROGRAMME, Repository
from generator.rules import PERSONAL
from generator.snapshot import Snapshot
from generator.text import Text

# Checks what a change touches in a catalogue.
Check = Callable[[Repository, Change], Validation]

_CLONE = ("pre-commit",)
_BARE = ("pre-receive", "post-receive")
_PUBLIC = "sangkien.public"
_HEADS = "refs/heads/"
# Rules whose errors Git would keep for ever, even where a later commit mends them.
_LASTING = (PERSONAL, "image-metadata")


@dataclass(frozen=True)
class Verdict:
    """What is said of one branch (its name; empty before a commit), and whether it may go on.

    `read` gives the text of a path, for showing lines. `refusals` are reasons that lie in no file, and
    `earlier` what a commit on the way gives away, as (commit, finding), though the last one does not.
    """

    branch: str
    validation: Validation
    read: Callable[[str], str]
    refusals: tuple[Text, ...] = ()
    earlier: tuple[tuple[str, Finding], ...] = ()

    @property
    def accepted(self) -> bool:
        return not (self.validation.errors or self.refusals or self.earlier)


def install(history: History, options: Sequence[str], public: Path | None) -> list[str]:
    """Put the hooks into the clone or the bare repository of `history`; their names.

    `options` are handed on to the program when a hook runs it, `public` is where a bare repository
    publishes its site. Raises Refusal where hooks of others are in the way, and where there is no catalogue:
    everything would be refused.
    """
    bare = _ask(history, "rev-parse", "--is-bare-repository") == "true"
    if not _holds_catalogue(history, bare):
        raise Refusal(
            f"Kho Git này không có {PROGRAMME} ở thư mục gốc của kho, tức không phải là một danh mục: hook "
            "sẽ từ chối mọi thay đổi. Hãy chỉ ra kho chứa danh mục: sangkien hooks install REPO",
            f"There is no {PROGRAMME} at the top of this Git repository: it is no catalogue, and the hooks "
            "would refuse every change. Name the repository of a catalogue: sangkien hooks install REPO",
        )
    names = _BARE if bare else _CLONE
    folder = HookFolder(Path(_ask(history, "rev-parse", "--path-format=absolute", "--git-path", "hooks")))
    if foreign := folder.foreign(names):
        paths = ", ".join(str(path) for path in foreign)
        ours = "; ".join(command([*options, "hooks", "run", path.name]) for path in foreign)
        raise Refusal(
            f"Kho này đã có hook khác ({paths}) nên không ghi đè. Hãy thêm dòng sau vào hook đó: {ours}",
            f"There are other hooks ({paths}), which are left alone. Add this line to them: {ours}",
        )
    if public is not None and not bare:
        raise Refusal(
            "Chỉ kho trần (git init --bare) mới xuất bản trang web; bản sao để làm việc thì bỏ --public.",
            "Only a bare repository (git init --bare) publishes a site; leave out --public in a clone.",
        )
    for name in names:
        folder.write(name, [*options, "hooks", "run", name])
    if bare:
        _configure(history, public)
    return list(names)


def before_commit(history: History, check: Check) -> Iterator[Verdict]:
    """What is staged, against the commit that it will follow."""
    tree = _ask(history, "write-tree")
    base = _commit(history, "HEAD") or _nothing(history)
    with Snapshot(history, tree) as snapshot:
        change = _whole(history.between(base, tree))
        yield Verdict("", check(snapshot, change), snapshot.read_text)


def received(history: History, lines: Sequence[str], maintainer: bool, check: Check) -> Iterator[Verdict]:
    """What is pushed: each branch that moves, against the main branch. `lines` are git's to the hook."""
    main = _ask(history, "symbolic-ref", "HEAD")
    accepted = _commit(history, main)
    for line in lines:
        _, new, ref = line.split(" ", 2)
        if not ref.startswith(_HEADS):
            continue
        if set(new) == {"0"}:
            if ref == main:
                refusal = Text("Không được xóa nhánh chính.", "The main branch must not be deleted.")
                yield Verdict(ref.removeprefix(_HEADS), Validation((), ()), lambda path: "", (refusal,))
            continue
        yield from _pushed(history, new, ref, main, accepted, maintainer, check)


def _pushed(
    history: History, new: str, ref: str, main: str, accepted: str | None, maintainer: bool, check: Check
) -> Iterator[Verdict]:
    base = accepted or _nothing(history)
    if accepted and ref != main:
        base = _ask(history, "merge-base", accepted, new, failing="") or base
    beyond = history.beyond(base, new) if accepted and ref == main and not maintainer else ()
    refusals = (_beyond(beyond),) if beyond else ()
    by_rules_of = accepted if accepted and not (maintainer and ref == main) else new
    with Snapshot(history, by_rules_of) as rules, Snapshot(history, new, rules) as snapshot:
        change = history.between(base, new)
        # Rules that do not apply concern nobody.
        change = _whole(change) if by_rules_of == new else replace(change, rules=False)
        found = check(snapshot, change)
        earlier = tuple(_earlier(history, new, snapshot)) if not found.errors else ()
        yield Verdict(ref.removeprefix(_HEADS), found, snapshot.read_text, refusals, earlier)


@contextmanager
def publishing(history: History, lines: Sequence[str]) -> Iterator[tuple[Path, Path] | None]:
    """The files of the main branch as it is now, and where their site belongs, while nobody else publishes.

    None where there is nothing to publish. The branch is read once it is our turn: when several push at
    once, the last to publish publishes what was accepted last.
    """
    main = _ask(history, "symbolic-ref", "HEAD")
    public = _ask(history, "config", "--type=path", "--get", _PUBLIC, failing="")
    if not public or main not in (line.split(" ", 2)[2] for line in lines):
        yield None
        return
    home = Path(_ask(history, "rev-parse", "--absolute-git-dir"))
    folder = home / "sangkien" / "catalogue"
    with alone(home / "sangkien" / "lock"):
        commit = _commit(history, main)
        if commit is None:
            yield None
            return
        folder.mkdir(parents=True, exist_ok=True)
        index = home / "sangkien" / "index"
        # Left by one that was killed: nobody else is at work here now.
        index.with_name("index.lock").unlink(missing_ok=True)
        history.run(
            "read-tree", "--reset", "-u", commit, GIT_INDEX_FILE=str(index), GIT_WORK_TREE=str(folder)
        )
        yield folder, home / public


def _holds_catalogue(history: History, bare: bool) -> bool:
    """Whether a repository has a catalogue at its top, or may still be given one by the first push."""
    if not bare:
        return (Path(_ask(history, "rev-parse", "--show-toplevel")) / PROGRAMME).is_file()
    head = _commit(history, "HEAD")
    return head is None or bool(_ask(history, "ls-tree", head, PROGRAMME))


def _configure(history: History, public: Path | None) -> None:
    """What the repository refuses by itself: rewriting history, and objects that are no good."""
    for name in ("receive.denyNonFastForwards", "receive.fsckObjects"):
        if not _ask(history, "config", "--get", name, failing=""):
            history.run("config", name, "true")
    if public is not None:
        history.run("config", _PUBLIC, str(public.absolute()))


def _whole(change: Change) -> Change:
    """The change; every file is touched where the rules that apply change as well."""
    return replace(change, touched=change.paths, before={}, rules=False) if change.rules else change


def _earlier(history: History, new: str, snapshot: Snapshot) -> Iterator[tuple[str, Finding]]:
    """Personal data in files that only the commits on the way have."""
    game = snapshot.game
    for file in history.passed_through(new):
        source = SourceFile(file.path)
        raw = snapshot.read_blob(file)
        if source.is_yaml:
            found = inspection.inspect_file(source, raw, game.programme, game.schemas).findings
        else:
            found = tuple(inspection.inspect_image(source, raw, game.programme))
        for finding in found:
            if finding.severity == "error" and finding.rule.startswith(_LASTING):
                found_in = _ask(history, "log", "--reverse", "--format=%h", f"--find-object={file.blob}", new)
                yield found_in.partition("\n")[0], finding


def _beyond(paths: Sequence[str]) -> Text:
    shown = ", ".join(paths[:5]) + (" …" if len(paths) > 5 else "")
    return Text(
        f"Chỉ người phụ trách kho mới được thay đổi ngoài {SUBMISSIONS} trên nhánh chính: {shown}. Hãy đẩy "
        "lên một nhánh khác và nhờ người phụ trách.",
        f"Only maintainers may change anything outside {SUBMISSIONS} on the main branch: {shown}. Push to "
        "another branch and ask a maintainer.",
    )


def _commit(history: History, name: str) -> str | None:
    return _ask(history, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", failing="") or None


def _nothing(history: History) -> str:
    """The empty tree's name, whichever hash the repository has."""
    return _ask(history, "hash-object", "-t", "tree", "--stdin")


def _ask(history: History, *words: str, failing: str | None = None) -> str:
    """Git's answer in one word; `failing` where it has none."""
    try:
        return history.run(*words).decode().strip()
    except Refusal:
        if failing is None:
            raise
        return failing
