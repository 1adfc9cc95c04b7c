"""The search page in a real browser: the sample's innovations, a sub-path, a strict policy."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.search import SearchDocument
from tests.browser.conftest import SUB_PATH
from tests.browser.search_sample import labels, sample_documents
from tests.unit.search_engine import write_index
from tests.unit.search_reference import Reference

DATA = re.compile(r"/tim-kiem/data/")


@pytest.fixture(scope="module")
def documents() -> list[SearchDocument]:
    return sample_documents()


@pytest.fixture(scope="module")
def washing(documents: list[SearchDocument]) -> int:
    """How many innovations the tests' favourite query finds."""
    return len(Reference(documents).search("rua tay")["ids"])


@pytest.fixture
def page(chromium: Browser, sample_address: str) -> Iterator[Page]:
    """A page on a desktop, whose console must stay silent and whose requests must stay at home."""
    context = chromium.new_context(base_url=sample_address, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: request.url.startswith(sample_address) or said.append(request.url))
    yield opened
    context.close()
    assert not said


def results(page: Page) -> list[str]:
    """The IDs of the results that are shown."""
    links = page.locator("#results a").evaluate_all("links => links.map(link => link.href)")
    return [link.partition("/sang-kien/")[2].removesuffix(".html") for link in links]


def count(page: Page, text: str) -> None:
    expect(page.locator("#count")).to_have_text(text)


def open_search(page: Page, query: str = "") -> None:
    page.goto(f"tim-kiem/index.html{query}", wait_until="networkidle")


def test_the_box_in_the_header_leads_to_results(
    page: Page, documents: list[SearchDocument], washing: int
) -> None:
    page.goto("index.html")
    page.locator("header input[name=q]").fill("rua tay")
    page.locator("header input[name=q]").press("Enter")
    count(page, f"{washing} sáng kiến")
    expect(page.locator("#browse")).to_be_hidden()
    assert results(page) == Reference(documents).search("rua tay")["ids"]
    expect(page.locator("#results mark").first).to_have_text("rửa tay")
    page.locator("#results a").first.click()
    expect(page.locator("h1")).to_contain_text("rửa tay")


@pytest.mark.parametrize(
    "query", ["máy", "MÁY", "khoảng cách", "hoà", "công đoàn cơ sở", "cô", "thi", "nguyen", "19"]
)
def test_results_are_those_of_a_scan(page: Page, documents: list[SearchDocument], query: str) -> None:
    open_search(page, f"?q={query}")
    expected = Reference(documents).search(query)["ids"]
    count(page, f"{len(expected)} sáng kiến")
    while page.locator("#more").is_visible():
        shown = page.locator("#results li").count()
        page.locator("#more").click()
        expect(page.locator("#results a").nth(shown)).to_be_focused()
    assert results(page) == expected


def test_typing_shows_results_and_is_one_step_back(page: Page, washing: int) -> None:
    open_search(page)
    expect(page.locator("#browse")).to_be_visible()
    expect(page.locator("#found")).to_be_hidden()
    page.locator("#search [name=q]").press_sequentially("rua tay")
    count(page, f"{washing} sáng kiến")
    expect(page).to_have_url(re.compile(r"\?q=rua\+tay$"))
    page.locator("#search [name=q]").press("ArrowDown")
    expect(page.locator("#results a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search [name=q]")).to_be_focused()
    page.go_back()
    expect(page.locator("#browse")).to_be_visible()
    expect(page.locator("#search [name=q]")).to_have_value("")
    page.go_forward()
    count(page, f"{washing} sáng kiến")


