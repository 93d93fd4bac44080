"""The verb that opens the dashboard runs the server in its own process, from whichever folder it is asked."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.server import QUIET, ROOT, free_port, wait_for
from relinsight.access.place import notice

STOPPED = "Stopped: what was not finished has changed nothing in the database.\n"


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


def test_the_dashboard_answers_and_ends_as_ctrl_c_ends_every_verb(dashboard: subprocess.Popen[bytes], port: int, tmp_path: Path) -> None:
    wait_for(port)
    assert json.loads(urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=5).read()) == {"status": "ok"}
    database = tmp_path / "city.duckdb"
    while not notice(database).exists():
        time.sleep(0.05)
    assert _stopped(dashboard) == (130, STOPPED)
    assert not notice(database).exists()


def test_it_ends_alike_before_it_answers(dashboard: subprocess.Popen[bytes]) -> None:
    time.sleep(1)
    assert _stopped(dashboard) == (130, STOPPED)


def _stopped(dashboard: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Its exit code after Ctrl-C, and all that it says."""
    dashboard.send_signal(signal.SIGINT)
    _, said = dashboard.communicate(timeout=30)
    return dashboard.returncode, said.decode()
