"""Where a city's database file lies, and the log that the engine keeps beside it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

MARK, MARKED_AT = b"DUCK", 8  # what the engine writes into the head of each of its files
DEFAULT = Path(__file__).parents[2] / "data" / "relinsight.duckdb"


def database() -> Path:
    """The file that `RELINSIGHT_DB` names, else the one under data/."""
    return Path(os.environ.get("RELINSIGHT_DB") or DEFAULT)


def log(path: Path) -> Path:
    """Where the engine keeps the log of a database."""
    return path.with_name(f"{path.name}.wal")


def remove(path: Path) -> None:
    """Remove a database and its log, as far as they are there."""
    for part in (path, log(path)):
        with suppress(OSError):
            part.unlink()


def bears_mark(path: Path) -> bool:
    """Whether a file is, or was before it was damaged, a database of the engine."""
    with path.open("rb") as file:
        return file.read(MARKED_AT + len(MARK))[MARKED_AT:] == MARK
