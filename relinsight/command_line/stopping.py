"""What Ctrl-C does: it is remembered, because libraries turn it into errors of their own. Loaded before all else, so it loads little."""

from __future__ import annotations

import signal
import threading
from types import FrameType

INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended
STOPPED = threading.Event()


def listen() -> None:
    """From now on Ctrl-C stops what is done, and is remembered."""
    STOPPED.clear()
    signal.signal(signal.SIGINT, _stop)


def listen_around_a_server() -> None:
    """From now on Ctrl-C ends the program without a word of the server's own, which says 'Aborted!' of a KeyboardInterrupt."""
    signal.signal(signal.SIGINT, _end)


def done() -> None:
    """From now on there is nothing left to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(_number: int, _frame: FrameType | None) -> None:
    STOPPED.set()
    raise KeyboardInterrupt


def _end(_number: int, _frame: FrameType | None) -> None:
    STOPPED.set()
    raise SystemExit(INTERRUPTED)
