"""One browser for all tests of this folder, and what they ask of every page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

IN_CI = bool(os.environ.get("CI"))
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",  # the tests run as root in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

_WIDER = """() => {
    const width = document.documentElement.clientWidth;
    const scrolls = node =>
        node && (/(auto|scroll)/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    return [...document.body.querySelectorAll("*")]
        .filter(node => node.getBoundingClientRect().right > width + 1 && !scrolls(node.parentElement))
        .map(node => node.outerHTML.slice(0, 200));
}"""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium. Closed when the last test of this folder ended: Playwright occupies the event loop of its thread."""
    if CHROMIUM is None:
        assert not IN_CI, "CI needs Chromium"
        pytest.skip("there is no Chromium: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Visit:
    """A page that is open, and what the browser said and asked for meanwhile."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def overflow(self) -> list[str]:
        """Return what is wider than the window, and not within something that scrolls."""
        found: list[str] = self.page.evaluate(_WIDER)
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [*found, *([f"the page is {width} px too wide"] if width > 0 else [])]

    def barriers(self) -> str:
        """Return what axe-core finds on the page."""
        results = Axe().run(self.page)
        return "" if results.violations_count == 0 else results.generate_report()


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens an address in a window of its own."""
    contexts = []

    def opened(address: str = "", *, width: int = 1000, scheme: str = "light") -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        context.set_default_timeout(10_000)
        contexts.append(context)
        made = Visit(context.new_page())
        if address:
            made.page.goto(address)
        return made

    yield opened
    for context in contexts:
        context.close()
