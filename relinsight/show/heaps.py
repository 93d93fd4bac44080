"""How the server shares the memory that it frees: each run of a page is a thread, and each would keep a heap for itself."""

from __future__ import annotations

import ctypes
from contextlib import suppress

MOST_HEAPS = -8  # M_ARENA_MAX in malloc.h
SHARED = 2


def share() -> None:
    """Let all threads take from the same few heaps; a system that knows no such setting goes on without it."""
    with suppress(OSError, TypeError, AttributeError):
        ctypes.CDLL(None).mallopt(MOST_HEAPS, SHARED)
