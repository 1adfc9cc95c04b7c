"""A web server for looking at the site while working, and a watch on folders. The only doorway to watchdog.

Pages come from the public folder as they are, with one script added that reloads them after a build.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_EVENTS = "/.reload"
_SCRIPT = "/.reload.js"
_RELOAD = b"new EventSource('/.reload').addEventListener('message',()=>location.reload());"
# Editors write a file in several steps: changes within this time are one change.
_QUIET_SECONDS = 0.15


class SiteServer(ThreadingHTTPServer):
    """Serves one folder on this machine only."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.builds = 0
        self.changed = threading.Condition()
        super().__init__(("127.0.0.1", port), _Handler)

    def reload(self) -> None:
        """Tell every open page that the site was built anew."""
        with self.changed:
            self.builds += 1
            self.changed.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: SiteServer

    def __init__(self, request: Any, client_address: Any, server: SiteServer) -> None:
        self.extensions_map = {**self.extensions_map, ".js": "text/javascript", ".webp": "image/webp"}
        super().__init__(request, client_address, server, directory=str(server.folder))

    def do_GET(self) -> None:
        if self.path == _EVENTS:
            self._events()
        elif self.path == _SCRIPT:
            self._answer(200, "text/javascript", _RELOAD)
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix != ".html" and (path.exists() or path.suffix):
            return super().send_head()
        status = 200
        if not path.is_file():
            if path.is_dir():
                return super().send_head()
            status, path = 404, self.server.folder / "404.html"
        if not path.is_file():
            self.send_error(404)
            return None
        page = path.read_bytes().replace(b"</body>", b'<script src="%s"></script></body>' % _SCRIPT.encode())
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return BytesIO(page)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the terminal tells of builds, not of requests."""

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.server.builds
        try:
            while True:
                with self.server.changed:
                    self.server.changed.wait(timeout=15)
                self.wfile.write(b"data: built\n\n" if self.server.builds != seen else b": still here\n\n")
                self.wfile.flush()
                seen = self.server.builds
        except OSError:
            pass  # the page was closed


def watch(folders: Iterable[Path], files: Iterable[Path], changed: Callable[[], None]) -> None:
    """Call `changed` after every change of `files` or in `folders`, until interrupted from the keyboard."""
    happened = threading.Event()
    watched = {str(file) for file in files}

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted"):
                happened.set()

    class FileHandler(Handler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if watched & {os.fsdecode(event.src_path), os.fsdecode(event.dest_path)}:
                super().on_any_event(event)

    observer = Observer()
    for folder in folders:
        observer.schedule(Handler(), str(folder), recursive=True)
    # Editors put a new file in an old one's place: only the folder sees it.
    for folder in {file.parent for file in map(Path, watched)}:
        observer.schedule(FileHandler(), str(folder))
    observer.start()
    try:
        while True:
            happened.wait()
            time.sleep(_QUIET_SECONDS)
            happened.clear()
            changed()
    finally:
        observer.stop()
        observer.join()
