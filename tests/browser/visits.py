"""A page in the browser, and everything that goes wrong with it.

Messages, requests and failures are noted by themselves; the probes below look for the rest. No test here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Request, Response

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# axe leaves the size of targets out unless it is asked for.
WCAG = {"runOnly": _TAGS, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}

# What sticks out to the right, innermost first; what scrolls within its own box is meant to.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const name = (e) => `<${e.localName} class="${e.getAttribute("class") ?? ""}">`;
  return [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > width + 0.5 && !e.closest(".scroll, pre"))
    .map((e) => name(e) + e.textContent.trim().slice(0, 40))
    .reverse().slice(0, 5);
}"""
# Text below 12 pixels, in charts too.
SMALL_TEXT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
    if (!text || !element.getClientRects().length) continue;
    if (parseFloat(getComputedStyle(element).fontSize) < 12) found.add(text.slice(0, 40));
  }
  return [...found];
}"""
# Labels of a chart that touch each other.
LABELS = """() => [...document.querySelectorAll("svg.plot")].flatMap((plot) => {
  const texts = [...plot.querySelectorAll("text")].filter((t) => t.getClientRects().length);
  const boxes = texts.map((t) => [t.textContent, t.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], n) => boxes.slice(n + 1)
    .filter(([, b]) => a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => `${one} × ${other}`));
})"""
# Hints in fields that are cut off.
PLACEHOLDERS = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  return [...document.querySelectorAll("input[placeholder]")].filter((e) => {
    const style = getComputedStyle(e);
    if (!e.getClientRects().length || style.color === "rgba(0, 0, 0, 0)") return false;
    pen.font = style.font;
    const room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return pen.measureText(e.placeholder).width > room;
  }).map((e) => e.placeholder);
}"""
UNFOLD = "() => document.querySelectorAll('details').forEach((d) => (d.open = true))"
# WCAG 1.4.12: nothing is lost when a reader sets these.
TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}
    p {margin-bottom: 2em !important}`);
  document.adoptedStyleSheets = [sheet];
}"""
# Addresses of images that do not show.
IMAGES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().then(() => null, () => image.src);
})).then((all) => all.filter(Boolean))"""
# What carries a number and is drawn in the colour of the paper.
UNSEEN = """() => [...document.querySelectorAll("rect.fill, polyline.data, circle.dot")].filter((e) => {
  const style = getComputedStyle(e), paper = getComputedStyle(document.body).backgroundColor;
  return (e.localName === "polyline" ? style.stroke : style.fill) === paper;
}).length"""
# Where the focus is: the element, whether an outline shows it, whether it is on the screen.
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const shown = [element, element.parentElement, element.closest("form")].some((e) => {
    const style = e && getComputedStyle(e);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const across = box.width > 0 && box.right > 0 && box.left < innerWidth;
  return [element.outerHTML.slice(0, 100), shown, across && box.bottom > 0 && box.top < innerHeight];
}"""


@dataclass
class Visit:
    """A browser window, and the problems seen in it."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(self.address + path)

    def note(self, what: str, found: Any) -> None:
        """Anything found is a problem."""
        if found:
            self.problems.append(f"{what}: {found}")

    def axe(self, options: dict[str, Any], where: str) -> None:
        """Note what axe finds."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        for violation in self.page.evaluate("(options) => axe.run(options)", options)["violations"]:
            for node in violation["nodes"][:3]:
                what = f"{node['html'][:160]} {node['failureSummary']}"
                self.note(f"{where}: axe {violation['id']}", what)

    def on_request(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.note("request to elsewhere", request.url)

    def on_failure(self, request: Request) -> None:
        # A page that is left before it has everything is no fault. What a policy forbids is on the console
        # too, and where scripts are off the browser counts them as forbidden.
        if request.failure not in ("net::ERR_ABORTED", "csp"):
            self.note(f"failed with {request.failure}", request.url)

    def on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.note(f"status {response.status}", response.url)


@contextmanager
def visit(
    chromium: Browser, address: str, width: int = 1280, height: int = 900, **options: Any
) -> Iterator[Visit]:
    """A fresh browser window. When it closes, no problem may have been noted."""
    context = chromium.new_context(viewport={"width": width, "height": height}, **options)
    page = context.new_page()
    found = Visit(page, address)
    page.on("console", lambda message: found.note("console", message.text))
    page.on("pageerror", lambda error: found.note("error", error))
    page.on("request", found.on_request)
    page.on("requestfailed", found.on_failure)
    page.on("response", found.on_response)
    try:
        yield found
    finally:
        context.close()
    assert not found.problems, "\n".join(found.problems)
