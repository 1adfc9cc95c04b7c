"""A catalogue's folder on disk: which files there are, what they contain, and the rules of the game.

The only reader of the catalogue's files. What contents mean is decided elsewhere.
"""

import json
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from generator import inspection
from generator.model import Mode, Programme, SourceFile
from generator.problems import Refusal
from generator.schema import Checker, Schema, Schemas, load

PROGRAMME = "schema/programme.yml"
# The folders of a catalogue that people write in.
_CONTENT = ("submissions", "schema", "site")
_STATE = ".sangkien"
# What somebody is still writing: it stays on their own computer.
DRAFT = f"{_STATE}/draft.json"
# Left behind by desktops and editors, and never anybody's contribution.
LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".directory", ".gitkeep"))


class ScannedFile(NamedTuple):
    """A file as a scan saw it: a tuple, as there are so many. Same `signature`, same contents."""

    path: str
    size: int
    mode: Mode
    signature: str
    modified_ns: int

    @property
    def file(self) -> SourceFile:
        return SourceFile(self.path, self.size, self.mode)


@dataclass(frozen=True)
class Game:
    """The rules of the game: the programme and the effective schemas. `digest` names their contents."""

    programme: Programme
    schemas: Schemas
    digest: str


class Repository:
    """The catalogue in `root`: a folder with submissions/, schema/, site/ and mkdocs.yml."""

    def __init__(self, root: Path) -> None:
        """Raises Refusal where `root` is no catalogue."""
        self.root = root.resolve()
        if not (self.root / PROGRAMME).is_file():
            raise Refusal(
                f"“{root}” không phải là một danh mục sáng kiến: không có tệp {PROGRAMME}. "
                "Hãy chạy lệnh trong thư mục của danh mục, hoặc chỉ ra bằng --root.",
                f"“{root}” is not a catalogue: there is no {PROGRAMME}. "
                "Run the command in the catalogue's folder, or name it with --root.",
            )

    @property
    def state(self) -> Path:
        """Where what can be computed again is kept, and the draft."""
        return self.root / _STATE

    @property
    def store_path(self) -> Path:
        return self.state / "store.sqlite"

    @property
    def theme(self) -> Path:
        return self.root / "site" / "theme"

    @property
    def guides(self) -> Path:
        return self.root / "site" / "content"

    def inside(self, path: Path) -> str:
        """A path that the user named, as the catalogue has it. Raises Refusal where there is none."""
        for full in (Path.cwd() / path, self.root / path):
            if full.exists() and full.resolve().is_relative_to(self.root):
                return full.resolve().relative_to(self.root).as_posix()
        raise Refusal(
            f"Không có “{path}” trong danh mục. Hãy kiểm tra lại đường dẫn.",
            f"There is no “{path}” in the catalogue. Check the path.",
        )

    def check_apart(self, out: Path) -> None:
        """Raise Refusal where what is made in `out` would be taken for the catalogue's own content."""
        if any(out.resolve().is_relative_to(self.root / name) for name in _CONTENT):
            raise Refusal(
                f"“{out}” nằm trong phần nội dung của danh mục. Hãy chọn một thư mục khác bằng --out.",
                f"“{out}” lies within the catalogue's own content. Choose another folder with --out.",
            )

    def read(self, path: str) -> bytes:
        """The contents of the file at `path`, relative to the root."""
        return (self.root / path).read_bytes()

    def read_text(self, path: str) -> str:
        """The text of the file at `path`; empty where there is no plain file, unreadable bytes replaced."""
        try:
            if not stat.S_ISREG((self.root / path).lstat().st_mode):
                return ""
            return self.read(path).decode("utf-8", "replace")
        except OSError:
            return ""

    def write_text(self, path: str, text: str) -> None:
        """Write the file at `path`, whole or not at all."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.new")
        temporary.write_text(text, "utf-8")
        temporary.replace(target)

    def remove(self, path: str) -> None:
        """Remove the file at `path` where there is one."""
        (self.root / path).unlink(missing_ok=True)

    def rewrite(self, path: str, text: str) -> None:
        """Put `text` into the file at `path`, whole or not at all; who may read and run it stays as it is.

        Raises Refusal where the file cannot be written.
        """
        from tempfile import NamedTemporaryFile

        target = self.root / path
        temporary = None
        try:
            # A name that nobody can foresee, and so have led elsewhere by a link.
            with NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as file:
                temporary = Path(file.name)
                file.write(text.encode())
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        except OSError as error:
            raise Refusal(
                f"Không ghi được tệp {path} ({error.strerror}). Hãy kiểm tra quyền ghi và chỗ trống đĩa.",
                f"{path} cannot be written ({error.strerror}). Check the permissions and the free space.",
            ) from None
        finally:
            # It is still there where something failed, or somebody pressed Ctrl-C.
            if temporary is not None:
                temporary.unlink(missing_ok=True)

    def scan(self) -> list[ScannedFile]:
        """Every file below submissions/, in the order of their paths.

        Bytes of a name that are no text stand in a path as `\\xff`. Raises Refusal where submissions/ is no
        folder.
        """
        found: list[ScannedFile] = []
        if os.path.lexists(self.root / "submissions") and not (self.root / "submissions").is_dir():
            raise Refusal(
                f"“{self.root / 'submissions'}” không phải là một thư mục. Hãy lấy lại thư mục này từ Git.",
                f"“{self.root / 'submissions'}” is no folder. Restore that folder from Git.",
            )
        _walk(str(self.root / "submissions"), "submissions/", found)
        found.sort(key=itemgetter(0))
        return found

    def file(self, path: str) -> SourceFile | None:
        """The file at `path` as a scan sees it; None where there is none."""
        full = self.root / path
        try:
            status = full.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return SourceFile(path, 0, "submodule") if stat.S_ISDIR(status.st_mode) else _source(path, status)

    def schema(self, name: str) -> Schema:
        """The file schema/<name>.schema.json. Raises Refusal where it is missing or is no schema."""
        path = f"schema/{name}.schema.json"
        try:
            return load(name, self.read(path))
        except FileNotFoundError:
            raise Refusal(
                f"Thiếu tệp {path}. Hãy lấy lại tệp này từ kho gốc.",
                f"There is no {path}. Restore it from the original repository.",
            ) from None
        except (OSError, ValueError) as error:
            reason = str(error).partition("\n")[0]
            raise Refusal(
                f"{path} không phải là JSON Schema dùng được ({reason}). Hãy lấy lại tệp này từ kho gốc.",
                f"{path} is no usable JSON Schema ({reason}). Restore it from the original repository.",
            ) from None

    @cached_property
    def game(self) -> Game:
        """The programme and its effective schemas. Raises Refusal where schema/programme.yml is faulty."""
        raw = self.read(PROGRAMME)
        schemas = {name: self.schema(name) for name in ("innovation", "union", "programme")}
        data, findings = inspection.inspect_programme(PROGRAMME, raw, Checker(schemas["programme"]))
        if data is None:
            lines = [f"{f.path}:{f.line}:{f.column}: " for f in findings]
            raise Refusal(
                "\n".join(at + f"{f.message.vi} {f.hint.vi}" for at, f in zip(lines, findings, strict=True)),
                "\n".join(at + f"{f.message.en} {f.hint.en}" for at, f in zip(lines, findings, strict=True)),
            )
        programme = Programme.from_data(data)
        digest = blake2b(raw, digest_size=16)
        for name in sorted(schemas):
            digest.update(json.dumps(schemas[name]).encode())
        made = Schemas.of(schemas["innovation"], schemas["union"], programme)
        return Game(programme, made, digest.hexdigest())


def code_digest() -> str:
    """Names the generator's own source: what was computed by other code is computed again."""
    return tree_digest(Path(__file__).parent, ".py")


