"""Text for XML: what it may contain, and escaped."""

import re

# Characters that XML 1.0 cannot hold, however they are written.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# One look tells that nothing has to be done, which is so for most texts.
_ODD = re.compile('[&<>"\r]|' + _IMPOSSIBLE.pattern)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def escaped(text: str) -> str:
    """`text` as it stands between tags or within double quotes."""
    return _IMPOSSIBLE.sub("", text).translate(_ESCAPES) if _ODD.search(text) else text
