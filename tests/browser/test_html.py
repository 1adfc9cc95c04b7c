"""The HTML of every kind of page is valid: no parse error, and nothing where it must not stand.

html5lib finds what a parser objects to; the content models that a parser lets pass are below.
"""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.browser.kinds import EVERY_KIND, pages_of, samples

# What these may hold, and nothing else.
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
}
# These hold text alone, so none of those.
LINES = {"p", "h1", "h2", "h3", "h4", "span", "b", "i", "em", "strong", "small", "code", "label", "button"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul",
}  # fmt: skip
ELEMENTS = LINES | BLOCKS | {
    "a", "abbr", "body", "br", "caption", "cite", "dfn", "head", "html", "img", "input", "kbd", "link",
    "mark", "meta", "option", "output", "picture", "script", "select", "source", "sub", "summary", "sup",
    "tbody", "td", "template", "th", "thead", "time", "title", "tr",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "language"), EVERY_KIND)
def test_html_is_valid(site: Path, kind: str, language: str) -> None:
    # Guides are written by hand, other pages of a kind are made alike.
    chosen = pages_of(site, kind, language) if kind == "guide" else samples(site, kind, language)
    for path in chosen:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        document = parser.parse((site / path).read_text("utf-8"))
        assert not parser.errors, path
        misplaced = [
            f"<{parent.tag}> holds <{child.tag}>"
            for parent in document.iter()
            for child in parent
            if isinstance(child.tag, str) and not may_hold(parent, child)
        ]
        assert not misplaced, path


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<ul><li>b</ul></p>", "<p>a <công đoàn> b</p>", "<ul><p>a</p></ul>", "<span><div>a</div></span>",
        "<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>", "<i a=1 a=2>b</i>", "<p>a &amp b</p>",
        "<a href=x>a<a href=y>b</a></a>", "<dl><dt>a</dt><p>b</p></dl>",
        "<fieldset><p>a</p><legend>b</legend></fieldset>",
    ],
)  # fmt: skip
def test_faults_are_seen(html: str) -> None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(f"<!doctype html><title>t</title>{html}")
    assert parser.errors or not all(
        may_hold(parent, child)
        for parent in document.iter()
        for child in parent
        if isinstance(child.tag, str)
    )


def may_hold(parent: Element, child: Element) -> bool:
    """Whether the content model of `parent` allows `child` where it stands."""
    if parent.tag in CHILDREN:
        return child.tag in CHILDREN[parent.tag]
    if child.tag == "figcaption":
        return parent.tag == "figure" and child in (parent[0], parent[-1])
    if child.tag == "legend":
        return parent.tag == "fieldset" and child is parent[0]
    if child.tag not in ELEMENTS and not child.tag.startswith("{"):
        return False
    return parent.tag not in LINES or child.tag not in BLOCKS
