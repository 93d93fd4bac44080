"""Where foreign formats are parsed: in one process for all files of a call, and in a new one where it was ended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

import relinsight
from relinsight.sources.foreign import limits
from relinsight.sources.foreign.orders import Order, give, told

CHECKOUT = str(Path(relinsight.__file__).parents[1])  # the process has to find the package from any folder
# Memory is counted when it is asked for: the allocators must not ask for far more than they use.
SPARING = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "1", "OMP_NUM_THREADS": "1"}
SERVES = "relinsight.sources.foreign.serving"
CAN_FORK = hasattr(os, "fork")


class Parsers:
    """A process that carries out orders one after the other, from the first of them on; it is ended at the end."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    def ended(self, order: Order) -> int:
        """How the parsing of a file ended; one that takes too long ends the process."""
        door = self._opened()
        door.settimeout(limits.LIMITS.seconds)
        try:
            give(door, order)
            ended = told(door)
        except OSError:  # the time is over, or the process is gone
            ended = None
        if ended is None:
            self.close()
        return limits.STOPPED if ended is None else ended

    def close(self) -> None:
        """End the process, and what it is parsing."""
        if self._process is None or self._door is None:
            return
        self._door.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = self._door = None

    def _opened(self) -> socket.socket:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._door is None:
            self._door, theirs = socket.socketpair()
            with theirs:
                self._process = _started([SERVES, str(theirs.fileno())], theirs.fileno())
        return self._door


_of_this_call: ContextVar[Parsers | None] = ContextVar("parsers", default=None)


@contextmanager
def parsers() -> Generator[Parsers]:
    """Inside, all files are parsed by one process; it may stand within another."""
    if (outer := _of_this_call.get()) is not None:
        yield outer
        return
    own = Parsers()
    before = _of_this_call.set(own)
    try:
        yield own
    finally:
        _of_this_call.reset(before)
        own.close()


def ended(order: Order) -> int:
    """How the parsing of a file ended; where processes cannot be forked each file has one of its own."""
    if not CAN_FORK:
        return _alone(order)
    with parsers() as here:
        return here.ended(order)


def _alone(order: Order) -> int:
    command = [sys.executable, "-P", "-m", order.module, order.asked]
    try:
        done = subprocess.run(
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=order.written,
            stderr=subprocess.DEVNULL,
            timeout=limits.LIMITS.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return limits.STOPPED
    return done.returncode


def _started(words: list[str], door: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", *words],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[door],
        process_group=0,
    )


def _environment() -> dict[str, str]:
    """That of this process, but for what concerns the city."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RELINSIGHT_")}
    return kept | SPARING | {"PYTHONPATH": os.pathsep.join([CHECKOUT, *filter(None, sys.path)])}
