"""The catalogue's history: what changed since a revision, and how files were then. Only here git is run.

Everything is asked of git by NUL-separated output, so that names with spaces, line breaks or letters of any
script come through. What a change means for the checks is the business of the flows.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, Literal

from generator.model import SUBMISSIONS
from generator.problems import Refusal

_SCHEMA = "schema/"
_MODES: Mapping[str, Literal["executable", "symlink", "submodule"]] = {
    "100755": "executable", "120000": "symlink", "160000": "submodule",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """A file as it was: `blob` names its contents."""

    path: str
    blob: str
    mode: Literal["file", "executable", "symlink", "submodule"] = "file"


@dataclass(frozen=True)
class Change:
    """What is different below submissions/ between the commit `base` and the files as they are now.

    Uncommitted and untracked files count as they are. `paths` are all files now, `touched` those of them
    that are new or not as they were, and `before` those of then that are gone or not as they were. A
    renamed file is in both; `renamed` gives its earlier path by its present one. `rules` tells that
    something in schema/ changed, which can concern every file.
    """

    base: str
    paths: frozenset[str]
    touched: frozenset[str]
    before: Mapping[str, Earlier]
    renamed: Mapping[str, str] = field(default_factory=dict)
    rules: bool = False

    @cached_property
    def added(self) -> frozenset[str]:
        """Paths that were not there."""
        return self.touched - self.before.keys()

    @cached_property
    def gone(self) -> frozenset[str]:
        """Paths that are no longer there."""
        return frozenset(self.before.keys() - self.touched)


class History:
    """The git repository that the catalogue in `root` is, or is a part of."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def since(self, revision: str) -> "Comparison":
        """Begin to compare the files with where this branch left `revision`; git works while we go on.

        Raises Refusal where there is no git, no repository, no such revision, or no history in common.
        """
        base = self._merge_base(revision)
        only = ("--", SUBMISSIONS, _SCHEMA)
        raw = ("--raw", "-z", "--no-abbrev", "--no-ext-diff", "--relative", "--ignore-submodules=dirty")
        return Comparison(
            base,
            self._start("diff", *raw, "--find-renames", base, *only),
            self._start("diff", "--cached", *raw, "--no-renames", "--diff-filter=A", base, *only),
            self._start("ls-files", "-z", "--", SUBMISSIONS),
            self._start("ls-files", "-z", "--others", "--exclude-standard", *only),
            self._root,
        )

    def read(self, files: Iterable[Earlier], limit: int) -> dict[str, bytes]:
        """The contents, by path, of files as they were; those of more than `limit` bytes are left out."""
        wanted = [file for file in files if file.mode != "submodule"]
        with tempfile.TemporaryFile() as names:
            names.write("".join(f"{file.blob}\n" for file in wanted).encode())
            names.seek(0)
            process = self._start("cat-file", "--batch", stdin=names)
            assert process.stdout is not None
            contents = list(_batch(process.stdout, limit))
            _finish(process)
        return {file.path: raw for file, raw in zip(wanted, contents, strict=True) if raw is not None}

    def _merge_base(self, revision: str) -> str:
        found = self._start("merge-base", "--end-of-options", revision, "HEAD")
        out, errors = found.communicate()
        if found.returncode == 0:
            return out.decode().split()[0]
        if not self._succeeds("rev-parse", "--git-dir"):
            words = os.fsdecode(errors).strip().partition("\n")[0]
            raise Refusal(
                "Thư mục này không nằm trong kho Git nào dùng được, nên không biết tệp nào đã đổi "
                f"(Git báo: {words}). Hãy chạy trong bản sao lấy bằng git clone, hoặc bỏ --since để kiểm tra "
                "tất cả các tệp.",
                "This folder is in no usable Git repository, so what changed is not known "
                f"(Git says: {words}). Run the command in a clone, or without --since to check every file.",
            )
        if not self._succeeds(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ):
            raise Refusal(
                f"Kho Git này không có mốc “{revision}”. Hãy kiểm tra lại tên nhánh, thẻ hoặc mã commit; nếu "
                "mốc chỉ có ở kho gốc thì lấy về bằng lệnh: git fetch origin",
                f"This Git repository has no revision “{revision}”. Check the name of the branch, tag or "
                "commit; where only the origin has it, fetch it: git fetch origin",
            )
        shallow = self._start("rev-parse", "--is-shallow-repository").communicate()[0].strip() == b"true"
        if shallow:
            raise Refusal(
                "Bản sao này chỉ có phần cuối của lịch sử, nên không tìm được chỗ tách khỏi "
                f"“{revision}”. Hãy lấy đủ lịch sử bằng lệnh: git fetch --unshallow (trong GitHub Actions "
                "ghi fetch-depth: 0, trong GitLab CI ghi GIT_DEPTH: 0)",
                f"This clone holds the end of the history only, so where it left “{revision}” is not known. "
                "Get all of it: git fetch --unshallow (in GitHub Actions fetch-depth: 0, in GitLab CI "
                "GIT_DEPTH: 0)",
            )
        raise Refusal(
            f"Nhánh này và “{revision}” không có lịch sử chung. Hãy chọn mốc khác, ví dụ nhánh chính.",
            f"This branch and “{revision}” have no history in common. Choose another revision, such as the "
            "main branch.",
        )

    def _succeeds(self, *words: str) -> bool:
        process = self._start(*words)
        process.communicate()
        return process.returncode == 0

    def _start(self, *words: str, stdin: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
        command = ["git", "-C", str(self._root), "--no-optional-locks", "--literal-pathspecs", *words]
        try:
            return subprocess.Popen(
                command, stdin=stdin or subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except FileNotFoundError:
            raise Refusal(
                "Máy này chưa có git. Hãy cài git, hoặc bỏ --since để kiểm tra tất cả các tệp.",
                "There is no git on this machine. Install it, or leave out --since to check every file.",
            ) from None


@dataclass
class Comparison:
    """A comparison under way: git at work for each part of it, until the end of the `with` block."""

    base: str
    _diff: subprocess.Popen[bytes]
    _staged: subprocess.Popen[bytes]
    _tracked: subprocess.Popen[bytes]
    _untracked: subprocess.Popen[bytes]
    _root: Path

    def __enter__(self) -> "Comparison":
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._diff, self._staged, self._tracked, self._untracked):
            process.kill()
            process.communicate()

    def result(self) -> Change:
        """The change, once git is done."""
        tracked = _names(_finish(self._tracked))
        differences = list(_differences(_finish(self._diff)))
        # An untracked repository within this one is told with a slash at its end.
        untracked = {name.rstrip("/") for name in _names(_finish(self._untracked))}
        touched = untracked | {new for _, new in differences if new is not None}
        before = {old.path: old for old, _ in differences if old is not None}
        # Staged and then deleted: in git's list, in no commit and not there.
        staged = {new for _, new in _differences(_finish(self._staged)) if new is not None}
        ghosts = {path for path in staged - touched if not os.path.lexists(self._root / path)}
        rules = {path for path in touched | before.keys() if path.startswith(_SCHEMA)}
        paths = touched.union(tracked)
        paths -= (before.keys() - touched) | ghosts | rules
        return Change(
            self.base,
            frozenset(paths),
            frozenset(touched - rules),
            {path: old for path, old in before.items() if path not in rules},
            {new: old.path for old, new in differences if old and new and old.path != new},
            bool(rules),
        )


def _finish(process: subprocess.Popen[bytes]) -> bytes:
    out, errors = process.communicate()
    if process.returncode != 0:
        words = os.fsdecode(errors).strip()
        raise Refusal(f"Git không làm được việc này: {words}", f"Git failed: {words}")
    return out


def _names(out: bytes) -> list[str]:
    return os.fsdecode(out).split("\0")[:-1]


def _differences(out: bytes) -> Iterator[tuple[Earlier | None, str | None]]:
    """Each difference in git's raw format: the file then, and the path now; None where there is none."""
    fields = iter(_names(out))
    for head in fields:
        old_mode, _, old_blob, _, status = head.removeprefix(":").split(" ")
        old = new = next(fields)
        if status[0] in "RC":
            new = next(fields)
        was = Earlier(old, old_blob, _MODES.get(old_mode, "file")) if old_mode != "000000" else None
        if status[0] == "U":
            # In the middle of a merge: another line tells what it was.
            continue
        yield was, (None if status[0] == "D" else new)


def _batch(out: IO[bytes], limit: int) -> Iterator[bytes | None]:
    while head := out.readline().split():
        if head[-1] == b"missing":
            yield None
            continue
        size = int(head[-1])
        if size <= limit:
            yield out.read(size)
        else:
            _skip(out, size)
            yield None
        out.read(1)


def _skip(out: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(out.read(min(size, 1 << 20)))
