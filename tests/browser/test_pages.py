"""Every kind of page in a real browser: every width, both themes, by keyboard, without scripts, on paper.

A page is loaded once and looked at in many ways; a failure lists all that was seen.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.browser.kinds import EVERY_KIND, LANGUAGES, pages_of, samples
from tests.browser.visits import (
    CONTRAST,
    FOCUS,
    IMAGES,
    LABELS,
    OVERFLOW,
    PLACEHOLDERS,
    SMALL_TEXT,
    TEXT_SPACING,
    UNFOLD,
    UNSEEN,
    WCAG,
    visit,
)  # fmt: skip
from tests.catalogues import build_site, golden_catalogue

WIDTHS = (320, 360, 768, 1280)
every_kind = pytest.mark.parametrize(("kind", "language"), EVERY_KIND)


@every_kind
def test_every_width_and_theme(chromium: Browser, site: Path, address: str, kind: str, language: str) -> None:
    for number, path in enumerate(samples(site, kind, language)):
        with visit(chromium, address) as seen:
            seen.go(path)
            page = seen.page
            seen.note(f"{path}: images", page.evaluate(IMAGES))
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    seen.note(f"{path} {width} {theme}: sticks out", page.evaluate(OVERFLOW))
                    seen.note(f"{path} {width}: labels touch", page.evaluate(LABELS))
                    seen.note(f"{path} {width}: hint cut off", page.evaluate(PLACEHOLDERS))
            # The others of a kind, and the same in English, are built alike: their colours and the phone.
            seen.axe(CONTRAST if number or language == "en" else WCAG, f"{path} 1280 dark")
            # The rest with tables unfolded, and at last with letters as far apart as a reader may set them.
            page.evaluate(UNFOLD)
            page.set_viewport_size({"width": 320, "height": 900})
            seen.note(f"{path} unfolded: sticks out", page.evaluate(OVERFLOW))
            seen.note(f"{path}: too small", page.evaluate(SMALL_TEXT))
            if not number:
                seen.axe(CONTRAST, f"{path} 320 dark")
            page.emulate_media(color_scheme="light")
            seen.axe(WCAG, f"{path} 320 light")
            page.evaluate(TEXT_SPACING)
            seen.note(f"{path} spaced: sticks out", page.evaluate(OVERFLOW))


@every_kind
def test_zoomed_to_200_per_cent(
    chromium: Browser, site: Path, address: str, kind: str, language: str
) -> None:
    """A window of 1280 × 800 pixels at 200 % shows what one of 640 × 400 does, drawn twice as large."""
    with visit(chromium, address, 640, 400, device_scale_factor=2) as seen:
        seen.go(samples(site, kind, language)[0])
        seen.note("sticks out", seen.page.evaluate(OVERFLOW))
        # The header must not take a small window away from the page.
        header = seen.page.locator("header.top > .wrap").bounding_box()
        assert header and header["height"] <= 80


@every_kind
def test_without_javascript(chromium: Browser, site: Path, address: str, kind: str, language: str) -> None:
    with visit(chromium, address, java_script_enabled=False) as seen:
        seen.go(samples(site, kind, language)[0])
        page = seen.page
        assert page.locator("h1").is_visible()
        assert len(page.locator("main").inner_text()) > 60
        links = page.locator("#menu a")
        assert links.count() == 5
        assert all(link.is_visible() for link in links.all())
        links.nth(1).click()
        assert page.url.endswith("don-vi/index.html")
        page.set_viewport_size({"width": 360, "height": 800})
        page.locator("header button[popovertarget=menu]:visible").click()
        page.locator("#menu a").nth(2).click()
        assert page.url.endswith("thong-ke/index.html")


def test_entries_are_found_without_javascript(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address, 360, 800, java_script_enabled=False) as seen:
        seen.go("index.html")
        seen.page.locator("header button[popovertarget=menu]:visible").click()
        seen.page.locator("#menu a").first.click()
        seen.page.locator("main").get_by_role("link", name="Kỹ thuật", exact=True).click()
        seen.page.locator("article.card a").first.click()
        assert "/sang-kien/" in seen.page.url
        assert seen.page.locator("article.innovation h1").is_visible()


@pytest.mark.parametrize("path", ["khong-co.html", "khong/co/trang/nay.html", "en/no/such/page"])
def test_unknown_address(chromium: Browser, site: Path, path: str) -> None:
    """At whatever depth, where the site is at its host's root; elsewhere it has to know its address."""
    with served(site, "") as address:
        context = chromium.new_context(viewport={"width": 320, "height": 800})
        page = context.new_page()
        answer = page.goto(address + path)
        assert answer and answer.status == 404
        assert page.locator("h1").inner_text() == "Không tìm thấy trang"
        assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontWeight") == "600"
        assert page.evaluate(OVERFLOW) == []
        page.locator("main a").first.click()
        assert page.url == f"{address}index.html"
        context.close()


