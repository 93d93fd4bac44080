"""Private copies of a city's file, which other processes read: one of each state of the data, gone when the data change."""

from __future__ import annotations

import os
import shutil
import threading
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from relinsight.warehouse.backup import backup
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.location import copies, log, remove

OWNERS_ALONE = 0o700


@dataclass
class Copy:
    """One copy: of which data, and how many read it."""

    path: Path
    mark: str
    readers: int = 0


@dataclass
class Copies:
    """The copies of one open city, in a folder beside it that is its owner's alone."""

    warehouse: Warehouse
    path: Path
    made: list[Copy] = field(default_factory=list[Copy])
    turn: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.warehouse.on_change.append(self.forget_others)

    @property
    def folder(self) -> Path:
        """The folder in which they lie."""
        place = copies(self.path)
        place.mkdir(mode=OWNERS_ALONE, exist_ok=True)
        return place

    @contextmanager
    def lent(self) -> Generator[Path]:
        """A copy of the data as they are now, which stays as long as it is read."""
        copy = self._taken()
        try:
            yield copy.path
        finally:
            with self.turn:
                copy.readers -= 1
            self.forget_others(self.warehouse.snapshot().mark)

    @contextmanager
    def aside(self) -> Generator[Path]:
        """A folder within theirs, for what is to be handed over and then removed."""
        with TemporaryDirectory(dir=self.folder) as folder:
            yield Path(folder)

    def forget_others(self, mark: str) -> None:
        """Remove the copies of other data that nobody reads."""
        with self.turn:
            for each in [each for each in self.made if each.mark != mark and not each.readers]:
                remove(each.path)
                self.made.remove(each)

    def _taken(self) -> Copy:
        with self.turn:
            mark = self.warehouse.snapshot().mark
            found = next((each for each in self.made if each.mark == mark), None) or self._make(mark)
            found.readers += 1
            return found

    def _make(self, mark: str) -> Copy:
        """A copy that is of this mark, or of later data if something was written meanwhile."""
        new = Copy(self.folder / f"{uuid.uuid4().hex}.duckdb", mark)
        if not self._as_it_lies(new.path):
            backup(self.warehouse, new.path)
        self.made.append(new)
        return new

    def _as_it_lies(self, target: Path) -> bool:
        """Copy the file and its log where nothing is being written, which takes a fraction of a copy by the engine."""
        if self.file is None or not self.warehouse.writing.acquire(blocking=False):
            return False
        try:
            self.file.seek(0)
            _copy(self.file, target)
            with suppress(FileNotFoundError), log(self.path).open("rb") as written:
                _copy(written, log(target))
        finally:
            self.warehouse.writing.release()
        return True

    @cached_property
    def file(self) -> BinaryIO | None:
        """The city's file, if the system lets two read it; never closed, for that would give away the lock that the engine holds on it."""
        with suppress(OSError):
            return open(os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0)), "rb", closefd=False)
        return None


def sweep(path: Path) -> None:
    """Remove all copies of a city, also those that were left when a program was killed."""
    shutil.rmtree(copies(path), ignore_errors=True)


def _copy(source: BinaryIO, target: Path) -> None:
    with target.open("xb") as fresh:
        shutil.copyfileobj(source, fresh, 1 << 20)