def test_filters_count_narrow_and_can_be_taken_away(page: Page, documents: list[SearchDocument]) -> None:
    open_search(page, "?q=máy")
    reference = Reference(documents)
    phases = reference.search("máy", facets=["phase"])["counts"]["phase"]
    first = page.locator("[data-facet=phase] label").first
    expect(first.locator("small")).to_have_text(str(phases["phase-1"]))
    first.click()
    count(page, f"{phases['phase-1']} sáng kiến")
    expect(page).to_have_url(re.compile("giai-doan=phase-1"))
    # Its own facet counts as before, the others within it.
    second = page.locator("[data-facet=phase] label").nth(1)
    expect(second.locator("small")).to_have_text(str(phases["phase-2"]))
    kinds = reference.search("máy", {"phase": ["phase-1"]}, facets=["kind"])["counts"]["kind"]
    box = page.locator("[data-facet=kind] label:has([value=technical])")
    expect(box.locator("small")).to_have_text(str(kinds["technical"]))
    box.click()
    expect(page.locator("#chips button")).to_have_count(3)
    page.get_by_role("button", name="Bỏ lọc: Giai đoạn 1").click()
    expect(page).not_to_have_url(re.compile("giai-doan"))
    page.go_back()
    expect(page.locator("#chips button")).to_have_count(3)
    page.get_by_role("button", name="Bỏ mọi bộ lọc").click()
    expect(page.locator("#chips button")).to_have_count(0)
    count(page, f"{sum(phases.values()) + uncounted(documents, 'máy')} sáng kiến")


def uncounted(documents: list[SearchDocument], query: str) -> int:
    found = set(Reference(documents).search(query)["ids"])
    return sum(document.id in found and document.phase is None for document in documents)


def test_grassroots_unions_come_with_their_union(page: Page, documents: list[SearchDocument]) -> None:
    open_search(page)
    page.locator("#search [name=q]").fill("máy")
    expect(page.locator("[data-facet=unit]")).to_be_hidden()
    page.locator("[data-facet=upper] label").first.click()
    upper = page.locator("[data-facet=upper] input:checked").input_value()
    units = Reference(documents).search("máy", {"upper": [upper]}, facets=["unit"])["counts"]["unit"]
    expect(page.locator("[data-facet=unit] label:visible")).to_have_count(len(units))
    unit = page.locator("[data-facet=unit] label").first
    name = unit.locator("span").inner_text()
    assert int(unit.locator("small").inner_text()) == max(units.values())
    unit.click()
    expect(page.get_by_role("button", name=f"Bỏ lọc: {name}")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name=f"Bỏ lọc: {name}")).to_be_visible()
    count(page, f"{max(units.values())} sáng kiến")
    page.locator("[data-facet=upper] label:has(:checked)").click()
    expect(page.locator("#chips button")).to_have_count(0)


def test_a_shared_address_restores_everything(page: Page, documents: list[SearchDocument]) -> None:
    open_search(page, "?q=máy&giai-doan=phase-2&loi-ich=0&loi-ich=social&sap-xep=lam-loi")
    filters = {"phase": ["phase-2"], "benefit": ["0", "social"]}
    expected = Reference(documents).search("máy", filters, "benefit")["ids"]
    count(page, f"{len(expected)} sáng kiến")
    assert results(page) == expected[:10]
    expect(page.get_by_role("radio", name="làm lợi")).to_be_checked()
    page.get_by_text("mới nhất").click()
    expect(page.locator("#results a").first).to_have_attribute(
        "href", f"../sang-kien/{Reference(documents).search('máy', filters, 'date')['ids'][0]}.html"
    )


def test_closed_filters_are_counted_when_they_open(page: Page, documents: list[SearchDocument]) -> None:
    open_search(page, "?q=máy")
    months = Reference(documents).search("máy", facets=["month"])["counts"]["month"]
    page.locator("[data-facet=month] summary").click()
    expect(page.locator("[data-facet=month] label:visible")).to_have_count(len(months))


