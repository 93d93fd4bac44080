"""What is started to look at the pages: the dashboard over a city, and a browser."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from bench.server import Server, serving

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


def chromium(playwright: Playwright) -> Browser:
    """The browser of this machine."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def dashboard(database: Path) -> AbstractContextManager[Server]:
    """The dashboard as a user starts it, on a free port, over one database."""
    return serving("dashboard.py", RELINSIGHT_DB=str(database))
