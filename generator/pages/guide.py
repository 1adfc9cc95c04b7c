"""A guide: text that MkDocs rendered, within the site's own shell."""

import re
from typing import Any

from markupsafe import Markup

from generator.model import Programme
from generator.pages.page import Page
from generator.pages.shell import page, shortened

_FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def guide(programme: Programme, path: str, title: str, content_html: str, toc: Any, language: str) -> Page:
    """`path` is that of the Vietnamese guide; `toc` MkDocs' table of contents (title, url, children).

    `content_html` is trusted: guides are the maintainers' own. Its first paragraph describes the page.
    """
    first = _FIRST_PARAGRAPH.search(content_html)
    description = shortened(Markup(first[1]).striptags()) if first else title
    # A wide table scrolls in its own box, by keyboard too.
    html = content_html.replace("<table>", '<div class="scroll" tabindex="0"><table>')
    html = html.replace("</table>", "</table></div>")
    return page(
        path.removeprefix(f"{language}/") if language != "vi" else path, "guide.html", "guides", language,
        title=title, description=description, content=Markup(html), toc=toc,
    )  # fmt: skip
