"""What surrounds every page: its place in the site, its twin in the other language, the fixed addresses.

The words of the navigation are the theme's; here is only what leads where.
"""

from typing import Any

from generator.model import Programme
from generator.pages.page import Page

ENTRIES = "tim-kiem/index.html"
UNIONS = "don-vi/index.html"
STATISTICS = "thong-ke/index.html"
COMPARE = "so-sanh/index.html"
MONTHS = "thang/index.html"
PHASES = "giai-doan/index.html"
KINDS = "loai/index.html"
FIELDS = "linh-vuc/index.html"
GUIDES = "huong-dan/index.html"
CONTRIBUTE = "huong-dan/dong-gop/index.html"
HOW_COMPUTED = "huong-dan/cach-tinh/index.html"
PRIVACY = "huong-dan/quyen-rieng-tu/index.html"
OPEN_DATA = "du-lieu/index.html"
PICTURES = "hinh"
WHOLE_PICTURE = f"{PICTURES}/toan-canh.png"
PENDING = "cho-sua/index.html"

# The entries of the navigation, by the section that a page says it belongs to.
NAVIGATION = {
    "entries": ENTRIES,
    "unions": UNIONS,
    "statistics": STATISTICS,
    "guides": GUIDES,
    "data": OPEN_DATA,
}

# Search engines show about this much of a description.
_DESCRIPTION_LENGTH = 155


def localised(path: str, language: str) -> str:
    """The path of a page in `language`; Vietnamese is at the root, other languages in their folder."""
    return path if language == "vi" else f"{language}/{path}"


def language_of(path: str) -> str:
    """The language of the page at `path`."""
    return "en" if path.startswith("en/") else "vi"


def page(path: str, template: str, section: str, language: str, **context: Any) -> Page:
    """A page that exists in every language; `path` is that of the Vietnamese one.

    Where its address is shared, the picture of the whole stands for it unless `picture` names another.
    """
    context.setdefault("picture", WHOLE_PICTURE)
    other = localised(path, "vi" if language != "vi" else "en")
    context.update(section=section, twin=other, translated=True)
    return Page(localised(path, language), template, context, language)


def entry_page(path: str, twin: str, **context: Any) -> Page:
    """An entry: it exists in Vietnamese only; `twin` is the nearest page in English."""
    context.update(section="entries", twin=localised(twin, "en"), translated=False)
    return Page(path, "entry.html", context, "vi")


def edit_url(programme: Programme, path: str) -> str | None:
    """Where the forge lets a visitor edit the file; None where the repository's address is not known."""
    forge = _forge(programme)
    return f"{forge}/edit/{programme.data['repository_branch']}/{path}" if forge else None


def commits_url(programme: Programme) -> str | None:
    """What the forge's address of a commit begins with; None where the repository's address is not known."""
    forge = _forge(programme)
    return f"{forge}/commit/" if forge else None


def _forge(programme: Programme) -> str:
    repository = str(programme.data["repository_url"]).rstrip("/")
    return f"{repository}/-" if "gitlab" in repository else repository


def shortened(text: str, most: int = _DESCRIPTION_LENGTH) -> str:
    """`text` in at most so many characters, cut between words: else as many as search engines show."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(",;: ") + "…"
