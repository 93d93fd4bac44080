"""How the server takes memory and gives it back: without this it keeps much of what each run of a page needed once."""

from __future__ import annotations

import ctypes
from contextlib import suppress

import pyarrow as pa

MOST_HEAPS, TRIM_ABOVE, OWN_PLACE_ABOVE = -8, -1, -3  # M_ARENA_MAX, M_TRIM_THRESHOLD and M_MMAP_THRESHOLD in malloc.h
SETTINGS = ((MOST_HEAPS, 2), (TRIM_ABOVE, 128 * 1024), (OWN_PLACE_ABOVE, 128 * 1024))


def share() -> None:
    """Let all threads take from the same few heaps, and tables too, and give back at once what is large.

    A system that knows no such setting goes on without it.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    with suppress(OSError, TypeError, AttributeError):
        allocate = ctypes.CDLL(None)
        for name, value in SETTINGS:
            allocate.mallopt(name, value)
