"""What a page's HTML says, read without a browser: links, addresses, headings, words for search engines."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.kinds import kind_of

# Attributes that hold an address.
_ADDRESSES = ("href", "src", "action", "poster")


@dataclass
class Sheet:
    """A page as far as these tests read it. `links` are as written, with the element's name."""

    path: str
    language: str | None = None
    titles: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    relations: list[dict[str, str]] = field(default_factory=list)
    images: list[dict[str, str]] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.ids)


class _Reader(HTMLParser):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sheet = self._sheet
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            sheet.language = given.get("lang")
        elif tag == "title" and not sheet.titles:
            # A chart's <title> comes later.
            self._in_title = True
        elif tag == "meta" and "name" in given:
            sheet.metas[given["name"]] = given.get("content", "")
        elif tag == "link":
            sheet.relations.append(given)
        elif tag == "img":
            sheet.images.append(given)
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            sheet.headings.append(int(tag[1]))
        if "style" in given or any(name.startswith("on") for name in given) or tag == "style":
            sheet.inline.append(tag)
        if tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            sheet.inline.append(tag)
        if "id" in given:
            sheet.ids.append(given["id"])
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"):
            sheet.references += given.get(name, "").split()
        sheet.links += [(tag, given[name]) for name in _ADDRESSES if name in given]
        for candidate in given.get("srcset", "").split(","):
            if candidate.strip():
                sheet.links.append((tag, candidate.split()[0]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self._sheet.titles.append(data)


def read(site: Path, path: str) -> Sheet:
    """The page at `path` below the site's root."""
    sheet = Sheet(path)
    reader = _Reader(sheet)
    reader.feed((site / path).read_text("utf-8"))
    reader.close()
    return sheet


def broken(site: Path, sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[str]:
    """The links of a page that lead nowhere, to other hosts unasked, or to the root of the host."""
    for tag, link in sheet.links:
        parts = urlsplit(link)
        if parts.scheme in ("mailto", "http", "https") and tag == "a":
            continue
        if parts.scheme or parts.netloc:
            yield f"{sheet.path}: <{tag}> takes from elsewhere: {link}"
            continue
        if parts.path.startswith("/") and kind_of(sheet.path) != "not-found":
            yield f"{sheet.path}: {link} starts at the root of the host"
            continue
        target = target_of(sheet, link)
        if target is None or not (site / target).exists():
            yield f"{sheet.path}: {link} leads nowhere"
        elif parts.fragment and target in sheets and unquote(parts.fragment) not in sheets[target].anchors:
            yield f"{sheet.path}: {link} has no such place"


def target_of(sheet: Sheet, link: str) -> str | None:
    """The file that a link within the site leads to, by its path; None where it leaves the site."""
    path = unquote(urlsplit(link).path)
    if not path:
        return sheet.path
    parts: list[str] = [] if path.startswith("/") else sheet.path.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    if path.endswith(("/", "/..", "/.")) or not parts:
        parts.append("index.html")
    return "/".join(parts)
