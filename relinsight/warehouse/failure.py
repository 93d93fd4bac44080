"""What a machine does to a database: a full disk, a lock, a missing right, damage; each is one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.text import Text, text

FULL = re.compile(r"No space left|File too large|quota exceeded|not enough space|failed to offload", re.IGNORECASE)
SHORT_OF_MEMORY = re.compile(r"Out of Memory Error|failed to allocate", re.IGNORECASE)
LOCKED = re.compile(r"set lock on file|used by another process", re.IGNORECASE)
NO_RIGHT = re.compile(r"Read-only file system|Permission denied|Operation not permitted|in read-only mode", re.IGNORECASE)
LATER = re.compile(r"we can only read versions|newer version of DuckDB", re.IGNORECASE)
LOG = re.compile(r"replaying WAL file|This WAL was created")
DAMAGED = re.compile(r"Corrupt database|checksum|Serialization Error|could not read|Input.output error", re.IGNORECASE)
NAMED = re.compile(r'["\']([^"\']*/[^"\']+)["\']')
MACHINE = (
    duckdb.IOException,
    duckdb.TransactionException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.SerializationException,
)


def why(error: Exception, path: Path | None) -> Text | None:
    """The sentence about what went wrong with a file; nothing where it was not the machine's doing."""
    if isinstance(error, WarehouseError):
        return error.reason
    said = str(error)
    named = NAMED.search(said)
    place = Path(named.group(1)) if named and ".part" not in named.group(1) else (path or Path()).absolute()
    return next((sentence(place) for sign, sentence in SENTENCES if sign.search(said)), None)


@contextmanager
def failures_as_sentences(path: Path | None) -> Generator[None]:
    """Inside, what the machine does to the database is raised as its sentence."""
    try:
        yield
    except MACHINE as error:
        reason = why(error, path)
        if reason is None:
            raise
        raise WarehouseError(reason, is_over=isinstance(error, duckdb.FatalException)) from error


def in_use(place: Path) -> Text:
    """Another process holds the file."""
    return text(
        "{file} is open in another process; wait until that is done or end it, and try again.",
        file=Name(place.name),
    )


def _no_room(place: Path) -> Text:
    return text(
        "There is no room left on the disk of {folder}, so nothing was changed; make room and try again.",
        folder=Name(place.parent),
    )


def _no_memory(place: Path) -> Text:
    return text(
        "This machine has too little memory free for this work on {file}, so nothing was changed; close other programs and try again.",
        file=Name(place.name),
    )


def _no_right(place: Path) -> Text:
    return text(
        "{file} may not be written; ask for the right to write it and its folder, or choose a place on another disk.",
        file=Name(place.name),
    )


def later(place: Path) -> Text:
    """A newer version of the program made the file."""
    return text("{file} was made by a newer version; update relinsight first.", file=Name(place.name))


def _odd_log(place: Path) -> Text:
    file = place.name.removesuffix(".wal")
    return text(
        "{log} is damaged or belongs to another database than {file}; put back the database that it belongs to, or move {log} away.",
        log=Name(f"{file}.wal"),
        file=Name(file),
    )


def _damaged(place: Path) -> Text:
    return text("{file} is damaged; put back a copy of it with `relinsight restore`.", file=Name(place.name))


SENTENCES: tuple[tuple[re.Pattern[str], Callable[[Path], Text]], ...] = (
    (FULL, _no_room),
    (SHORT_OF_MEMORY, _no_memory),
    (LOCKED, in_use),
    (NO_RIGHT, _no_right),
    (LATER, later),
    (LOG, _odd_log),
    (DAMAGED, _damaged),
)
