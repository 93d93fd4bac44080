"""What Ctrl-C does: it is remembered, because libraries turn it into errors of their own. Loaded before all else, so it loads little."""

from __future__ import annotations

import signal
import sys
import threading
from types import FrameType

INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended
STOPPED = threading.Event()
AGAIN = 0.05  # seconds


def listen() -> None:
    """From now on Ctrl-C stops what is done, and is remembered."""
    STOPPED.clear()
    signal.signal(signal.SIGINT, _stop)
    sys.unraisablehook = _unraisable


def listen_around_a_server() -> None:
    """From now on Ctrl-C ends the program without a word of the server's own, which says 'Aborted!' of a KeyboardInterrupt."""
    signal.signal(signal.SIGINT, _end)


def done() -> None:
    """From now on there is nothing left to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(_number: int, _frame: FrameType | None) -> None:
    STOPPED.set()
    raise KeyboardInterrupt


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    """Where Ctrl-C comes while Python tidies up, as it does after loading a module, the interruption is lost: it comes once more."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        threading.Timer(AGAIN, signal.raise_signal, (signal.SIGINT,)).start()
    else:
        sys.__unraisablehook__(lost)


def _end(_number: int, _frame: FrameType | None) -> None:
    STOPPED.set()
    raise SystemExit(INTERRUPTED)