def tree_digest(folder: Path, suffix: str = "") -> str:
    """Names the contents of every file below `folder` that ends with `suffix`."""
    digest = blake2b(digest_size=16)
    for path in sorted(folder.rglob(f"*{suffix}")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _source(path: str, status: os.stat_result) -> SourceFile:
    return SourceFile(path, status.st_size, _mode(status.st_mode))


def _mode(mode: int) -> Mode:
    if stat.S_ISLNK(mode):
        return "symlink"
    if not stat.S_ISREG(mode):
        return "special"
    return "executable" if mode & stat.S_IXUSR else "file"


def _walk(folder: str, prefix: str, found: list[ScannedFile]) -> None:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except PermissionError:
        found.append(ScannedFile(prefix.rstrip("/"), 0, "unreadable", "unreadable", 0))
        return
    for entry in entries:
        name = entry.name
        if name in LITTER:
            continue
        if not name.isascii():
            name = os.fsencode(name).decode("utf-8", "backslashreplace")
        path = prefix + name
        if entry.is_dir(follow_symlinks=False):
            if os.path.lexists(f"{entry.path}/.git"):
                found.append(ScannedFile(path, 0, "submodule", "submodule", 0))
            else:
                _walk(entry.path, path + "/", found)
            continue
        status = entry.stat(follow_symlinks=False)
        modified, changed, size, mode = (
            status.st_mtime_ns, status.st_ctime_ns, status.st_size, _mode(status.st_mode),
        )  # fmt: skip
        signature = f"{modified}.{changed}.{size}.{status.st_ino}.{mode}"
        found.append(ScannedFile(path, size, mode, signature, max(modified, changed)))
