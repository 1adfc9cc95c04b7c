"""The catalogue's history: what changed since a revision, and how files were then. Only here git is run.

Everything is asked of git by NUL-separated output, so that names with spaces, line breaks or letters of any
script come through. What a change means for the checks is the business of the flows.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.history.change import MODES, SCHEMA, Change, Earlier, change_of, read_differences, split_names
from generator.history.contents import Reader, batch
from generator.history.log import FORMAT, Step, read_steps
from generator.model import SUBMISSIONS
from generator.problems import Refusal

__all__ = ["Change", "Comparison", "Earlier", "History", "Reader", "Step"]


class History:
    """The git repository that the catalogue in `root` is, or is a part of."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def since(self, revision: str) -> "Comparison":
        """Begin to compare the files with where this branch left `revision`; git works while we go on.

        Raises Refusal where there is no git, no repository, no such revision, or no history in common.
        """
        only = ("--", SUBMISSIONS, SCHEMA)
        untracked = self._start("ls-files", "-z", "--others", "--exclude-standard", *only)
        try:
            base = self.merge_base(revision)
        except Refusal:
            untracked.kill()
            untracked.communicate()
            raise
        raw = ("--raw", "-z", "--no-abbrev", "--no-ext-diff", "--relative", "--ignore-submodules=dirty")
        return Comparison(
            base,
            self._start("diff", *raw, "--find-renames", base, *only),
            self._start("diff", "--cached", *raw, "--no-renames", "--diff-filter=A", base, *only),
            self._start("ls-files", "-z", "--", SUBMISSIONS),
            untracked,
            self._root,
        )

    def read(self, files: Iterable[Earlier], limit: int) -> dict[str, bytes]:
        """The contents, by path, of files as they were; those of more than `limit` bytes are left out."""
        wanted = [file for file in files if file.mode != "submodule"]
        with _scratch() as names:
            names.write("".join(f"{file.blob}\n" for file in wanted).encode())
            names.seek(0)
            process = self._start("cat-file", "--batch", stdin=names)
            assert process.stdout is not None
            contents = list(batch(process.stdout, limit))
            _finish(process)
        return {file.path: raw for file, raw in zip(wanted, contents, strict=True) if raw is not None}

    def between(self, base: str, head: str) -> Change:
        """What the tree `head` has different from the tree `base`; both may be named by a commit.

        Nothing is asked of files on disk: this also works in a bare repository.
        """
        raw = ("-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff", "--find-renames")
        differences = self.run("diff-tree", *raw, base, head, "--", SUBMISSIONS, SCHEMA)
        there = self.run("ls-tree", "-r", "-z", "--name-only", head, "--", SUBMISSIONS)
        return change_of(base, read_differences(differences), set(split_names(there)), set())

    def beyond(self, base: str, head: str | None = None) -> tuple[str, ...]:
        """The changed paths outside submissions/: in the tree `head`, or in the files on disk."""
        how = ("diff-tree", "-r", base, head) if head else ("diff", "--relative", base)
        names = set(split_names(self.run(*how, "-z", "--name-only", "--no-renames", "--no-ext-diff")))
        if head is None:
            names.update(split_names(self.run("ls-files", "-z", "--others", "--exclude-standard")))
        return tuple(sorted(name for name in names if not name.startswith(SUBMISSIONS)))

    def files(self, tree: str) -> dict[str, Earlier]:
        """Every file of submissions/ and schema/ in a tree, by path."""
        found = {}
        for line in split_names(self.run("ls-tree", "-r", "-z", tree, "--", SUBMISSIONS, SCHEMA)):
            head, _, path = line.partition("\t")
            mode, _, blob = head.split(" ")
            found[path] = Earlier(path, blob, MODES.get(mode, "file"))
        return found

    def passed_through(self, head: str) -> list[Earlier]:
        """Files of submissions/ in new commits up to `head` – on no branch yet – that `head` itself lacks."""
        kept = {file.blob for file in self.files(head).values()}
        listed = self.run("rev-list", "--objects", head, "--not", "--all").split(b"\n")
        named = (os.fsdecode(line).partition(" ") for line in listed)
        return [
            Earlier(path, blob)
            for blob, _, path in named
            if path.startswith(SUBMISSIONS) and "." in path and blob not in kept
        ]

    def reader(self, limit: int) -> Reader:
        """Reads contents one by one, those of at most `limit` bytes; to be used in a `with` block."""
        process = self._start("cat-file", "--batch", stdin=subprocess.PIPE)
        assert process.stdin is not None and process.stdout is not None
        return Reader(process, process.stdin, batch(process.stdout, limit))

    def tip(self) -> str | None:
        """The commit that is checked out; None without git, or where only the end of the history is here."""
        try:
            found = self._start("rev-parse", "--is-shallow-repository", "HEAD^{commit}")
        except Refusal:
            return None
        words = found.communicate()[0].decode().split()
        return words[1] if found.returncode == 0 and words[0] == "false" else None

    def continues(self, base: str, tip: str) -> bool:
        """Whether the line of first parents leads from `tip` back to `base`."""
        found = self._start("rev-list", "--first-parent", "--parents", f"{base}..{tip}")
        lines = found.communicate()[0].splitlines()
        return found.returncode == 0 and bool(lines) and lines[-1].split()[1:2] == [base.encode()]

    def steps(self, base: str | None, tip: str) -> Iterator[Step]:
        """What was done to the files of submissions/ on the line of first parents, the earliest first.

        It begins after the commit `base`, or at the very first.
        """
        process = self._start(
            "-c", "log.showRoot=true", "log", "--reverse", "--first-parent", "-m", "--name-status", "-z",
            "--find-renames=100%", "--relative", "--no-ext-diff", "--no-show-signature", f"--format={FORMAT}",
            f"{base}..{tip}" if base else tip, "--", SUBMISSIONS,
        )  # fmt: skip
        assert process.stdout is not None
        yield from read_steps(process.stdout)
        _finish(process)

    def run(self, *words: str, **environment: str) -> bytes:
        """What git says on standard output. Raises Refusal, with git's own words, where it fails."""
        return _finish(self._start(*words, environment=environment))

    def merge_base(self, revision: str) -> str:
        """The commit where this branch left `revision`. Raises Refusal as `since` does."""
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

    def _start(
        self,
        *words: str,
        stdin: IO[bytes] | int = subprocess.DEVNULL,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        command = ["git", "-C", str(self._root), "--no-optional-locks", "--literal-pathspecs", *words]
        try:
            return subprocess.Popen(
                command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                env={**os.environ, **environment} if environment else None,
            )  # fmt: skip
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
        tracked = split_names(_finish(self._tracked))
        differences = list(read_differences(_finish(self._diff)))
        # An untracked repository within this one is told with a slash at its end.
        untracked = {name.rstrip("/") for name in split_names(_finish(self._untracked))}
        touched = untracked | {new for _, new in differences if new is not None}
        # Staged and then deleted: in git's list, in no commit and not there.
        staged = {new for _, new in read_differences(_finish(self._staged)) if new is not None}
        ghosts = {path for path in staged - touched if not os.path.lexists(self._root / path)}
        return change_of(self.base, differences, set(tracked).difference(ghosts), untracked)


def _scratch() -> IO[bytes]:
    # What it imports takes longer than many a comparison, which needs none.
    from tempfile import TemporaryFile

    return TemporaryFile()


def _finish(process: subprocess.Popen[bytes]) -> bytes:
    out, errors = process.communicate()
    if process.returncode != 0:
        words = os.fsdecode(errors).strip()
        raise Refusal(f"Git không làm được việc này: {words}", f"Git failed: {words}")
    return out
