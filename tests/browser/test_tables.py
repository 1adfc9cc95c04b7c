"""League tables in the browser: sorted by a press on a heading, long ones folded and searched by name."""

from playwright.sync_api import Browser, Page, Route

from generator.text import sort_key
from tests.browser.visits import visit

TABLE = "table[data-sort]"
NAMES = "rows => rows.filter((r) => !r.hidden).map((r) => r.querySelector('th a').textContent)"


def names(page: Page) -> list[str]:
    """The unions shown, in their order."""
    found: list[str] = page.eval_on_selector_all(f"{TABLE} tbody tr", NAMES)
    return found


def column(page: Page, number: int) -> list[float]:
    """The values of a column, in the order shown."""
    found: list[float] = page.eval_on_selector_all(
        f"{TABLE} tbody tr", f"rows => rows.map((r) => Number(r.cells[{number}].dataset.value))"
    )
    return found


def test_a_heading_sorts(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address) as seen:
        seen.go("don-vi/index.html")
        page = seen.page
        first = names(page)
        heading = page.locator(f"{TABLE} thead th").nth(2)
        heading.locator("button").click()
        assert heading.get_attribute("aria-sort") == "descending"
        assert column(page, 2) == sorted(column(page, 2), reverse=True)
        heading.locator("button").press("Enter")
        assert heading.get_attribute("aria-sort") == "ascending"
        assert column(page, 2) == sorted(column(page, 2))
        by_name = page.locator(f"{TABLE} thead th").nth(1)
        by_name.locator("button").click()
        assert names(page) == sorted(first, key=sort_key) != first
        assert page.locator(f"{TABLE} [aria-sort]").count() == 1


def test_without_script_a_table_is_whole(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address, java_script_enabled=False) as seen:
        seen.go("don-vi/index.html")
        assert seen.page.locator(f"{TABLE} tbody tr").count() == 22
        assert seen.page.locator(f"{TABLE} button").count() == 0


def long_table(route: Route) -> None:
    """The page with three times its rows, as of a union with many below it."""
    answer = route.fetch()
    before, start, rest = answer.text().partition("<tbody>")
    rows, end, after = rest.partition("</tbody>")
    opening = before.replace(" data-sort>", ' data-sort data-find="Tìm" data-all="Hiện cả 66">', 1)
    route.fulfill(response=answer, body=opening + start + rows * 3 + end + after)


def test_a_long_table_is_folded(chromium: Browser, sample_address: str) -> None:
    with visit(chromium, sample_address, 360, 800) as seen:
        page = seen.page
        page.route("**/don-vi/index.html", long_table)
        seen.go("don-vi/index.html")
        rows = page.locator(f"{TABLE} tbody tr:visible")
        assert rows.count() == 25
        field = page.locator("input.sift")
        field.fill("do son")
        assert set(names(page)) == {"LĐLĐ quận Đồ Sơn"}
        assert rows.count() == 3
        more = page.get_by_role("button", name="Hiện cả 66")
        assert not more.is_visible()
        field.fill("")
        assert rows.count() == 25
        more.click()
        assert rows.count() == 66
        assert not more.is_visible()
        assert page.evaluate("() => document.activeElement.closest('tr').rowIndex") == 26
        # Sorting keeps what is looked for.
        field.fill("nganh")
        found = rows.count()
        page.locator(f"{TABLE} thead button").nth(1).click()
        assert rows.count() == found == 21
        seen.note("order", [] if names(page) == sorted(names(page), key=sort_key) else names(page))
