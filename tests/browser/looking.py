"""One visitor's browser: it goes to pages, waits until they stand still, and notes what went wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

PAGES = ("portfolio", "coverage", "sectors", "partner")
WIDTHS = (1440, 1280, 400)
HEIGHT = 1000
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"
DRAWN = """() => [...document.querySelectorAll(".stPlotlyChart")].every((chart) => {
    const picture = chart.querySelector(".main-svg");
    return picture && Math.abs(picture.getBoundingClientRect().width - chart.clientWidth) < 2;
})"""
LOCAL = ("localhost", "127.0.0.1", "")
# Streamlit asks a deep link for these before the right address; that they are missing there is its own.
PROBES = re.compile(r"/\w+/_stcore/(health|host-config)$")
AXE = Axe()


@dataclass(frozen=True)
class Finding:
    """What axe finds: its rule, the element as it is written, and where it stands."""

    rule: str
    element: str
    target: str


@dataclass
class Visitor:
    """A browser of one theme over one server."""

    address: str
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)
    left: tuple[str, str] = ("", "")

    def go(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}")
        self.settle()
        self.left = (path, self.page.url)

    def look_at(self, path: str) -> None:
        """Go to a place, unless one is still there with nothing chosen since."""
        if self.left != (path, self.page.url):
            self.go(path)

    def settle(self) -> None:
        """Wait until the script has run and nothing is being drawn any more."""
        for _ in range(2):
            self.page.wait_for_selector(STILL, timeout=60_000)
            self.page.wait_for_timeout(80)
        expect(self.page.locator("h1")).to_have_count(1, timeout=30_000)

    def widen(self, width: int) -> None:
        """Give the page another width, and wait until its charts are drawn for it."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.wait_for_timeout(100)
        self.page.wait_for_function(DRAWN)

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
    def background(self) -> str:
        """The colour behind the page, which tells its theme."""
        return self.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")

    @property
    def scope(self) -> dict[str, list[str]]:
        """What the address says of the scope."""
        return {key: value for key, value in parse_qs(urlsplit(self.page.url).query).items() if key != "partner"}

    def findings(self) -> list[Finding]:
        """What axe finds, each with its element."""
        found = AXE.run(self.page).response["violations"]
        return [Finding(rule["id"], node["html"][:200], node["target"][0]) for rule in found for node in rule["nodes"]]

    def holds(self, found: Finding, selector: str) -> bool:
        """Whether the element of a finding is one that a selector names."""
        return self.page.evaluate("([at, selector]) => document.querySelector(at)?.matches(selector) ?? false", [found.target, selector])

    def photograph(self, target: Path) -> None:
        """Take a picture of the whole page, as long as it is."""
        width = self.page.viewport_size["width"]
        long = self.page.evaluate("document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight")
        self.page.set_viewport_size({"width": width, "height": long + 40})
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=target)
        self.widen(width)

    def close(self) -> None:
        self.page.close()


def context(browser: Browser, theme: str = "light") -> BrowserContext:
    """The browser of one theme; all who come with it share what it has fetched, and nothing else."""
    return browser.new_context(viewport={"width": WIDTHS[0], "height": HEIGHT}, color_scheme=theme, locale="en-GB")


def visitor(context: BrowserContext, address: str) -> Visitor:
    """Someone who opens a tab of their own."""
    page = context.new_page()
    found = Visitor(address, context, page)
    page.on("request", lambda request: _leaves(found, request))
    page.on("console", lambda said: found.complaints.append(said.text) if said.type == "error" and not _probe(said.location) else None)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (found.complaints.append(f"A dialog opens: {dialog.message}"), dialog.dismiss()))
    return found


def _leaves(found: Visitor, request: Request) -> None:
    if (urlsplit(request.url).hostname or "") not in LOCAL:
        found.complaints.append(f"A request leaves this machine: {request.url}")


def _probe(location: dict[str, object]) -> bool:
    return bool(PROBES.search(str(location.get("url", ""))))
