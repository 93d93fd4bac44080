"""The same verbs without a screen."""

from __future__ import annotations

import sys

from relinsight.command_line.stopping import STOPPED, done, leave, listen


def main() -> None:
    """Run one verb, and end with its exit code: what stops it is said in one sentence, never with a traceback."""
    try:
        listen()
        from relinsight.command_line.ending import run

        sys.exit(run())
    finally:
        done()
        if STOPPED.is_set():
            leave()
