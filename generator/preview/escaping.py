"""A contributor's text in a Markdown report: always text, never a heading, a table, a link or a mention.

Every sign that Markdown or HTML could take for structure is written as a numeric entity. Forges look for
mentions and references in the finished page, after entities are gone, so an invisible space breaks those
as well; it stands in nothing that somebody would copy into a file. What comes out must not begin a line.
"""

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
    r"|\bGH(?=-\d)"
    r"|\b(?=[0-9]*[a-f])[0-9a-f]{5}(?=[0-9a-f]{2,35}\b)",  # names of commits
    re.IGNORECASE,
)
# The catalogue's own names, which mean nothing to a forge and may be copied as they are.
_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*(\.(yml|jpg|jpeg|png|webp))?")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?=\S)")


def inline(text: str) -> str:
    """`text` as one line of plain text; what cannot be seen is spelled out."""
    seen = "".join(_visible(char) for char in " ".join(text.split()))
    return _BEFORE_BREAK.sub(lambda found: found[0] + _BREAK, seen).translate(_ENTITIES)


def code(text: str) -> str:
    """`text` in the letters of code, for paths and names of fields."""
    return f"<code>{text if _NAME.fullmatch(text) else inline(text)}</code>"


def lines(text: str) -> str:
    """`text` of several lines, for the cell of a table; its headings are shown bold."""
    found = [line for line in text.split("\n") if line.strip()]
    return "<br>".join(_line(line) for line in found)


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
