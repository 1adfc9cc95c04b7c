"""What of a catalogue the user chose to look at, by naming files and folders."""

from collections.abc import Iterable
from pathlib import Path

from generator.model import SUBMISSIONS
from generator.problems import Refusal
from generator.repository import Repository


def chosen(repository: Repository, paths: Iterable[Path]) -> list[str]:
    """The files and folders that `paths` name, as the catalogue has them; `.` is all of it.

    Raises Refusal for a path that is not in the catalogue. Neither is one taken outside submissions/, even
    among others: nothing there is looked at, which would pass for a check without errors.
    """
    found = []
    for path in paths:
        inside = repository.inside(path)
        if inside != "." and not f"{inside}/".startswith(SUBMISSIONS):
            raise Refusal(
                f"“{path}” nằm ngoài {SUBMISSIONS} nên lệnh này không xem tới. Hãy chỉ ra tệp hoặc thư mục "
                f"trong {SUBMISSIONS}, hoặc bỏ trống để xem tất cả.",
                f"“{path}” lies outside {SUBMISSIONS}, where this command looks at nothing. Name files or "
                f"folders in {SUBMISSIONS}, or none for all of them.",
            )
        found.append(inside)
    return found
