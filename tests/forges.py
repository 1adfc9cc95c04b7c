"""Small forges for tests: what answers to proposals take of GitHub's and GitLab's REST, over HTTP."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

REPOSITORY = "cong-doan/sang-kien"
TOKEN = "t0ken"
BOT = "github-actions[bot]"
# The user of the project's access token.
PROJECT_BOT = 900


@dataclass
class Forge:
    """What the forge holds of one repository."""

    url: str = ""
    proposals: list[dict[str, Any]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def propose(
        self, number: int, sha: str, owner: str = "an", branch: str = "work", base: str = "main"
    ) -> None:
        """Open a pull request."""
        head = {"sha": sha, "ref": branch, "label": f"{owner}:{branch}"}
        self.proposals.append({"number": number, "state": "open", "head": head, "base": {"ref": base}})

    def event(
        self, sha: str, owner: str = "an", branch: str = "work", event: str = "pull_request"
    ) -> dict[str, Any]:
        """What a workflow is told that runs after another one."""
        run = {
            "event": event, "head_sha": sha, "head_branch": branch,
            "head_repository": {"owner": {"login": owner}}, "pull_requests": [],
        }  # fmt: skip
        return {"workflow_run": run, "repository": {"default_branch": "main"}}

    def answer(self, method: str, path: str, query: dict[str, str], content: Any) -> Any:
        """The answer to a request; None where there is no such thing."""
        parts = path.removeprefix(f"/repos/{REPOSITORY}/").split("/")
        if method != "GET":
            self.written.append(f"{method} {path}")
        match method, parts:
            case "GET", ["pulls"]:
                found = [p for p in self.proposals if p["state"] == query["state"]]
                return [p for p in found if p["head"]["label"] == query["head"]]
            case "GET", ["pulls", _, "files"]:
                return self.files
            case "GET", ["issues", _, "comments"]:
                return self.comments
            case "POST", ["issues", _, "comments"]:
                self.comments.append({"id": len(self.comments), "user": {"login": BOT}, **content})
                return self.comments[-1]
            case "PATCH", ["issues", "comments", number]:
                self.comments[int(number)].update(content)
                return self.comments[int(number)]
            case "GET", ["issues", _, "labels"]:
                return [{"name": name} for name in self.labels]
            case "POST", ["issues", _, "labels"]:
                self.labels += content["labels"]
                return []
            case "DELETE", ["issues", _, "labels", name]:
                self.labels.remove(unquote(name))
                return []
        return None


@dataclass
class Project:
    """What GitLab holds of one project, and does with what it is told."""

    url: str = ""
    merge_requests: list[dict[str, Any]] = field(default_factory=list)
    notes: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    # Quick actions that a note's text started.
    carried_out: list[str] = field(default_factory=list)
    # Whether the token's role may set labels.
    is_developer: bool = True

    @property
    def api(self) -> str:
        return f"{self.url}/api/v4"

    def propose(self, number: int, sha: str | None, branch: str = "main", state: str = "opened") -> None:
        """Open a merge request, or tell of its new commit."""
        self.merge_requests[:] = [found for found in self.merge_requests if found["iid"] != number] + [
            {
                "iid": number,
                "sha": sha,
                "target_branch": branch,
                "state": state,
                "labels": self.labels(number),
            }
        ]

    def labels(self, number: int) -> list[str]:
        """The labels of a merge request."""
        return next((found["labels"] for found in self.merge_requests if found["iid"] == number), [])

    def said(self, number: int, author: int = PROJECT_BOT) -> list[str]:
        """What somebody wrote beside a merge request."""
        return [note["body"] for note in self.notes.get(number, []) if note["author"]["id"] == author]

    def note(self, number: int, author: int, body: str, **more: object) -> dict[str, Any]:
        """Write a note. `hidden` ones the token may not see."""
        there = self.notes.setdefault(number, [])
        # Notes are counted over the whole forge.
        made = {"id": 1000 * number + len(there), "author": {"id": author}, "system": False, **more}
        there.append(made)
        return self._write(made, body)

    def answer(self, method: str, path: str, query: dict[str, str], content: Any) -> Any:
        """The answer to a request; None where it is refused."""
        if method != "GET":
            self.written.append(f"{method} {path.partition('/merge_requests/')[2]}")
        if (method, path) == ("GET", "/api/v4/user"):
            return {"id": PROJECT_BOT, "username": "project_42_bot"}
        match method, path.removeprefix("/api/v4/projects/42/").split("/"):
            case "GET", ["merge_requests"]:
                wanted = {"state": query["state"], "target_branch": query["target_branch"]}
                return [found for found in self.merge_requests if found.items() >= wanted.items()]
            case "GET", ["merge_requests", number]:
                return next(found for found in self.merge_requests if found["iid"] == int(number))
            case "PUT", ["merge_requests", number] if self.is_developer:
                assert content.keys() == {"add_labels", "remove_labels"}
                added, removed = (content[name].split(",") for name in ("add_labels", "remove_labels"))
                labels = self.labels(int(number))
                labels[:] = sorted(({*labels, *added} - {*removed}) - {""})
                return {}
            case "GET", ["merge_requests", number, "notes"]:
                assert query["sort"] == "asc"
                return self.notes.get(int(number), [])
            case "POST", ["merge_requests", number, "notes"]:
                return self.note(int(number), PROJECT_BOT, content["body"])
            case "PUT", ["merge_requests", number, "notes", note]:
                found = next(found for found in self.notes[int(number)] if found["id"] == int(note))
                return self._write(found, content["body"]) if found["author"]["id"] == PROJECT_BOT else None
        return None

    def _write(self, note: dict[str, Any], body: str) -> dict[str, Any]:
        lines = body.split("\n")
        self.carried_out += [line for line in lines if line.startswith("/")]
        note["body"] = "\n".join(line for line in lines if not line.startswith("/")).rstrip()
        return note


class _Served(Protocol):
    url: str

    def answer(self, method: str, path: str, query: dict[str, str], content: Any) -> Any:
        """The answer to a request; None where it is refused."""


@contextmanager
def running() -> Iterator[Forge]:
    """A repository on GitHub, on a server that listens on this machine."""
    with _listening(forge := Forge()):
        yield forge


@contextmanager
def running_gitlab() -> Iterator[Project]:
    """A project on GitLab, on a server that listens on this machine."""
    with _listening(project := Project()):
        yield project


@contextmanager
def _listening(forge: _Served) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

        def _serve(self) -> None:
            place = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(place.query).items()}
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            allowed = self.headers["Authorization"] == f"Bearer {TOKEN}"
            found = (
                forge.answer(self.command, place.path, query, json.loads(raw or b"null")) if allowed else None
            )
            self.send_response(200 if found is not None else 403)
            if isinstance(found, list) and "page" in query:
                size, page = int(query["per_page"]), int(query["page"])
                if size * page < len(found):
                    there = urlencode({**query, "page": page + 1})
                    self.send_header(
                        "Link", f'<{forge.url}{place.path}?{there}>; rel="next", <x>; rel="first"'
                    )
                # What may not be seen is missing from its page; the page is not filled up.
                found = [thing for thing in found[size * (page - 1) : size * page] if not thing.get("hidden")]
            body = json.dumps(found).encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815 – the library's names

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
