"""A catalogue as a tree in Git: read from the object store, without a file of it on disk.

So a proposal is looked at before anybody has accepted it: in the hooks of a bare repository, in a clone
before a commit, on a forge. By whose rules it is judged is the caller's choice.
"""

from functools import cached_property
from pathlib import Path
from types import TracebackType

from generator.history import Earlier, History
from generator.model import SourceFile
from generator.problems import Refusal
from generator.repository import PROGRAMME, Game, Repository

# More than this is never read: far beyond what any rule allows.
_LIMIT = 8 * 1024 * 1024


class Snapshot(Repository):
    """The tree `tree`, which may be named by a commit; to be used in a `with` block.

    `rules` is the catalogue whose schema/ applies; without it the tree's own does.
    """

    def __init__(self, history: History, tree: str, rules: Repository | None = None) -> None:
        self.root = Path()
        self._history, self._rules = history, rules
        self._files = history.files(tree)
        self._reader = history.reader(_LIMIT)

    def __enter__(self) -> "Snapshot":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reader.__exit__(kind, error, trace)

    def read(self, path: str) -> bytes:
        """The contents of the file at `path`; zeros enough to prove it too large."""
        found = self._files.get(path)
        if found is None or found.mode == "submodule":
            raise FileNotFoundError(path)
        raw = self._reader.read(found)
        return bytes(_LIMIT + 1) if raw is None else raw

    def read_blob(self, file: Earlier) -> bytes:
        """The contents of a file of any tree; nothing of one beyond all limits."""
        return self._reader.read(file) or b""

    def read_text(self, path: str) -> str:
        """The text of the file at `path`; empty where there is no plain file, unreadable bytes replaced."""
        found = self._files.get(path)
        if found is None or found.mode not in ("file", "executable"):
            return ""
        return self.read(path).decode("utf-8", "replace")

    def file(self, path: str) -> SourceFile | None:
        """The file at `path`; None where there is none."""
        found = self._files.get(path)
        return None if found is None else SourceFile(path, self._size(found), found.mode)

    @cached_property
    def game(self) -> Game:
        """The rules of the game. Raises Refusal where they are faulty, or where the tree has none."""
        if self._rules is not None:
            return self._rules.game
        if PROGRAMME not in self._files:
            raise Refusal(
                f"Đây không phải là một danh mục sáng kiến: không có tệp {PROGRAMME}.",
                f"This is not a catalogue: there is no {PROGRAMME}.",
            )
        return super().game

    def _size(self, file: Earlier) -> int:
        if file.mode == "submodule":
            return 0
        raw = self._reader.read(file)
        return int(self._history.run("cat-file", "-s", file.blob)) if raw is None else len(raw)