@pytest.mark.parametrize("path", ["khong-co.html", "khong/co/trang/nay.html", "en/no/such/page"])
def test_unknown_address_under_a_sub_path(chromium: Browser, tmp_path: Path, path: str) -> None:
    """Where the site knows its address, the page for unknown ones leads home from everywhere."""
    root = golden_catalogue(tmp_path)
    with served(root / "public", "/kho") as address:
        programme = root / "schema/programme.yml"
        text = re.sub(r"(?m)^site_url: .*$", f"site_url: {address}", programme.read_text("utf-8"))
        programme.write_text(text, "utf-8")
        build_site(root)
        context = chromium.new_context()
        page = context.new_page()
        page.goto(address + path)
        assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontWeight") == "600"
        page.locator("main a").first.click()
        assert page.url == f"{address}index.html"
        context.close()


@pytest.mark.parametrize("kind", ["home", "entry", "statistics"])
def test_forced_colours_and_reduced_motion(chromium: Browser, site: Path, address: str, kind: str) -> None:
    with visit(chromium, address, forced_colors="active", reduced_motion="reduce") as seen:
        seen.go(samples(site, kind)[0])
        page = seen.page
        seen.note("sticks out", page.evaluate(OVERFLOW))
        assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        seen.note("moves", page.evaluate("() => document.getAnimations().length"))
        seen.note("drawn in the colour of the paper", page.evaluate(UNSEEN))
        seen.axe(CONTRAST, "forced colours")


def test_skip_link(chromium: Browser, address: str) -> None:
    with visit(chromium, address, 360, 640, reduced_motion="reduce") as seen:
        seen.go("thong-ke/index.html")
        page = seen.page
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#main"
        box = skip.bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0, "the focused link is not on the screen"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_on_a_phone(chromium: Browser, site: Path, address: str, language: str) -> None:
    with visit(chromium, address, 360, 640) as seen:
        seen.go(samples(site, "home", language)[0])
        page = seen.page
        menu, button = page.locator("#menu"), page.locator("header button[popovertarget=menu]:visible")
        assert not menu.is_visible()
        button.focus()
        page.keyboard.press("Enter")
        assert menu.is_visible()
        seen.note("sticks out", page.evaluate(OVERFLOW))
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.querySelector('#menu').contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert not menu.is_visible()
        assert page.evaluate("() => document.activeElement.getAttribute('popovertarget')") == "menu"
        button.click()
        menu.locator("button").click()
        assert not menu.is_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "entry", "unions", "search"])
def test_focus_is_visible(chromium: Browser, site: Path, address: str, kind: str, width: int) -> None:
    """Every stop of the Tab key shows that it has the focus, and none is a trap."""
    with visit(chromium, address, width, 800, reduced_motion="reduce") as seen:
        seen.go(samples(site, kind)[0])
        stops = 0
        while stops < 400:
            seen.page.keyboard.press("Tab")
            stop = seen.page.evaluate(FOCUS)
            if stop is None:
                break
            stops += 1
            element, shown, inside = stop
            seen.note("no outline", "" if shown else element)
            seen.note("focused out of sight", "" if inside else element)
        assert 5 < stops < 400


def test_an_entry_prints_on_one_page(chromium: Browser, site: Path, address: str) -> None:
    by_size = sorted(pages_of(site, "entry"), key=lambda page: ((site / page).stat().st_size, page))
    with visit(chromium, address) as seen:
        for path in dict.fromkeys([*by_size[-6:], *samples(site, "entry")]):
            seen.go(path)
            seen.note(f"{path}: images", seen.page.evaluate(IMAGES))
            sheet = seen.page.pdf(prefer_css_page_size=True)
            sizes = re.findall(rb"/MediaBox\s*\[\s*([^\]]+?)\s*\]", sheet)
            seen.note(f"{path}: pages", len(sizes) if len(sizes) != 1 else 0)
            width, height = (float(number) for number in sizes[0].split()[2:])
            assert (round(width), round(height)) == (595, 842), "not A4"
