"""The guides of site/content/, and MkDocs' way to the whole site. The only doorway to mkdocs.

`render_guides` gives the HTML of each guide's text; the page around it is the theme's. `SitePlugin`
is what `mkdocs build` and `mkdocs serve` load: it leaves every page to the build it is given.
"""

import logging
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from generator.pages.shell import language_of
from generator.problems import Refusal

PLUGIN = "sangkien"
_Answer = Callable[[Any, Any], Iterable[bytes]]
_POLICY = re.compile(rb"<meta http-equiv=[^>]*Content-Security-Policy[^>]*>")


@dataclass(frozen=True)
class Guide:
    """A rendered guide: its path below the site's root, and MkDocs' table of contents."""

    path: str
    language: str
    title: str
    html: str
    toc: tuple[AnchorLink, ...]


def render_guides(root: Path, languages: Collection[str]) -> Iterator[Guide]:
    """Every guide in one of `languages`, as mkdocs.yml says. Raises Refusal where MkDocs cannot read it."""
    try:
        config = load_config(str(root / "mkdocs.yml"))
        yield from _render(config, languages)
    except MkDocsException as error:
        raise Refusal(
            f"MkDocs không đọc được các trang hướng dẫn: {error}", f"MkDocs cannot read the guides: {error}"
        ) from None


def _render(config: MkDocsConfig, languages: Collection[str]) -> Iterator[Guide]:
    files = Files([file for file in get_files(config) if language_of(file.src_uri) in languages])
    for file in files.documentation_pages():
        Page(None, file, config)
    get_navigation(files, config)
    for file in files.documentation_pages():
        page = file.page
        assert page is not None
        page.read_source(config)
        page.render(config, files)
        # The page's first heading is its title; the contents of the page begin below it.
        toc = page.toc.items[0].children if len(page.toc.items) == 1 else page.toc.items
        yield Guide(file.dest_uri, language_of(file.src_uri), str(page.title), page.content or "", tuple(toc))


class SitePlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Makes `mkdocs build` and `mkdocs serve` give the whole site, from the same build as `sangkien build`.

    The subclass that is registered with MkDocs says what the build is.
    """

    def build_site(self, root: Path, out: Path) -> None:
        """Build the catalogue in `root` into the folder `out`."""
        raise TypeError("a plugin that builds nothing")

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """MkDocs tells what it was called for."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep MkDocs' own cleaning away from the public folder: it writes beside it."""
        self._root = Path(config.config_file_path).parent
        self._out = self._root / "public" if self._serving else Path(config.site_dir)
        config.site_dir = str(self._root / ".sangkien" / "mkdocs")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Nothing is left for MkDocs to write: guides are pages of the whole site."""
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build the site."""
        self.build_site(self._root, self._out)
        config.site_dir = str(self._out)
        logging.getLogger("mkdocs.plugins.sangkien").info("The whole site is in %s", self._out)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Serve the public folder, and build again when submissions, schema or theme change."""
        server.root = str(self._out)
        server.set_app(_without_policy(server.serve_request))
        for folder in ("submissions", "schema", "site/theme"):
            server.watch(str(self._root / folder))
        return server


def _without_policy(answer: _Answer) -> _Answer:
    """`answer`, with blanks for the security policy of a page: MkDocs' script for reloading is inline."""

    def answered(environment: Any, begin: Any) -> Iterable[bytes]:
        kinds: list[str] = []

        def note(status: str, headers: list[tuple[str, str]]) -> Any:
            kinds.extend(value for name, value in headers if name == "Content-Type")
            return begin(status, headers)

        body = answer(environment, note)
        if not any(kind.startswith("text/html") for kind in kinds):
            return body
        return [_POLICY.sub(lambda found: b" " * len(found[0]), b"".join(body))]

    return answered
