"""The words of a Markdown text, without what only steers its look. For searching, never for showing."""

import re

# No pattern can look further than the next bracket: a hostile text costs no more than its length.
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()\[\]]*\)")
_ADDRESS = re.compile(r"<?\b(?:https?|mailto):[^\s<>()]*>?")
_SIGNS = re.compile(r"^[ \t]*(?:#{1,6}|>+|[-*+]|```\w*|~~~\w*)[ \t]*|[*_`|~]+", re.MULTILINE)


def plain(markdown: str) -> str:
    """The text of `markdown` in one line: links by their words, images by their description.

    Raw HTML stays: pages show it as text too.
    """
    text = _LINKED.sub(r" \1 ", markdown)
    if "http" in text or "mailto:" in text:
        # Most texts have no address, and looking for one takes long.
        text = _ADDRESS.sub(" ", text)
    return " ".join(_SIGNS.sub(" ", text).split())
