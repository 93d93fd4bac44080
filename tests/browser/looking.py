"""One visitor's browser: it goes to pages, waits until they stand still, and notes what went wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

PAGES = ("portfolio", "coverage", "sectors", "partner")
HEIGHT = 1000
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"
LOCAL = ("localhost", "127.0.0.1", "")
# Streamlit asks a deep link for these before the right address; that they are missing there is its own.
PROBES = re.compile(r"/\w+/_stcore/(health|host-config)$")
AXE = Axe()


@dataclass
class Visitor:
    """A browser of one theme over one server."""

    address: str
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run and nothing is being drawn any more."""
        for _ in range(2):
            self.page.wait_for_selector(STILL, timeout=60_000)
            self.page.wait_for_timeout(80)
        expect(self.page.locator("h1")).to_have_count(1, timeout=30_000)

    def widen(self, width: int) -> None:
        """Give the page another width; its charts are drawn anew."""
        if self.page.viewport_size != {"width": width, "height": HEIGHT}:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.wait_for_timeout(150)

    def turn_to(self, name: str) -> None:
        """Go to another page by the navigation."""
        before = self.page.locator("h1").inner_text()
        self.page.locator(f"[data-testid=stSidebarNav] a[href$='/{name}']").click()
        self.page.wait_for_url(re.compile(f"/{name}\\b"))
        self.page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
        self.settle()

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def scope(self) -> dict[str, list[str]]:
        """What the address says of the scope."""
        return {key: value for key, value in parse_qs(urlsplit(self.page.url).query).items() if key != "partner"}

    def findings(self) -> list[str]:
        """What axe finds, each with its element."""
        found = AXE.run(self.page).response["violations"]
        return [f"{finding['id']}: {node['html'][:200]}" for finding in found for node in finding["nodes"]]

    def close(self) -> None:
        self.context.close()


def visitor(browser: Browser, address: str, theme: str = "light", width: int = 1440) -> Visitor:
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=theme, locale="en-GB")
    page = context.new_page()
    found = Visitor(address, context, page)
    context.on("request", lambda request: _leaves(found, request))
    context.on("console", lambda said: found.complaints.append(said.text) if said.type == "error" and not _probe(said.location) else None)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    return found


def _leaves(found: Visitor, request: Request) -> None:
    if (urlsplit(request.url).hostname or "") not in LOCAL:
        found.complaints.append(f"A request leaves this machine: {request.url}")


def _probe(location: dict[str, object]) -> bool:
    return bool(PROBES.search(str(location.get("url", ""))))
