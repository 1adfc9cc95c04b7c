"""`sangkien demo`: a folder with a synthetic catalogue of any size, for the programme at hand."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.demo.catalogue import files
from generator.document import Document, SyntaxProblem
from generator.model import UNION_FILE, Union
from generator.problems import Refusal
from generator.repository import Repository

# What a catalogue consists of besides its contributions; copied as it is.
_COPIED = ("schema", "site", "mkdocs.yml")
_SUBMISSIONS = "submissions"
# Tells that a folder is ours, so that it may be replaced.
_MARKER = ".sangkien-demo"
# How many files are written between two reports of progress.
_PACE = 200


def run(root: Path, count: int, seed: int, out: Path, progress: Callable[[int, int], None]) -> int:
    """Write a catalogue with `count` innovations to `out`; returns how many files submissions/ has got.

    Upper-level unions, schemas, guides and theme are those of the catalogue in `root`. `progress` is told
    how many innovations are written, out of how many. Raises Refusal where `out` holds something else.
    """
    repository = Repository(root)
    programme = repository.game.programme
    found = list(_uppers(repository))
    uppers = [union for union, _ in found]
    _check(repository.root, count, out, uppers)
    _clear(out)
    (out / _MARKER).write_text(f"sangkien demo --count {count} --seed {seed}\n", encoding="utf-8")
    _copy(repository.root, out)
    for union, raw in found:
        _write(out / _SUBMISSIONS / union.id / UNION_FILE, raw)
    written, innovations = len(uppers), 0
    for path, text in files(programme, uppers, count, seed):
        _write(out / path, text.encode())
        written += 1
        innovations += not path.endswith("/" + UNION_FILE)
        if written % _PACE == 0:
            progress(innovations, count)
    progress(innovations, count)
    return written


def _uppers(repository: Repository) -> Iterator[tuple[Union, bytes]]:
    """The upper-level unions whose files can be used, with these files' contents."""
    checker = repository.game.schemas.upper
    for path in sorted((repository.root / _SUBMISSIONS).glob(f"*/{UNION_FILE}")):
        raw = path.read_bytes()
        try:
            data = Document(raw.decode()).data(checker.shape)
        except (SyntaxProblem, UnicodeDecodeError):
            continue
        if checker.accepts(data):
            yield Union.from_data(path.parent.name, data), raw


def _check(root: Path, count: int, out: Path, uppers: list[Union]) -> None:
    if count < 1:
        raise Refusal(
            f"Số sáng kiến phải từ 1 trở lên, không phải {count}. Hãy sửa --count.",
            f"The number of innovations must be 1 or more, not {count}. Change --count.",
        )
    if not uppers:
        raise Refusal(
            f"Danh mục “{root}” chưa có công đoàn cấp trên nào dùng được. "
            f"Hãy thêm một tệp {_SUBMISSIONS}/<công-đoàn>/{UNION_FILE} hợp lệ.",
            f"The catalogue “{root}” has no upper-level union that can be used. "
            f"Add a valid file {_SUBMISSIONS}/<union>/{UNION_FILE}.",
        )
    place = out.resolve()
    sources = [root / name for name in (_SUBMISSIONS, *_COPIED)]
    if root.is_relative_to(place) or any(place.is_relative_to(source) for source in sources):
        raise Refusal(
            f"“{out}” chồng lên chính danh mục nguồn. Hãy chọn một thư mục khác cho --out.",
            f"“{out}” overlaps the source catalogue itself. Choose another folder for --out.",
        )
    if out.exists() and not (out / _MARKER).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(
            f"“{out}” đã có nội dung khác, không phải danh mục thử trước đây. "
            "Hãy chọn một thư mục mới hoặc thư mục trống cho --out.",
            f"“{out}” already holds something else than an earlier demo. "
            "Choose a new or an empty folder for --out.",
        )


def _clear(out: Path) -> None:
    """Remove an earlier demo; what else came to be in its folder stays."""
    out.mkdir(parents=True, exist_ok=True)
    for path in (out / name for name in (_SUBMISSIONS, *_COPIED)):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _copy(root: Path, out: Path) -> None:
    for name in _COPIED:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, out / name)
        elif source.is_file():
            shutil.copyfile(source, out / name)


def _write(path: Path, raw: bytes) -> None:
    # A union's own file is the first of its folder.
    if path.name == UNION_FILE:
        path.parent.mkdir(parents=True)
    path.write_bytes(raw)
