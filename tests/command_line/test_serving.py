"""The verb that opens the dashboard runs the server in its own process, from whichever folder it is asked."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.server import QUIET, ROOT, free_port, wait_for


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def dashboard(port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    settings = os.environ | {**QUIET, "RELINSIGHT_DB": str(tmp_path / "city.duckdb"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "relinsight", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=tmp_path, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    yield process
    process.kill()
    process.wait()


def test_the_dashboard_answers_and_stops_when_it_is_told(dashboard: subprocess.Popen[bytes], port: int) -> None:
    wait_for(port)
    assert json.loads(urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=5).read()) == {"status": "ok"}
    dashboard.send_signal(signal.SIGINT)
    _, said = dashboard.communicate(timeout=30)
    assert b"Traceback" not in said
