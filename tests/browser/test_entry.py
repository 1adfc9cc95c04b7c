"""What a visitor does with an entry's page: share it, cite it."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.kinds import samples
from tests.browser.visits import visit


def test_share_copies_the_address_where_the_device_cannot_share(
    chromium: Browser, site: Path, address: str
) -> None:
    with visit(chromium, address, permissions=["clipboard-read", "clipboard-write"]) as seen:
        path = samples(site, "entry")[0]
        seen.page.add_init_script("delete Navigator.prototype.share")
        seen.go(path)
        button = seen.page.locator("#share")
        assert button.inner_text() == "Chia sẻ"
        button.click()
        seen.page.get_by_text("Đã chép địa chỉ").wait_for()
        assert seen.page.evaluate("() => navigator.clipboard.readText()") == address + path


def test_share_hands_on_to_the_device(chromium: Browser, site: Path, address: str) -> None:
    with visit(chromium, address) as seen:
        seen.page.add_init_script("Navigator.prototype.share = async (data) => { window.handed = data; }")
        path = samples(site, "entry")[0]
        seen.go(path)
        seen.page.locator("#share").click()
        assert seen.page.evaluate("() => window.handed.url") == address + path


def test_without_javascript_there_is_no_button_that_does_nothing(
    chromium: Browser, site: Path, address: str
) -> None:
    with visit(chromium, address, java_script_enabled=False) as seen:
        seen.go(samples(site, "entry")[0])
        assert not seen.page.locator("#share").is_visible()


def test_the_citation_unfolds(chromium: Browser, site: Path, address: str) -> None:
    with visit(chromium, address, 360, 800) as seen:
        cited = [path for path in samples(site, "entry") if "<details>" in (site / path).read_text("utf-8")]
        seen.go(cited[0])
        sentence = seen.page.locator("aside details p")
        assert not sentence.is_visible()
        seen.page.locator("aside summary").click()
        assert sentence.is_visible() and "“" in sentence.inner_text()
