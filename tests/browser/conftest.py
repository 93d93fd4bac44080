"""A real server and a real browser; without a browser these tests skip and say so."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import cities
import pytest
from looking import Visitor, visitor
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("No Chromium is installed, so the pages are not looked at in a browser.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Server:
    """The dashboard as a user starts it, on a free port, over one database."""

    def __init__(self, database: Path) -> None:
        self.port = _free_port()
        self.address = f"http://localhost:{self.port}"
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={self.port}", "--server.headless=true"]
        environment = os.environ | {"RELINSIGHT_DB": str(database)}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2).read()
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise RuntimeError("The dashboard did not start.")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """The server of a city, started when it is first asked for."""
    folder, started = tmp_path_factory.mktemp("cities"), {}
    make = {"demo": cities.demo_file, "register": cities.register_file, "town": cities.town_file}

    def of(city: str) -> Server:
        if city not in started:
            started[city] = Server(make[city](folder / f"{city}.duckdb"))
        return started[city]

    yield of
    for found in started.values():
        found.stop()


@pytest.fixture(scope="session")
def visitors(browser: Browser, server: Callable[[str], Server]) -> Iterator[Callable[[str, str], Visitor]]:
    """The browser of one theme over one city, kept for all that look at it."""
    kept: dict[tuple[str, str], Visitor] = {}

    def of(city: str, theme: str) -> Visitor:
        if (city, theme) not in kept:
            kept[city, theme] = visitor(browser, server(city).address, theme)
        return kept[city, theme]

    yield of
    for found in kept.values():
        found.close()


@pytest.fixture
def guest(browser: Browser, server: Callable[[str], Server]) -> Iterator[Callable[[str], Visitor]]:
    """A visitor who comes for the first time."""
    came: list[Visitor] = []

    def to(city: str) -> Visitor:
        came.append(visitor(browser, server(city).address))
        return came[-1]

    yield to
    for found in came:
        found.close()
