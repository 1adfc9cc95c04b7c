"""A file made of runs is the same whether its runs are copied or made."""

import random
from collections.abc import Callable
from pathlib import Path

from generator.splice import splice


def runs(contents: dict[str, bytes], made: list[str]) -> list[tuple[str, Callable[[], bytes]]]:
    """The runs of `contents`; the names of those that are asked for go to `made`."""

    def make(name: str) -> bytes:
        made.append(name)
        return contents[name]

    return [(name, lambda name=name: make(name)) for name in contents]  # type: ignore[misc]


def test_runs_are_copied_or_made(tmp_path: Path) -> None:
    chance = random.Random(3)
    earlier, index, new = (tmp_path / name for name in ("earlier", "index", "new"))
    contents: dict[str, bytes] = {}
    for step in range(40):
        known = set(contents)
        kept = [name for name in contents if chance.random() < 0.8]
        fresh = [f"{step}.{number}" for number in range(chance.randrange(4))]
        names = sorted((*kept, *fresh), key=lambda _: chance.random() if step % 3 == 0 else 0)
        contents = {n: contents.get(n) or n.encode() * chance.randrange(1, 9) for n in names}
        made: list[str] = []
        splice(earlier, index, new, runs(contents, made))
        assert new.read_bytes() == b"".join(contents.values())
        assert made == [name for name in contents if name not in known]
        new.replace(earlier)


def test_another_file_is_never_copied_from(tmp_path: Path) -> None:
    earlier, index, new = (tmp_path / name for name in ("earlier", "index", "new"))
    contents = {"a": b"one", "b": b"two"}
    splice(earlier, index, earlier, runs(contents, []))
    earlier.write_bytes(b"something else")
    made: list[str] = []
    splice(earlier, index, new, runs(contents, made))
    assert new.read_bytes() == b"onetwo"
    assert made == ["a", "b"]


def test_whichever_of_two_equal_files_is_kept_is_copied_from(tmp_path: Path) -> None:
    earlier, index, new = (tmp_path / name for name in ("earlier", "index", "new"))
    contents = {"a": b"one", "b": b"two"}
    splice(earlier, index, earlier, runs(contents, []))
    for keep_new in (False, True, False):
        # Whatever became of the index.
        index.unlink(missing_ok=keep_new)
        splice(earlier, index, new, runs(contents, []))
        if keep_new:
            new.replace(earlier)
        else:
            new.unlink()
        made: list[str] = []
        splice(earlier, index, new, runs(contents, made))
        assert made == []


def test_a_run_without_a_name_is_always_made(tmp_path: Path) -> None:
    earlier, index, new = (tmp_path / name for name in ("earlier", "index", "new"))
    for content in (b"1", b"2"):
        splice(earlier, index, new, [("", lambda content=content: content), ("a", lambda: b"same")])  # type: ignore[misc]
        assert new.read_bytes() == content + b"same"
        new.replace(earlier)
