"""The files that another job left behind. What they say is for others to judge."""

import stat
from pathlib import Path


def left_behind(folder: Path, name: str, limit: int) -> str | None:
    """A text that another job left; None unless it is a plain file of UTF-8 of at most `limit` bytes."""
    path = folder / name
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            return None
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
