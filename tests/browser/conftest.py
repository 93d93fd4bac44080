"""A real server and a real browser; without a browser these tests skip and say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path

import cities
import pytest
from looking import Visitor, context, visitor
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from starting import CHROMIUM, chromium, dashboard
from wild import wild_file

from bench.server import Server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("No Chromium is installed, so the pages are not looked at in a browser.")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


def _wild_file(path: Path) -> Path:
    return wild_file(path, cities.town_file(path.with_stem("tame")))


MAKE = {"demo": cities.demo_file, "register": cities.register_file, "town": cities.town_file, "wild": _wild_file}


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """The server of a city, started when it is first asked for."""
    folder = tmp_path_factory.mktemp("cities")
    with ExitStack() as running:
        yield cache(lambda city: running.enter_context(dashboard(MAKE[city](folder / f"{city}.duckdb"))))


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[[str], BrowserContext]:
    """The browser of each theme, kept: what it has fetched once it need not fetch for the next visitor."""
    return cache(partial(context, browser))


@pytest.fixture(scope="session")
def visitors(contexts: Callable[[str], BrowserContext], server: Callable[[str], Server]) -> Callable[[str, str], Visitor]:
    """The tab of one theme over one city, kept for all that look at it."""
    return cache(lambda city, theme: visitor(contexts(theme), server(city).address))


@pytest.fixture
def guest(contexts: Callable[[str], BrowserContext], server: Callable[[str], Server]) -> Iterator[Callable[[str], Visitor]]:
    """A visitor who comes for the first time."""
    came: list[Visitor] = []

    def to(city: str) -> Visitor:
        came.append(visitor(contexts("light"), server(city).address))
        return came[-1]

    yield to
    for found in came:
        found.close()
