"""The content security policy: on every page, without exceptions, out of the way of those who work on it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import samples
from tests.browser.visits import visit
from tests.catalogues import ROOT, golden_catalogue

POLICY = re.compile(r"<meta http-equiv=\"?Content-Security-Policy\"? content=\"([^\"]+)\">")
# What a policy without exceptions never says.
EXCEPTIONS = ("unsafe", "data:", "https:", "*", "nonce", "sha256")


def test_every_page_has_it_before_anything_is_fetched(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        found = POLICY.search(text)
        assert found, path
        assert "default-src 'self'" in found[1] and "base-uri 'none'" in found[1], path
        assert not [word for word in EXCEPTIONS if word in found[1]], path
        assert not re.search(r"<link|<script|<img", text[: found.start()]), path


def test_it_is_obeyed(chromium: Browser, site: Path, address: str) -> None:
    """The page's own policy stops what slipped in, whatever the server says."""
    context = chromium.new_context()
    page = context.new_page()
    # As a host would send it that says nothing of policies.
    slipped = "<script>window.slipped = 1</script></body>"
    body = (site / "index.html").read_text("utf-8").replace("</body>", slipped)
    page.route("**/*.html", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.goto(address + "index.html")
    assert page.evaluate("() => window.slipped") is None
    assert any("Content Security Policy" in text for text in seen)
    context.close()


@pytest.mark.parametrize("kind", ["home", "entry", "statistics"])
def test_pages_opened_from_a_folder_keep_their_styles(chromium: Browser, site: Path, kind: str) -> None:
    with visit(chromium, f"{site.as_uri()}/") as seen:
        page = seen.page
        seen.go(samples(site, kind)[0])
        assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontWeight") == "600"
        page.locator("nav a[href$='don-vi/index.html']").first.click()
        assert page.locator("h1").is_visible()
        seen.problems[:] = [problem for problem in seen.problems if "origin 'null'" not in problem]


def test_mkdocs_serves_pages_that_can_reload(tmp_path: Path) -> None:
    """Its script for reloading is inline: pages are served without the policy, and built with it."""
    root = golden_catalogue(tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        served = fetched(f"http://127.0.0.1:{port}/index.html", server)
    finally:
        server.terminate()
        server.wait()
    assert "livereload(" in served
    assert not POLICY.search(served)
    assert POLICY.search((root / "public/index.html").read_text("utf-8"))


def fetched(url: str, server: "subprocess.Popen[bytes]") -> str:
    """The page, once the server answers."""
    while server.poll() is None:
        try:
            with urllib.request.urlopen(url) as answer:
                return str(answer.read(), "utf-8")
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.1)
    raise AssertionError("the server ended")
