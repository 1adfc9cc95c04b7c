"""A repository on GitHub, through its REST API."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from generator.forge.api import Api, Thing
from generator.forge.sticky import Comment

# What a workflow's own token writes as.
_BOT = "github-actions[bot]"


class GitHub:
    """One repository, `owner/name`. Every call raises Refusal where GitHub refuses."""

    sign = "#"

    def __init__(self, api: str, repository: str, token: str) -> None:
        self._api = Api(
            f"{api}/repos/{repository}", token,
            **{"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"},
        )  # fmt: skip

    def proposals(self, owner: str, branch: str) -> Iterator[Thing]:
        """The open pull requests from a branch of an owner's repository."""
        return self._api.all("/pulls", state="open", head=f"{owner}:{branch}")

    def files(self, number: int) -> Iterator[Thing]:
        """The changed files of a pull request; GitHub tells 3,000 at most."""
        return self._api.all(f"/pulls/{number}/files")

    def comments(self, number: int) -> Iterator[Comment]:
        """The comments on a pull request, oldest first."""
        for found in self._api.all(f"/issues/{number}/comments"):
            # The account of somebody who has left GitHub is none.
            is_ours = (found["user"] or {}).get("login") == _BOT
            yield Comment(found["id"], found["body"] or "", is_ours)

    def comment(self, number: int, body: str) -> None:
        """Add a comment."""
        self._api.ask("POST", f"/issues/{number}/comments", {"body": body})

    def change_comment(self, number: int, comment: int, body: str) -> None:
        """Give a comment another text."""
        self._api.ask("PATCH", f"/issues/comments/{comment}", {"body": body})

    def labels(self, number: int) -> set[str]:
        """The names of a pull request's labels."""
        return {label["name"] for label in self._api.all(f"/issues/{number}/labels")}

    def change_labels(self, number: int, added: Sequence[str], removed: Sequence[str]) -> None:
        """Add labels, which GitHub makes where it has none of that name, and take others away."""
        for name in removed:
            self._api.ask("DELETE", f"/issues/{number}/labels/{quote(name, safe='')}")
        if added:
            self._api.ask("POST", f"/issues/{number}/labels", {"labels": list(added)})
