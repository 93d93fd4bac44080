"""What Ctrl-C does: it is remembered, because libraries turn it into errors of their own. Loaded before all else, so it loads little."""

from __future__ import annotations

import signal
import threading
from types import FrameType

INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended


def listen() -> threading.Event:
    """From now on Ctrl-C stops what is done, and sets this."""
    stopped = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    return stopped
