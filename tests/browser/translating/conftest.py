from collections.abc import Iterator

import pytest
from playwright.sync_api import sync_playwright

from .newsroom import Newsroom, running_newsroom


@pytest.fixture
def newsroom(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, chromium: str
) -> Iterator[Newsroom]:
    """A running site with a draft in German, and a browser for everybody who works on it."""
    with running_newsroom(request, tmp_path_factory.mktemp("newsroom")) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield Newsroom(address, browser)
        finally:
            browser.close()
