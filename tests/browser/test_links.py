"""All pages of the site as files: links and addresses, words for search engines, headings, pictures.

No browser; whether the HTML is valid is for test_html.
"""

from collections import Counter
from pathlib import Path

from tests.browser.crawl import Sheet, broken, target_of
from tests.browser.kinds import LANGUAGES, kind_of, pages

# A search engine shows no more than this of a description.
LONGEST_DESCRIPTION = 160


def test_every_page_is_of_a_kind(site: Path) -> None:
    """A new kind of page belongs in the list that the tests in the browser go through."""
    assert not [path for path in pages(site) if kind_of(path) is None]


def test_links_lead_somewhere(site: Path, sheets: dict[str, Sheet]) -> None:
    problems = [problem for sheet in sheets.values() for problem in broken(site, sheet, sheets)]
    assert not problems, "\n".join(problems[:40])


def test_every_page_is_linked(sheets: dict[str, Sheet]) -> None:
    """All pages are reached from the home page by links alone."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for tag, link in sheets[path].links:
            found = target_of(sheets[path], link)
            if tag == "a" and found in sheets and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert {kind_of(path) for path in sheets.keys() - reached} == {"not-found"}


def test_ids_are_unique_and_references_found(sheets: dict[str, Sheet]) -> None:
    for path, sheet in sheets.items():
        twice = [found for found, number in Counter(sheet.ids).items() if number > 1]
        assert not twice, path
        assert set(sheet.references) <= sheet.anchors, path


def test_every_page_says_what_it_is(sheets: dict[str, Sheet]) -> None:
    for path, sheet in sheets.items():
        assert sheet.language == ("en" if path.startswith("en/") else "vi"), path
        assert len("".join(sheet.titles)) > 10, path
        assert sheet.metas.get("description", "").strip(), path
        assert len(sheet.metas["description"]) <= LONGEST_DESCRIPTION, path
        assert sheet.metas["viewport"], path


def test_headings_are_in_order(sheets: dict[str, Sheet]) -> None:
    for path, sheet in sheets.items():
        assert sheet.headings[:1] == [1], path
        assert sheet.headings.count(1) == 1, path
        steps = zip(sheet.headings, sheet.headings[1:], strict=False)
        assert all(below <= above + 1 for above, below in steps), path


def test_titles_are_distinct(sheets: dict[str, Sheet]) -> None:
    """Two tabs, or two results of a search engine, can be told apart."""
    titles = Counter((sheet.language, "".join(sheet.titles)) for sheet in sheets.values())
    assert not [title for title, number in titles.items() if number > 1]


def test_pages_have_their_twin(sheets: dict[str, Sheet]) -> None:
    for path, sheet in sheets.items():
        if kind_of(path) == "entry" or "en" not in LANGUAGES:
            continue
        twin = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        assert twin in sheets, path
        other = "vi" if sheet.language == "en" else "en"
        found = [target_of(sheet, link["href"]) for link in sheet.relations if link.get("hreflang") == other]
        assert found == [twin], path


def test_images_keep_their_place(sheets: dict[str, Sheet]) -> None:
    """With a width and a height nothing moves when a picture arrives; every picture has its words."""
    for path, sheet in sheets.items():
        for image in sheet.images:
            assert image.get("width", "").isdigit(), path
            assert image.get("height", "").isdigit(), path
            assert "alt" in image, path


def test_nothing_is_inline(sheets: dict[str, Sheet]) -> None:
    """A content security policy without exceptions holds."""
    assert not {path: sheet.inline for path, sheet in sheets.items() if sheet.inline}
