"""How much of the machine an open database takes: little while it answers pages, all that it needs for one piece of work."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import duckdb

# One thread, little memory, and what was freed given back to the machine at once: page queries are small, and other visitors wait too.
FRUGAL = {"threads": "1", "memory_limit": "80MB", "checkpoint_threshold": "4MB", "allocator_bulk_deallocation_flush_threshold": "16MB"}


@dataclass
class Limits:
    """The settings of one connection: its engine's own, and where it is `frugal` the small ones while no large work is under way."""

    connection: duckdb.DuckDBPyConnection
    frugal: bool
    ample: Mapping[str, str] = field(init=False)
    works: int = field(init=False, default=0)
    is_due: bool = field(init=False, default=False)
    turn: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.ample = {name: self.connection.execute(f"SELECT current_setting('{name}')").fetchall()[0][0] for name in FRUGAL}
        self._tighten()

    @contextmanager
    def lifted(self) -> Generator[None]:
        """Take what the machine has for the time of one piece of work; the last of several at once makes the connection small again.

        The settings are put back one by one: the engine's own RESET of the memory limit changes what is shown, and not the limit.
        """
        with self.turn:
            if self.frugal and not self.works:
                self._set(self.ample)
            self.works += 1
        try:
            yield
        finally:
            with self.turn:
                self.works -= 1
                self._tighten()

    def settle(self) -> None:
        """Be small again where that could not be at once, because others were still reading much."""
        if self.is_due:
            with self.turn:
                self._tighten()

    def _tighten(self) -> None:
        """Be frugal while no large work is under way, unless the engine has given the connection up."""
        if not self.frugal or self.works:
            return
        self.is_due = False
        try:
            self._set(FRUGAL)
        except duckdb.OutOfMemoryException:
            self.is_due = True
        except (duckdb.FatalException, duckdb.ConnectionException):
            return

    def _set(self, settings: Mapping[str, str]) -> None:
        with self.connection.cursor() as cursor:
            for name, value in settings.items():
                cursor.execute(f"SET {name} = '{value}'")
