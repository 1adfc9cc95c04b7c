"""A project on GitLab, through its REST API."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from urllib.parse import quote

from generator.forge.api import Api, Thing
from generator.forge.sticky import Comment


class GitLab:
    """One project, by its number or path. Every call raises Refusal where GitLab refuses."""

    sign = "!"

    def __init__(self, api: str, project: str, token: str) -> None:
        self._api = Api(api, token)
        self._merge_requests = f"/projects/{quote(project, safe='')}/merge_requests"

    def proposals(self, branch: str) -> Iterator[Thing]:
        """The open merge requests into a branch, oldest first."""
        query = {"state": "opened", "target_branch": branch, "order_by": "created_at", "sort": "asc"}
        return self._api.all(self._merge_requests, scope="all", **query)

    def comments(self, number: int) -> Iterator[Comment]:
        """The notes on a merge request, oldest first."""
        for found in self._api.all(
            f"{self._merge_requests}/{number}/notes", order_by="created_at", sort="asc"
        ):
            yield Comment(found["id"], found["body"] or "", found["author"]["id"] == self._own_id)

    def comment(self, number: int, body: str) -> None:
        """Add a note."""
        self._api.ask("POST", f"{self._merge_requests}/{number}/notes", {"body": body})

    def change_comment(self, number: int, comment: int, body: str) -> None:
        """Give a note another text."""
        self._api.ask("PUT", f"{self._merge_requests}/{number}/notes/{comment}", {"body": body})

    def labels(self, number: int) -> set[str]:
        """The names of a merge request's labels."""
        return set(self._api.ask("GET", f"{self._merge_requests}/{number}")["labels"])

    def change_labels(self, number: int, added: Sequence[str], removed: Sequence[str]) -> None:
        """Add labels, which GitLab makes where it has none of that name, and take others away."""
        changes = {"add_labels": ",".join(added), "remove_labels": ",".join(removed)}
        self._api.ask("PUT", f"{self._merge_requests}/{number}", changes)

    @cached_property
    def _own_id(self) -> int:
        """Whom the token belongs to."""
        return int(self._api.ask("GET", "/user")["id"])
