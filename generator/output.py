"""The public folder: the only writer of it. A build is prepared beside it and takes its place at once.

Beside `public/` lies `.public.next/`, a tree of hard links to the same files. A build changes only
what differs there, then the two folders trade places in one step, so that a visitor – and an
interrupted build – sees a whole earlier or a whole later site, never a mixture.

The folders that a build makes are its own. What others put beside them, at the top of `public/` (a host's
`CNAME`, a `robots.txt`), stays.
"""

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.problems import Refusal

# Every site that this program wrote has this file: a folder without it is somebody else's.
_HALLMARK = Path("api/v1/statistics.json")
# A folder that is being made has this file, and nobody else's has it.
_MARK = ".sangkien"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@dataclass(frozen=True)
class Memory:
    """What the store remembers of the folders between builds.

    Folders are known by `_identity`. `behind` lists the paths in which the next folder still lags
    behind the public one; where it is None, or there is no `following` folder, that is made anew.
    """

    public: str = ""
    following: str = ""
    behind: tuple[str, ...] | None = None

    def dump(self) -> str:
        """As text for the store."""
        return json.dumps(asdict(self))

    @staticmethod
    def load(text: str | None) -> "Memory":
        """From the store's text; nothing remembered for None."""
        if text is None:
            return Memory()
        data = json.loads(text)
        behind = data["behind"]
        return Memory(data["public"], data["following"], None if behind is None else tuple(behind))


class Publication:
    """One build's way into the folder `out`."""

    def __init__(self, out: Path, memory: Memory) -> None:
        """Look at what is there. Raises Refusal where `out`, or the place beside it, holds something else."""
        self.out = out.resolve()
        self.stage = beside(self.out)
        self._check()
        if (
            memory.public
            and _identity(self.stage) == memory.public
            and _identity(self.out) == memory.following
        ):
            # The last build was interrupted between its last two steps.
            self._place()
        self.known = memory.public != "" and _identity(self.out) == memory.public
        self._memory = memory

    def _check(self) -> None:
        if not _identity(self.out) and not _is_free(self.out):
            raise Refusal(
                f"“{self.out}” đã có nội dung khác nên không ghi đè. Hãy chọn thư mục trống bằng --out.",
                f"“{self.out}” holds something else and is left alone. Choose an empty folder with --out.",
            )
        if os.path.lexists(self.out / ".git"):
            raise Refusal(
                f"“{self.out}” là một kho Git, mà mỗi lần dựng thay cả thư mục. "
                "Hãy dựng vào một thư mục khác bằng --out, rồi chép sang kho.",
                f"“{self.out}” is a Git repository, and each build replaces the whole folder. "
                "Build into another folder with --out, and copy it into the repository.",
            )
        check_beside(self.stage)

    def prepare(self, afresh: bool) -> None:
        """Make the next folder ready: empty for a build from scratch, else the same as the public one."""
        behind = self._memory.behind
        usable = self._memory.following != "" and _identity(self.stage) == self._memory.following
        if afresh or not usable or behind is None:
            begin(self.stage)
            if not afresh:
                _link_tree(self.out, self.stage)
            return
        # While files are replaced, even that by which a site is known may be missing.
        (self.stage / _MARK).touch()
        for path in behind:
            target, source = self.stage / path, self.out / path
            target.unlink(missing_ok=True)
            if source.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                os.link(source, target)

    def remove(self, paths: Iterable[str]) -> None:
        """Take files that nothing claims any more out of the next folder."""
        for path in paths:
            target = self.stage / path
            target.unlink(missing_ok=True)
            for folder in target.parents:
                if folder == self.stage or any(folder.iterdir()):
                    break
                folder.rmdir()

    def keep(self, own: Collection[str]) -> None:
        """Let the next folder have what others put at the top of the public one, beside what builds make.

        `own` are the names there that the site has now.
        """
        ours = {*own, _MARK}
        for path in [path for path in self.stage.iterdir() if path.name not in ours]:
            _remove(path)
        there = self.out.iterdir() if self.out.is_dir() else ()
        for source in [path for path in there if path.name not in ours]:
            target = self.stage / source.name
            if source.is_dir() and not source.is_symlink():
                _link_tree(source, target)
            else:
                os.link(source, target, follow_symlinks=False)

    def memory(self, changed: Iterable[str], afresh: bool) -> Memory:
        """What to remember before `commit` runs; after a build from scratch, `follow` tells what then."""
        behind = None if afresh else tuple(sorted(changed))
        return Memory(_identity(self.stage), _identity(self.out), behind)

    def commit(self) -> None:
        """Put the next folder in the public one's place."""
        self._place()

    def follow(self) -> Memory:
        """After a build from scratch: make the next folder anew, so that a change need not wait for it.

        Returns what to remember from then on.
        """
        begin(self.stage)
        _link_tree(self.out, self.stage)
        end(self.stage)
        return Memory(_identity(self.out), _identity(self.stage), ())

    def _place(self) -> None:
        end(self.stage)
        put(self.stage, self.out)


