"""What a word is, for the index and for a query: the JavaScript engine does exactly the same.

A word is a run of the characters of `WORD`. It has two forms. Its *form* keeps diacritics, with the tone
marks moved to the end, so that `hòa` and `hoà` are one form (`hoa` and U+0300). Its *key* is the form
folded: lower case, without diacritics. Texts are found by key and ranked by form.
"""

import re
import unicodedata
from functools import lru_cache

from generator.text import fold

# Written out, since `\w` means other characters in every language and in every version of Unicode:
# ASCII, Latin, combining marks, Greek, Cyrillic, Vietnamese, kana, Han, Hangul.
WORD = (
    "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u0370-\u0481\u048a-\u052f"
    "\u1e00-\u1eff\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"

_RUN = re.compile(f"[{WORD}]+")
_TONE = re.compile(f"[{TONES}]")
# Beyond so many different strings a cache starts anew: it is only there for speed.
_CACHED = 1 << 19


def forms(text: str) -> set[str]:
    """The forms of the words of `text`.

    Words with no space between (`COVID-19`) come as one string, their forms with spaces between. Empty for
    signs that stand alone.
    """
    return set(map(_FORMS.__getitem__, text.split()))


@lru_cache(maxsize=_CACHED)
def form(word: str) -> str:
    """The form of one word in lower case."""
    spread = unicodedata.normalize("NFD", word.replace("ð", "đ"))
    letters = unicodedata.normalize("NFC", _TONE.sub("", spread))
    return letters + "".join(_TONE.findall(spread))


@lru_cache(maxsize=_CACHED)
def key(form: str) -> str:
    """`form` folded. Empty for a word that is nothing but marks."""
    return fold(form)


class _Forms(dict[str, str]):
    """The forms in what stands between two spaces, which is mostly one word and a sign."""

    def __missing__(self, chunk: str) -> str:
        if len(self) >= _CACHED:
            self.clear()
        words = _RUN.findall(unicodedata.normalize("NFC", chunk.lower()))
        self[chunk] = found = " ".join(map(form, words))
        return found


_FORMS = _Forms()
