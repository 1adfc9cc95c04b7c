"""A contributor's Markdown as safe HTML. The only doorway to pyromark and nh3.

What comes in is never trusted: raw HTML is shown as text, images are dropped, links lead to http,
https or mailto only. Headings are shifted so that the highest is h2: the page's title is its h1.
Guides are written by the maintainers and rendered elsewhere (MkDocs).
"""

import nh3
import pyromark
from markupsafe import Markup

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
_CLEANER = nh3.Cleaner(
    tags={
        "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code",
        "strong", "em", "del", "a", "table", "thead", "tbody", "tr", "th", "td",
    },
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel="nofollow noopener",
)  # fmt: skip


def render(text: str) -> Markup:
    """`text` as HTML that may stand on a page as it is."""
    if "<" in text:
        text = _without_html(text)
    html = pyromark.html(text, options=_OPTIONS)
    highest = next((level for level in range(1, 7) if f"<h{level}>" in html), 2)
    if highest != 2:
        html = _shifted(html, 2 - highest)
    if "<table>" in html:
        # A wide table scrolls by itself; `tabindex` lets the keyboard scroll it too.
        table = '<div class="scroll" tabindex="0"><table>'
        html = _CLEANER.clean(html).replace("<table>", table).replace("</table>", "</table></div>")
        return Markup(html)
    return Markup(_CLEANER.clean(html))


def _without_html(text: str) -> str:
    """Raw HTML becomes text: its `<` are written as entities. Code and autolinks keep theirs."""
    raw = text.encode()
    for event, span in reversed(list(pyromark.events_with_range(text, options=_OPTIONS))):
        if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event):
            start, end = span["start"], span["end"]
            raw = raw[:start] + raw[start:end].replace(b"<", b"&lt;") + raw[end:]
    return raw.decode()


def _shifted(html: str, by: int) -> str:
    levels = range(1, 7) if by < 0 else range(6, 0, -1)
    for level in levels:
        new = min(max(level + by, 2), 6)
        html = html.replace(f"<h{level}>", f"<h{new}>").replace(f"</h{level}>", f"</h{new}>")
    return html