def write(stage: Path, path: str, content: bytes) -> None:
    """Write one file of the next folder; never into a file that the public folder shares."""
    target = stage / path
    try:
        file = open(target, "xb")  # noqa: PTH123, SIM115 – the fast way, many thousand times
    except FileExistsError:
        target.unlink()
        file = open(target, "xb")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = open(target, "xb")  # noqa: PTH123, SIM115
    with file:
        file.write(content)


def place(stage: Path, path: str, source: Path) -> None:
    """Move a finished file to its place in the next folder."""
    target = stage / path
    target.parent.mkdir(parents=True, exist_ok=True)
    # Where moving means copying, the copy must not go into a file that the public folder shares.
    target.unlink(missing_ok=True)
    shutil.move(source, target)


def share(stage: Path, path: str, source: Path) -> None:
    """Let the next folder have a finished file that stays where it is as well: by a link, or else a copy."""
    target = stage / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        # On another disk, or one that has no links.
        shutil.copyfile(source, target)


def beside(out: Path) -> Path:
    """Where the folder that will take the place of `out` is made."""
    return out.parent / f".{out.name}.next"


def check_beside(stage: Path) -> None:
    """Raise Refusal where `stage` is there and was not made by this program."""
    if not (_identity(stage) or (stage / _MARK).is_file() or _is_free(stage)) or stage.is_symlink():
        raise Refusal(
            f"“{stage}” đã có nội dung khác, mà đó là chỗ dựng trang mới. Hãy chuyển nội dung ấy đi.",
            f"“{stage}” holds something else, and it is where the new site is made. Move that away.",
        )


def begin(stage: Path) -> None:
    """Make the folder `stage` anew, empty but for a mark: what an interruption leaves is known as ours."""
    stage.mkdir(parents=True, exist_ok=True)
    (stage / _MARK).touch()
    for path in list(stage.iterdir()):
        if path.name != _MARK:
            _remove(path)


def end(stage: Path) -> None:
    """Take the mark away: the folder is whole."""
    (stage / _MARK).unlink(missing_ok=True)


def put(stage: Path, out: Path) -> None:
    """Put a folder in the place of `out`; what was there takes its place."""
    if out.exists():
        _trade_places(stage, out)
    else:
        stage.rename(out)


def discard(stage: Path) -> None:
    """Remove a folder of ours, if it is there."""
    if stage.exists():
        begin(stage)
        shutil.rmtree(stage)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _is_free(folder: Path) -> bool:
    """Whether there is nothing, or an empty folder."""
    return not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir()))


def _identity(folder: Path) -> str:
    """Tells a folder from any other, also from one made later in its place; empty where it is no site."""
    try:
        place, file = folder.stat(), (folder / _HALLMARK).stat()
    except OSError:
        return ""
    return f"{place.st_ino}.{file.st_ino}.{file.st_mtime_ns}"


def _link_tree(source: Path, target: Path) -> None:
    shutil.copytree(source, target, symlinks=True, copy_function=os.link, dirs_exist_ok=True)


def _trade_places(one: Path, other: Path) -> None:
    """Exchange two folders in one step where the system can, else in three."""
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        arguments = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        if library.renameat2(*arguments) == 0:
            return
    if sys.platform == "darwin" and library.renamex_np(os.fsencode(one), os.fsencode(other), 2) == 0:
        return
    aside = one.parent / f"{one.name}.aside"
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
