"""A forge's interface for programs (GitHub's REST API), and the files that another job left behind.

Only what an answer to a pull request takes. What is read from files is hostile until somebody has looked.
"""

import json
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from generator.problems import Refusal

_PAGE = 100
# A pull request of more files is no submission; the forge tells 3,000 at most.
_MOST_PAGES = 30
_SECONDS = 30

Thing = Mapping[str, Any]


class Forge:
    """One repository on a forge. Every call raises Refusal where the forge refuses."""

    def __init__(self, api: str, repository: str, token: str) -> None:
        self._base, self._token = f"{api}/repos/{repository}", token

    def proposals(self, owner: str, branch: str) -> Iterator[Thing]:
        """The open pull requests from a branch of an owner's repository."""
        return self._all("/pulls", state="open", head=f"{owner}:{branch}")

    def files(self, number: int) -> Iterator[Thing]:
        """The changed files of a pull request."""
        return self._all(f"/pulls/{number}/files")

    def comments(self, number: int) -> Iterator[Thing]:
        """The comments on a pull request, oldest first."""
        return self._all(f"/issues/{number}/comments")

    def comment(self, number: int, body: str) -> None:
        """Add a comment."""
        self._ask("POST", f"/issues/{number}/comments", {"body": body})

    def change_comment(self, comment: int, body: str) -> None:
        """Give a comment another text."""
        self._ask("PATCH", f"/issues/comments/{comment}", {"body": body})

    def labels(self, number: int) -> set[str]:
        """The names of a pull request's labels."""
        return {label["name"] for label in self._all(f"/issues/{number}/labels")}

    def add_labels(self, number: int, names: list[str]) -> None:
        """Add labels; the forge makes those that it does not have."""
        self._ask("POST", f"/issues/{number}/labels", {"labels": names})

    def remove_label(self, number: int, name: str) -> None:
        """Take a label away."""
        self._ask("DELETE", f"/issues/{number}/labels/{quote(name, safe='')}")

    def _all(self, path: str, **query: str) -> Iterator[Thing]:
        for page in range(1, _MOST_PAGES + 1):
            found = self._ask("GET", f"{path}?{urlencode({**query, 'per_page': _PAGE, 'page': page})}")
            yield from found
            if len(found) < _PAGE:
                return

    def _ask(self, method: str, path: str, content: Thing | None = None) -> Any:
        request = Request(
            self._base + path,
            method=method,
            data=None if content is None else json.dumps(content).encode(),
            headers={
                "Authorization": f"Bearer {self._token}", "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28", "Content-Type": "application/json",
                "User-Agent": "sangkien",
            },
        )  # fmt: skip
        try:
            with urlopen(request, timeout=_SECONDS) as answer:
                return json.load(answer)
        except HTTPError as error:
            reason = f"{error.code} {error.reason}"
        except URLError as error:
            reason = str(error.reason)
        place = f"{method} {path.partition('?')[0]}"
        raise Refusal(
            f"Máy chủ Git không làm được việc này ({place}: {reason}). Hãy xem quyền của token rồi chạy lại.",
            f"The forge refused ({place}: {reason}). Check what the token may do, and run this again.",
        )


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
