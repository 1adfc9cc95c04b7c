"""A guide: text that MkDocs rendered, within the site's own shell."""

from typing import Any

from markupsafe import Markup

from generator.model import Programme
from generator.pages.page import Page
from generator.pages.shell import page


def guide(programme: Programme, path: str, title: str, content_html: str, toc: Any, language: str) -> Page:
    """`path` is that of the Vietnamese guide; `toc` MkDocs' table of contents (title, url, children).

    `content_html` is trusted: guides are the maintainers' own.
    """
    return page(
        path.removeprefix(f"{language}/") if language != "vi" else path, "guide.html", "guides", language,
        title=title, content=Markup(content_html), toc=toc,
    )  # fmt: skip
