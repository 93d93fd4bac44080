"""A safe write: a file appears whole or not at all, beside its place first, and then in it in one step."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path


@contextmanager
def replacing(target: Path) -> Generator[Path]:
    """Write to the file that this gives; it takes the place of the target at the end, and goes where that fails."""
    if target.exists() and not target.is_file():
        yield target  # a device or a pipe has no place that another file can take
        return
    place = target.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f".{place.name}.{os.getpid()}.part")
    _remove(fresh)
    try:
        yield fresh
        fresh.replace(place)
    finally:
        _remove(fresh)


def _remove(fresh: Path) -> None:
    """Remove what was written, with what an engine keeps beside it."""
    for part in fresh.parent.glob(f"{escape(fresh.name)}*"):
        with suppress(OSError):
            part.unlink()
