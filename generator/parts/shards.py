"""A shard: the folder with one share of a site's parts, made on one machine to be merged on another.

    site/             the files of the parts, at their paths in the site
    aside/            what parts keep aside for late ones
    shard.jsonl.gz    which share of which plan it is, then a line for each part: written last

Who is given which part follows from its name alone. Which parts a build needs at all belongs to `parts`.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator import output
from generator.parts import Made, digest, search, waves
from generator.parts.desk import Desk
from generator.problems import Refusal
from generator.records import content_digest, fingerprint
from generator.store.outputs import Output

_LIST = "shard.jsonl.gz"
_SITE, _ASIDE = "site", "aside"
_SEGMENT = "segment:"


@dataclass(frozen=True)
class Share:
    """The share `number` of `of`, counted from one."""

    number: int
    of: int

    def has(self, part: str) -> bool:
        """Whether the part is in this share: all machines agree, whatever other parts there are."""
        return int.from_bytes(content_digest(part.encode())) % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


@dataclass(frozen=True)
class Shard:
    """A shard that was read: its parts, and the digest of what is kept aside, by name."""

    folder: Path
    share: Share
    made: tuple[Made, ...]
    aside: Mapping[str, bytes]

    @property
    def files(self) -> list[tuple[str, bytes]]:
        """Each file in the folder with its digest."""
        site = ((f"{_SITE}/{path}", made.digest) for part in self.made for path, made in part.files.items())
        return [*site, *((f"{_ASIDE}/{name}", found) for name, found in self.aside.items())]

    def unpack(self, desk: Desk, stage: Path) -> None:
        """Share the site's files with the next folder, and keep aside what was."""
        for part in self.made:
            for path in part.files:
                output.share(stage, path, self.folder / _SITE / path)
        for name in self.aside:
            search.keep_encoding(desk, name, (self.folder / _ASIDE / name).read_bytes())


def begin(out: Path) -> Path:
    """An empty folder beside `out`, for the site's files. Raises Refusal where `out` is no shard."""
    if out.exists() and not (out / _LIST).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(
            f"“{out}” đã có nội dung khác nên không ghi đè. Hãy chọn thư mục trống bằng --out.",
            f"“{out}” holds something else and is left alone. Choose an empty folder with --out.",
        )
    stage = output.beside(out.resolve())
    if not (stage / _LIST).is_file():
        # Else it is a shard that a newer one has replaced.
        output.check_beside(stage)
    output.begin(stage)
    (stage / _SITE).mkdir()
    return stage / _SITE


def finish(desk: Desk, out: Path, share: Share, plan: Mapping[str, str], results: Iterable[Made]) -> None:
    """Add what belongs to the files of `results`, then put the new folder in the place of `out`."""
    place = out.resolve()
    stage = output.beside(place)
    (stage / _ASIDE).mkdir()
    lines: list[Any] = [{"shard": share.number, "of": share.of, "plan": _name(plan)}]
    for made in results:
        aside = {}
        if made.part.startswith(_SEGMENT):
            name = plan[made.part]
            output.share(stage / _ASIDE, name, search.encoding(desk, name))
            aside[name] = digest(stage / _ASIDE / name).hex()
        files = {path: (found.digest.hex(), found.key) for path, found in made.files.items()}
        lines.append((made.part, files, aside))
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (stage / _LIST).write_bytes(gzip.compress(text.encode(), mtime=0))
    output.end(stage)
    output.put(stage, place)
    output.discard(stage)


def read(folders: Sequence[Path], plan: Mapping[str, str]) -> list[Shard]:
    """The shards in `folders`, which together are all first parts of `plan`. Raises Refusal where not."""
    first = waves(list(plan))[0]
    found: dict[int, Shard] = {}
    for folder in folders:
        shard = _read(folder, plan)
        share = shard.share
        one = next(iter(found.values()), shard)
        if share.of != one.share.of:
            raise Refusal(
                f"“{folder}” là mảnh {share}, “{one.folder}” lại là mảnh {one.share}: hai bộ chia khác nhau. "
                "Hãy chỉ đúng các mảnh của một lần chia sau --merge.",
                f"“{folder}” is shard {share}, but “{one.folder}” is shard {one.share}: they were divided "
                "differently. Name the shards of one division after --merge.",
            )
        if share.number in found:
            raise Refusal(
                f"“{found[share.number].folder}” và “{folder}” đều là mảnh {share}. "
                "Hãy chỉ mỗi mảnh đúng một lần sau --merge.",
                f"“{found[share.number].folder}” and “{folder}” are both shard {share}. "
                "Name each shard once after --merge.",
            )
        if {made.part for made in shard.made} != {part for part in first if share.has(part)}:
            raise _damaged(folder / _LIST)
        found[share.number] = shard
        number = share.of
    missing = ", ".join(str(Share(n, number)) for n in range(1, number + 1) if n not in found)
    if missing:
        raise Refusal(
            f"Còn thiếu mảnh {missing}. Hãy chỉ đủ mọi mảnh sau --merge.",
            f"Shard {missing} is missing. Name all shards after --merge.",
        )
    return list(found.values())


def check(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """In a worker: raise Refusal where one of the `files` is not in a shard as its list says."""
    for path, expected in files:
        place = folder / path
        try:
            right = not place.is_symlink() and digest(place) == expected
        except OSError:
            right = False
        if not right:
            raise _damaged(place)


def _read(folder: Path, plan: Mapping[str, str]) -> Shard:
    if not (folder / _LIST).is_file():
        raise Refusal(
            f"“{folder}” không phải là một mảnh trang web: không có tệp {_LIST} do lệnh "
            "sangkien build --shard viết. Hãy xem lại đường dẫn sau --merge.",
            f"“{folder}” is no shard of a site: there is no {_LIST} in it, which sangkien build --shard "
            "writes. Check the paths after --merge.",
        )
    try:
        head, *parts = map(json.loads, gzip.decompress((folder / _LIST).read_bytes()).splitlines())
        if head["plan"] == _name(plan):
            made = tuple(_made(name, files) for name, files, _ in parts)
            aside = {_safe(n): bytes.fromhex(d) for _, _, kept in parts for n, d in kept.items()}
            return Shard(folder, Share(head["shard"], head["of"]), made, aside)
    except (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError, AttributeError):
        raise _damaged(folder / _LIST) from None
    raise Refusal(
        f"“{folder}” không được dựng từ cùng một nguồn với danh mục ở đây: khác commit, khác phiên bản "
        "sangkien, hoặc một bên không có đủ lịch sử Git. Hãy dựng mọi mảnh và ghép chúng từ cùng một commit.",
        f"“{folder}” was made from something else than the catalogue here: another commit, another version "
        "of sangkien, or without all of Git's history. Make all shards, and merge them, from one commit.",
    )


def _made(name: str, files: Mapping[str, tuple[str, str | None]]) -> Made:
    found = {_safe(path): Output(bytes.fromhex(known), key) for path, (known, key) in files.items()}
    return Made(name, found, list(found), 0.0)


def _safe(path: str) -> str:
    """A path that does not lead out of its folder. Raises ValueError for others."""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise ValueError(path)
    return path


def _name(plan: Mapping[str, str]) -> str:
    """Names a plan, and with it everything that its parts are made from."""
    return fingerprint(sorted(plan.items()))


def _damaged(path: Path) -> Refusal:
    return Refusal(
        f"Tệp “{path}” của mảnh thiếu hoặc đã hỏng. Hãy lấy lại hoặc dựng lại mảnh đó rồi ghép lại.",
        f"The shard's file “{path}” is missing or damaged. Fetch or make that shard again, then merge.",
    )
