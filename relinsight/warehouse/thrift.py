"""How much of the machine an open database takes: little while it answers pages, all that it needs for one piece of work."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import duckdb

# One thread, little memory, and what was freed given back to the machine at once: page queries are small, and other visitors wait too.
FRUGAL = {"threads": "1", "memory_limit": "64MB", "allocator_bulk_deallocation_flush_threshold": "1MB"}


@dataclass
class Thrift:
    """The settings of one connection: its engine's own, and where it is `frugal` the small ones between two pieces of work."""

    connection: duckdb.DuckDBPyConnection
    frugal: bool
    ample: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.ample = {name: self.connection.execute("SELECT current_setting(?)", [name]).fetchall()[0][0] for name in FRUGAL}
        self._tighten()

    @contextmanager
    def loosened(self) -> Generator[None]:
        """Take what the machine has for the time of one piece of work.

        The settings are put back one by one: the engine's own RESET of the memory limit changes what is shown, and not the limit.
        """
        if self.frugal:
            self._set(self.ample)
        try:
            yield
        finally:
            self._tighten()

    def _tighten(self) -> None:
        """Be frugal again, where the engine has not given the connection up."""
        if self.frugal:
            with suppress(duckdb.FatalException, duckdb.ConnectionException):
                self._set(FRUGAL)

    def _set(self, settings: Mapping[str, str]) -> None:
        for name, value in settings.items():
            self.connection.execute(f"SET {name} = '{value}'")
