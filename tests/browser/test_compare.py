"""Unions side by side: chosen by keyboard, kept in the address, understood by Back, told aloud."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import OVERFLOW, WCAG, visit

PAGE = "so-sanh/index.html"
SELECTS = "#compare select"


def chosen(page: Page) -> list[str]:
    """The unions of the table, in their order."""
    return page.locator("#chosen thead th a").all_inner_texts()


def test_two_to_four_unions_side_by_side(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address) as seen:
        page = seen.page
        seen.go(PAGE)
        expect(page.locator("#chosen")).to_be_hidden()
        page.locator(SELECTS).nth(0).select_option("le-chan")
        page.locator(SELECTS).nth(2).select_option("nganh-y-te")
        page.get_by_role("button", name="So sánh").press("Enter")
        assert chosen(page) == ["LĐLĐ quận Lê Chân", "CĐ ngành Y tế"]
        expect(page).to_have_url(re.compile(r"\?don-vi=le-chan,nganh-y-te$"))
        told = page.get_by_role("status")
        expect(told).to_have_text("Đang so sánh: LĐLĐ quận Lê Chân, CĐ ngành Y tế.")
        seen.axe(WCAG, "compared")

        page.locator(SELECTS).nth(3).select_option("an-lao")
        page.get_by_role("button", name="So sánh").click()
        assert chosen(page)[2:] == ["LĐLĐ huyện An Lão"]
        page.go_back()
        assert len(chosen(page)) == 2
        assert [select.input_value() for select in page.locator(SELECTS).all()] == [
            "le-chan", "nganh-y-te", "", "",
        ]  # fmt: skip
        page.go_back()
        expect(page.locator("#chosen")).to_be_hidden()
        expect(told).to_have_text("")


def test_the_figures_are_those_of_the_whole_table(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address, 360, 800) as seen:
        page = seen.page
        seen.go(f"{PAGE}?don-vi=le-chan,khong-co,an-lao,le-chan,,ngo-quyen,kien-an,hai-an")
        assert len(chosen(page)) == 4, "unknown unions and repeated ones are passed over, more are left out"
        cells = "row => [...row.cells].map((cell) => cell.textContent.trim())"
        for number, union in enumerate(("le-chan", "an-lao", "ngo-quyen", "kien-an"), 1):
            whole = page.locator(f"#all tr[data-union={union}]").evaluate(cells)
            rows = page.locator("#chosen tr").all()
            assert [row.evaluate(cells)[number] for row in rows] == whole
        seen.note("sticks out", page.evaluate(OVERFLOW))


def test_one_union_is_not_enough(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address) as seen:
        page = seen.page
        seen.go("don-vi/do-son/index.html")
        page.get_by_role("link", name="So sánh với đơn vị khác").click()
        expect(page.locator(SELECTS).first).to_have_value("do-son")
        expect(page.get_by_role("status")).to_have_text("Hãy chọn ít nhất hai đơn vị.")
        expect(page.locator("#chosen")).to_be_hidden()
        page.locator(SELECTS).first.select_option("")
        page.get_by_role("button", name="So sánh").click()
        expect(page.get_by_role("status")).to_have_text("Hãy chọn ít nhất hai đơn vị.")
        expect(page).to_have_url(re.compile(r"so-sanh/index\.html$"))


def test_without_script_the_whole_table_stands_there(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address, java_script_enabled=False) as seen:
        seen.go(f"en/{PAGE}")
        page = seen.page
        expect(page.locator("#compare")).to_be_hidden()
        assert page.locator("#all tbody tr").count() == 22
        assert "Unions differ in size" in page.locator("main").inner_text()