def test_nothing_found_says_what_would_be(page: Page, documents: list[SearchDocument], washing: int) -> None:
    open_search(page, "?q=rua tay zzzz&giai-doan=phase-1")
    count(page, "Không có sáng kiến nào khớp.")
    early = len(Reference(documents).search("rua tay", {"phase": ["phase-1"]})["ids"])
    page.get_by_role("button", name=f"Bỏ “zzzz”: {early} sáng kiến").click()
    count(page, f"{early} sáng kiến")
    expect(page).to_have_url(re.compile(r"q=rua\+tay&giai-doan=phase-1"))
    open_search(page, "?q=rua tay&loi-ich=1000000000")
    page.get_by_role("button", name=f"Bỏ mọi bộ lọc: {washing} sáng kiến").click()
    count(page, f"{washing} sáng kiến")


def test_a_lost_connection_can_be_tried_again(chromium: Browser, sample_address: str, washing: int) -> None:
    page = chromium.new_page(base_url=sample_address)
    page.route(DATA, lambda route: route.abort())
    open_search(page, "?q=rua tay")
    expect(page.locator("#help p")).to_contain_text("Chưa tải được")
    page.unroute(DATA)
    page.get_by_role("button", name="Thử lại").click()
    count(page, f"{washing} sáng kiến")
    page.close()


def test_a_site_that_was_published_anew_is_read_anew(
    chromium: Browser, sample_address: str, sample: Path, tmp_path: Path
) -> None:
    """The page still has the old manifest, whose files are gone."""
    page = chromium.new_page(base_url=sample_address)
    open_search(page)
    gone = {path.name for path in (sample / "tim-kiem" / "data").glob("*.json")}
    old = write_index(tmp_path, sample_documents()[:60], labels())
    manifest = (tmp_path / "tim-kiem" / "index.json").read_text("utf-8")
    assert old

    def answer(route: Route) -> None:
        path = tmp_path / route.request.url.partition(f"{SUB_PATH}/")[2]
        if path.exists() and path.name not in gone:
            route.fulfill(body=path.read_text("utf-8"), content_type="application/json")
        elif path.name in gone:
            route.fulfill(status=404)
        else:
            route.continue_()

    page.route(re.compile(r"/tim-kiem/data/"), answer)
    page.route(re.compile(r"/tim-kiem/index\.json"), lambda route: route.fulfill(body=manifest))
    page.locator("#search [name=q]").fill("máy")
    expect(page.locator("#results a").first).to_be_visible()
    expected = Reference(sample_documents()[:60]).search("máy")["ids"]
    count(page, f"{len(expected)} sáng kiến")
    page.close()


def test_without_javascript_there_is_the_catalogue_to_browse(chromium: Browser, sample_address: str) -> None:
    context = chromium.new_context(base_url=sample_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("tim-kiem/index.html?q=rua+tay")
    expect(page.locator("#found")).to_be_hidden()
    expect(page.locator("#browse a").first).to_be_visible()
    context.close()


def test_english_is_only_around_the_entries(page: Page, washing: int) -> None:
    page.goto("en/tim-kiem/index.html?q=rua tay")
    count(page, f"{washing} innovations")
    card = page.locator("#results li", has_text="Bồn rửa tay đạp chân")
    expect(card.locator("h2")).to_have_attribute("lang", "vi")
    expect(card.locator(".tag")).to_have_text("Technical")
    expect(card.locator(".meta")).to_contain_text("15 March 2022")
    expect(card.locator(".benefit")).to_have_text("120 million VND")
    card.locator("a").click()
    expect(page).to_have_url(re.compile(f"{SUB_PATH}/sang-kien/"))


def test_a_phone_shows_results_first(chromium: Browser, sample_address: str) -> None:
    context = chromium.new_context(base_url=sample_address, viewport={"width": 320, "height": 640})
    page = context.new_page()
    open_search(page, "?q=máy&giai-doan=phase-1&giai-doan=phase-2")
    expect(page.locator("[data-facet=phase]")).to_be_hidden()
    page.locator("#filters > summary").click()
    expect(page.locator("[data-facet=kind] label:visible small").first).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_all_scripts_together_are_small(sample: Path) -> None:
    scripts = [path for path in sample.rglob("*.js") if "huong-dan" not in path.parts]
    assert sum(path.stat().st_size for path in scripts) <= 30_000
