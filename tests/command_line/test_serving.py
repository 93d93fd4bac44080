"""The verb that opens the dashboard runs the server in its own process, from whichever folder it is asked."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return found.getsockname()[1]


@pytest.fixture
def dashboard(port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    settings = os.environ | {"STREAMLIT_SERVER_HEADLESS": "true", "RELINSIGHT_DB": str(tmp_path / "city.duckdb"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "relinsight", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=tmp_path, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    yield process
    process.kill()
    process.wait()


def test_the_dashboard_answers_and_stops_when_it_is_told(dashboard: subprocess.Popen[bytes], port: int) -> None:
    assert json.loads(_answer(f"http://localhost:{port}/healthz")) == {"status": "ok"}
    dashboard.send_signal(signal.SIGINT)
    _, said = dashboard.communicate(timeout=30)
    assert b"Traceback" not in said


def _answer(address: str) -> bytes:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return urllib.request.urlopen(address, timeout=5).read()
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{address} did not answer.")
