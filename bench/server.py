"""A dashboard in a process of its own, as a user starts it, and how much memory it takes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 60
QUIET = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full"}
MEGABYTE = 1024  # kilobytes, in which the system counts


@dataclass(frozen=True)
class Server:
    """A running server: its port, its process and how long it took until it answered."""

    port: int
    process: subprocess.Popen[bytes]
    started: float

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        return f"http://localhost:{self.port}"

    def memory(self) -> tuple[float, float]:
        """The megabytes in use now, and the most there ever were."""
        said = Path(f"/proc/{self.process.pid}/status").read_text()
        found = dict(line.split(":", 1) for line in said.splitlines() if ":" in line)
        return (_megabytes(found["VmRSS"]), _megabytes(found["VmHWM"]))


def serving(script: str, **environment: str) -> AbstractContextManager[Server]:
    """A server of this script until the block ends."""
    return _running("streamlit", "run", script, **environment)


def serving_as_people_do(**environment: str) -> AbstractContextManager[Server]:
    """The dashboard, started with the verb behind `make run`, until the block ends."""
    return _running("relinsight", "serve", **environment)


@contextmanager
def _running(*command: str, **environment: str) -> Generator[Server]:
    port = free_port()
    settings = _environment({"STREAMLIT_SERVER_PORT": str(port), **QUIET, **environment})
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield Server(port, process, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def wait_for(port: int) -> None:
    """Until a server answers on this port."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2).read()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"The server on port {port} did not answer within {PATIENCE} seconds.")


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return found.getsockname()[1]


def _megabytes(written: str) -> float:
    return int(written.split(maxsplit=1)[0]) / MEGABYTE
