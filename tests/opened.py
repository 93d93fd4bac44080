"""The frame without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

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
