"""Make the pictures of the README anew from the demo city: `make pictures`."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from starting import chromium, dashboard

from relinsight.warehouse.connection import open_file
from relinsight.warehouse.demo import fill_with_demo

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PICTURES = {
    "portfolio": ("portfolio?lang=en", "light", 1130),
    "coverage-dutch": ("coverage?lang=nl", "dark", 1330),
}


def main() -> None:
    """Start the dashboard over a demo city, and take each picture."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "demo.duckdb"
        warehouse = open_file(database)
        fill_with_demo(warehouse, at=datetime(2026, 11, 23, 9, tzinfo=UTC))
        warehouse.close()
        with dashboard(database) as server, sync_playwright() as playwright:
            browser = chromium(playwright)
            for name, (address, theme, height) in PICTURES.items():
                _take(browser, f"{server.address}/{address}", theme, height, IMAGES / f"{name}.png")


def _take(browser: Browser, address: str, theme: str, height: int, target: Path) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": height}, color_scheme=theme)
    page.goto(address)
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", timeout=60_000)
    page.wait_for_timeout(3_000)
    page.screenshot(path=target)
    page.close()


if __name__ == "__main__":
    main()
