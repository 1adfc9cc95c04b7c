"""Which browser the tests take."""

from pathlib import Path

import pytest

from tests.browser import conftest


def test_the_variable_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "chromium"
    own.touch(mode=0o755)
    monkeypatch.setenv(conftest.VARIABLE, str(own))
    assert conftest.find_chromium() == str(own)


def test_a_place_with_nothing_to_run_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser, listed = tmp_path / "a browser", tmp_path / "install.sh"
    listed.write_text(f'for place in "$SANGKIEN_CHROMIUM" {tmp_path}/none \\\n  "{browser}"; do\n')
    monkeypatch.setattr(conftest, "INSTALL", listed)
    monkeypatch.setenv(conftest.VARIABLE, str(tmp_path / "missing"))
    assert conftest.find_chromium() is None
    browser.touch(mode=0o755)
    assert conftest.find_chromium() == str(browser)
