"""A real browser before a site, under a sub-path as forges serve a project's pages.

What holds of every catalogue is looked at in the repository's own; what needs to know what it finds, or
enough of it, in the sample.
"""

import fcntl
import functools
import os
import re
import shlex
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.crawl import Sheet, read
from tests.browser.kinds import pages
from tests.catalogues import build_site, own_catalogue, sample_catalogue

SUB_PATH = "/kho"
INSTALL = Path(__file__).with_name("install.sh")
VARIABLE = "SANGKIEN_CHROMIUM"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class StaticHandler(SimpleHTTPRequestHandler):
    """Serves a folder under a sub-path and nothing beside it, as a static host does.

    It forbids whatever the site does not bring itself.
    """

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".webp": "image/webp",
    }

    def __init__(self, *arguments: Any, sub_path: str, directory: str) -> None:
        self._sub_path = sub_path
        super().__init__(*arguments, directory=directory)

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{self._sub_path}/"):
            return str(Path(self.directory, "nothing"))
        return super().translate_path(path.removeprefix(self._sub_path))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """An unknown address is answered with the site's own page for it."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        # Strict on purpose: with it the browser reports any inline script, inline style or foreign address.
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a request that fails is the test's to report."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public folder of the repository's own catalogue."""
    return built_once(tmp_path_factory, "own-site", own_catalogue)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public folder of the sample."""
    return built_once(tmp_path_factory, "sample-site", sample_catalogue)


def built_once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """The public folder of the catalogue that `make` makes, built once for all processes of a test run."""
    folder = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder /= name
    folder.mkdir(exist_ok=True)
    finished = folder / "finished"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            build_site(make(folder))
            finished.touch()
    return folder / "catalogue" / "public"


@pytest.fixture(scope="session")
def sheets(site: Path) -> dict[str, Sheet]:
    """Every page of the site as its HTML says, by its path."""
    return {path: read(site, path) for path in pages(site)}


@contextmanager
def served(site: Path, sub_path: str) -> Iterator[str]:
    """The address at which `site` is served meanwhile, with a slash at the end."""
    handler = functools.partial(StaticHandler, sub_path=sub_path, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{sub_path}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site's home page is."""
    with served(site, SUB_PATH) as address:
        yield address


@pytest.fixture(scope="session")
def sample_address(sample: Path) -> Iterator[str]:
    """Where the sample's home page is."""
    with served(sample, SUB_PATH) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, one a process. That none is there is a failure, with what to do about it."""
    executable = find_chromium()
    if executable is None:
        pytest.fail(
            f"No Chromium. Run `sh {INSTALL}`, or name one in the variable {VARIABLE}.", pytrace=False
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


def find_chromium() -> str | None:
    """The first browser in the places that install.sh lists; the variable comes first there."""
    listed = re.search(r"^for place in (.+?); do$", INSTALL.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert listed, "install.sh no longer lists places"
    for place in shlex.split(listed[1].replace("\\\n", " ")):
        path = os.environ.get(VARIABLE, "") if place == f"${VARIABLE}" else place
        if path and os.access(path, os.X_OK):
            return path
    return None
