"""Where a size is measured: its catalogues and the peers' sites, kept so that a second run is quick.

A folder is made anew when what it was made from has changed. Nothing here is measured.
"""

import contextlib
import hashlib
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.flows.demo import run as demo
from generator.repository import tree_digest
from tests.benchmarks.peers import hugo, mkdocs
from tests.benchmarks.peers.catalogue import Catalogue
from tests.harness import ROOT
from tests.histories import commit, git

SEED = 1
# What a catalogue has from this repository, and gets anew each time.
_COPIED = ("site", "schema", "mkdocs.yml")


@dataclass(frozen=True)
class Workplace:
    """The folder `folder` for `size` entries."""

    folder: Path
    size: int

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that is built."""

        def make(target: Path) -> None:
            demo(ROOT, self.size, SEED, target, lambda done, of: None)

        return Catalogue(_with_site(self._kept("catalogue", _demo_digest(), make)))

    @cached_property
    def checked(self) -> Path:
        """The same catalogue under Git, with one entry changed since `main`: it is validated, never built."""

        def make(target: Path) -> None:
            shutil.copytree(self.catalogue.root / "submissions", target / "submissions")
            _with_site(target)
            (target / ".gitignore").write_text(".sangkien/\n", "utf-8")
            git(target, "init", "--quiet", "--initial-branch", "main")
            commit(target)
            git(target, "checkout", "--quiet", "-b", "work")
            self.change(target, "Khay phơi khẩu trang ở cửa phân xưởng")
            commit(target)

        # Git must see no difference in what is no entry: it is all made anew when that changes.
        copied = "".join(tree_digest(ROOT / name) for name in ("site", "schema"))
        return self._kept("checked", f"{_demo_digest()}.{copied}", make)

    @cached_property
    def hugo(self) -> Path:
        return self._kept("hugo", self._peer_digest(), lambda target: hugo.write_site(self.catalogue, target))

    @cached_property
    def mkdocs(self) -> Path:
        return self._kept(
            "mkdocs", self._peer_digest(), lambda target: mkdocs.write_site(self.catalogue, target)
        )

    @cached_property
    def entry(self) -> str:
        """The ID of the entry that is changed: one in the middle."""
        paths = self.catalogue.paths
        path = next(p for p in paths[len(paths) // 2 :] if "confidential:" not in p.read_text("utf-8"))
        return path.with_suffix("").relative_to(self.catalogue.root / "submissions").as_posix()

    def change(self, root: Path, title: str) -> None:
        """Give the entry in the catalogue `root` another title."""
        path = root / "submissions" / f"{self.entry}.yml"
        path.write_text(re.sub(r"\Atitle: .*", f"title: {title}", path.read_text("utf-8")), "utf-8")

    def change_hugo(self, title: str) -> None:
        """Give it the same title for Hugo."""
        path = hugo.entry_file(self.hugo, self.entry)
        path.write_text(hugo.change(path.read_text("utf-8"), title), "utf-8")

    def _kept(self, name: str, digest: str, make: Callable[[Path], None]) -> Path:
        target, stamp = self.folder / name, self.folder / f"{name}.stamp"
        if not stamp.exists() or stamp.read_text("ascii") != digest:
            stamp.unlink(missing_ok=True)
            remove(target)
            self.folder.mkdir(parents=True, exist_ok=True)
            make(target)
            stamp.write_text(digest, "ascii")
        return target

    def _peer_digest(self) -> str:
        assets = tree_digest(ROOT / "site" / "theme" / "assets")
        return f"{_demo_digest()}.{assets}.{tree_digest(Path(hugo.__file__).parent)}"


def remove(folder: Path) -> None:
    """Remove a folder of ours, if it is there."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _with_site(root: Path) -> Path:
    for name in _COPIED:
        if (ROOT / name).is_dir():
            remove(root / name)
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root / name)
    return root


def _demo_digest() -> str:
    """Names what a demonstration catalogue's entries are made from."""
    unions = sorted((ROOT / "submissions").glob("*/union.yml"))
    parts = [tree_digest(ROOT / "generator" / "demo", ".py"), tree_digest(ROOT / "schema")]
    parts += [path.read_text("utf-8") for path in (ROOT / "generator" / "flows" / "demo.py", *unions)]
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
