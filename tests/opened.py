"""The frame without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from relinsight.show import work

FRAME = Path(__file__).parents[1] / "relinsight" / "show" / "frame.py"
Opened = Callable[..., AppTest]


def opened(page: str, address: dict[str, str | list[str]]) -> AppTest:
    """The app at an address, after its first run."""
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    if page != "portfolio":
        app.switch_page(f"../../pages/{page}.py")
    return app.run()


def settle(app: AppTest) -> AppTest:
    """The app after the work that a visitor began has ended: a browser looks by itself, a test looks again."""
    for job in work.jobs().live:
        assert job.finished.wait(60)
    return app.run()


def drop(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop files on the page about the data, and wait until it says what they would do."""
    uploader = app.file_uploader[0]
    for name, content in files:
        uploader = uploader.upload(name, content)
    app.run()
    return settle(app)
