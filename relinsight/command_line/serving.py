"""Open the dashboard."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).parents[2]


def serve(
    port: Annotated[int | None, typer.Option(help="The port to listen on (8501 unless it is taken).")] = None,
    address: Annotated[str | None, typer.Option(help="The address to listen on (this machine alone).")] = None,
) -> None:
    """Open the dashboard in the browser.

    Example: relinsight serve --port 8600
    """
    options = [f"--server.port={port}"] * bool(port) + [f"--server.address={address or 'localhost'}"]
    os.chdir(ROOT)
    sys.argv = ["streamlit", "run", str(ROOT / "dashboard.py"), *options]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
