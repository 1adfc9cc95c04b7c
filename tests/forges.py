"""A small forge for tests: what answers to pull requests take of GitHub's REST API, over real HTTP."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

REPOSITORY = "cong-doan/sang-kien"
TOKEN = "t0ken"
BOT = "github-actions[bot]"


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


@contextmanager
def running() -> Iterator[Forge]:
    """A forge that listens on this machine."""
    forge = Forge()

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
            if isinstance(found, list) and "page" in query:
                size, page = int(query["per_page"]), int(query["page"])
                found = found[size * (page - 1) : size * page]
            self.send_response(200 if found is not None else 403)
            body = json.dumps(found).encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815 – names that the library asks for

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
