"""What Ctrl-C does: it is remembered, because libraries turn it into errors of their own. Loaded before all else, so it loads little."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn


class Flag:
    """Something that happened, or not yet."""

    def __init__(self) -> None:
        self._is_set = False

    def set(self) -> None:
        """It happened."""
        self._is_set = True

    def clear(self) -> None:
        """It did not happen yet."""
        self._is_set = False

    def is_set(self) -> bool:
        """Whether it happened."""
        return self._is_set


INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended
STOPPED = Flag()
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


def leave() -> NoReturn:
    """Say what became of a verb that was stopped, and end at once: what was half loaded is neither used nor taken down any more."""
    from contextlib import suppress

    from relinsight.words.text import text

    said = text("Stopped: what was not finished has changed nothing in the database.")
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        print(said.message, file=sys.stderr, flush=True)
    os._exit(INTERRUPTED)


def _stop(_number: int, _frame: FrameType | None) -> None:
    STOPPED.set()
    raise KeyboardInterrupt


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    """Where Ctrl-C comes while Python tidies up, as it does after loading a module, the interruption is lost: it comes once more."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        from threading import Timer

        again = Timer(AGAIN, _interrupt_main)
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(lost)


def _interrupt_main() -> None:
    """Send Ctrl-C to the thread that does the work, which wakes it where it waits."""
    from threading import main_thread

    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:
        signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)


def _end(_number: int, _frame: FrameType | None) -> None:
    STOPPED.set()
    raise SystemExit(INTERRUPTED)
