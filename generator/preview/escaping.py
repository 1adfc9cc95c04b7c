"""A contributor's text in a Markdown report: always text, never a heading, a table, a link or a mention.

Every sign that Markdown or HTML could take for structure is written as a numeric entity. Forges look for
mentions and references in the finished page, after entities are gone, so an invisible space breaks those
as well; it stands in nothing that somebody would copy into a file. What comes out must not begin a line.
"""

import html
import re
import unicodedata

_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "&<>[]*_~`|\\#@!^$={}\"'"}
_BREAK = "\u200b"
_ENTITIES[ord(_BREAK)] = "&#8203;"
# Line breaks, direction marks and all else that is there without being seen.
_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
_BEFORE_BREAK = re.compile(
    r"[@#]"  # mentions and numbers of issues
    r"|[!~&$%^](?=[\w\"'])"  # GitLab's references
    r"|:(?=//|[\w+-]+:)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:)"  # addresses, emoji
    r"|\bGH(?=-\d)",
    re.IGNORECASE,
)
# Names of commits; in pieces of five they are none.
_COMMIT = re.compile(r"\b(?=[0-9]*[a-f])[0-9a-f]{7,}\b", re.IGNORECASE)
_PIECE = re.compile(r".{5}(?=.)")
# The catalogue's own names, which mean nothing to a forge and may be copied as they are.
_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*(\.(yml|jpg|jpeg|png|webp))?")
# What a report consists of besides text: the few tags that this room and `report` write, and their signs.
_TAGS = re.compile(r"</?(?:code|b)>")
_NAMED = re.compile(rf"<code>{_NAME.pattern}</code>")
_ENTITY = re.compile(r"&#[0-9]{2,6};")
_LINE_START = re.compile(r"^#{1,3} (?=\S)", re.MULTILINE)
_SIGNS = re.compile(r"[&<>\[\]*_~`\\#@^${}]|!(?=\[)")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?=\S)")


def inline(text: str) -> str:
    """`text` as one line of plain text; what cannot be seen is spelled out."""
    seen = "".join(_visible(char) for char in " ".join(text.split()))
    seen = _COMMIT.sub(lambda found: _PIECE.sub(rf"\g<0>{_BREAK}", found[0]), seen)
    return _BEFORE_BREAK.sub(rf"\g<0>{_BREAK}", seen).translate(_ENTITIES)


def code(text: str) -> str:
    """`text` in the letters of code, for paths and names of fields."""
    return f"<code>{text if _NAME.fullmatch(text) else inline(text)}</code>"


def lines(text: str) -> str:
    """`text` of several lines, for the cell of a table; its headings are shown bold."""
    found = [line for line in text.split("\n") if line.strip()]
    return "<br>".join(_line(line) for line in found)


def is_harmless(report: str) -> bool:
    """Whether a report is made of what this room lets through, and of nothing else.

    One that came from elsewhere may have been made by anybody, and by any program.
    """
    written = _NAMED.sub("x", report).replace("<br>", "\n")
    if any(char != "\n" and _visible(char) != char for char in written):
        return False
    signs = _LINE_START.sub("", _ENTITY.sub("", _TAGS.sub("", written)))
    if _SIGNS.search(signs):
        return False
    seen = html.unescape(_LINE_START.sub("", _TAGS.sub("", written)))
    if _COMMIT.search(seen):
        return False
    return all(seen[found.end() : found.end() + 1] == _BREAK for found in _BEFORE_BREAK.finditer(seen))


def shortened(text: str, limit: int, rest: str) -> str:
    """At most `limit` characters of `text`, cut between words; `rest` tells how many more, at {n}."""
    if len(text) <= limit:
        return text
    kept = text[:limit].rpartition(" ")[0] or text[:limit]
    return f"{kept} {rest.format(n=len(text) - len(kept))}"


def _line(line: str) -> str:
    heading = _HEADING.match(line)
    return f"<b>{inline(line[heading.end() :].rstrip('# '))}</b>" if heading else inline(line)


def _visible(char: str) -> str:
    return f"⟨U+{ord(char):04X}⟩" if unicodedata.category(char) in _UNSEEN else char
