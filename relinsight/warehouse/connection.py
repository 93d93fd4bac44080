"""Open the one database file of a city, and give out connections to it."""

from __future__ import annotations

import threading
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from relinsight.warehouse.kept import follow
from relinsight.warehouse.migrations import migrate
from relinsight.warehouse.queries import named
from relinsight.warehouse.ready import Ready
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.text import Text, text

Row = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """An answer as it came: its columns, and each row as their values."""

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]

    def all(self) -> list[Row]:
        """Every row by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.values]

    def among(self, column: str, wanted: Collection[object]) -> list[Row]:
        """The rows with one of these values in a column."""
        place = self.columns.index(column)
        return [dict(zip(self.columns, row, strict=True)) for row in self.values if row[place] in wanted]


FRUGAL = {"threads": "1", "memory_limit": "128MB"}


@dataclass
class Warehouse:
    """The tables of one city: many readers through cursors, one writer at a time."""

    path: Path | None
    connection: duckdb.DuckDBPyConnection
    frugal: bool = False
    writing: threading.RLock = field(default_factory=threading.RLock)
    ready: Ready = field(init=False)
    writes: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.connection.execute("ATTACH IF NOT EXISTS ':memory:' AS ready")
        self.ready = Ready(self)
        self._be_frugal()

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[Row]:
        """The rows of a query over tables and facts."""
        return self.table(sql, parameters).all()

    def table(self, sql: str, parameters: Mapping[str, object]) -> Rows:
        """Answer a query over tables and facts, the facts of its day kept ready for the next one.

        A write may drop a kept fact between naming it and reading it: then it is made anew, once.
        """
        try:
            return self._read(self.ready.query(sql, parameters), parameters)
        except duckdb.CatalogException:
            return self._read(self.ready.query(sql, parameters), parameters)
        except duckdb.OutOfMemoryException:
            with self._freely():
                return self._read(self.ready.query(sql, parameters), parameters)

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Answer one query over tables: a row is a mapping of column to value."""
        return self._read(sql, parameters or {}).all()

    def _read(self, sql: str, parameters: Mapping[str, object]) -> Rows:
        """Answer one query with a cursor of its own."""
        with self.cursor() as cursor:
            answer = cursor.execute(sql, named(sql, parameters))
            return Rows(tuple(column[0] for column in answer.description or ()), tuple(answer.fetchall()))

    def one(self, sql: str, parameters: Mapping[str, object] | None = None) -> Row | None:
        """The first row of an answer, or nothing."""
        return next(iter(self.rows(sql, parameters)), None)

    @contextmanager
    def cursor(self) -> Generator[duckdb.DuckDBPyConnection]:
        """A cursor of one's own: a connection that threads share fails."""
        cursor = self.connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def transaction(self) -> Generator[duckdb.DuckDBPyConnection]:
        """All that is written inside is there afterwards, or nothing of it is."""
        with self.writing, self._freely(), self.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                follow(cursor)
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()
        self.writes += 1
        self.ready.forget()

    def _be_frugal(self) -> None:
        """Answer pages with one thread and little memory: their queries are small, and other visitors wait too."""
        if self.frugal:
            for name, value in FRUGAL.items():
                self.connection.execute(f"SET {name} = '{value}'")

    @contextmanager
    def _freely(self) -> Generator[None]:
        """Take what the machine has for the time of one piece of work."""
        if self.frugal:
            for name in FRUGAL:
                self.connection.execute(f"RESET {name}")
        try:
            yield
        finally:
            self._be_frugal()

    def catch_up(self) -> None:
        """Make what is kept in the file true again where something else wrote into it."""
        with self.transaction():
            pass

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()


def in_memory() -> Warehouse:
    """An empty database that nobody keeps, with all tables and shipped rows."""
    warehouse = Warehouse(None, _connect(":memory:"))
    migrate(warehouse.connection, None)
    warehouse.catch_up()
    return warehouse


def open_file(path: Path, *, frugal: bool = False) -> Warehouse:
    """Open a city's file, make it where there is none, and bring it up to the present version.

    A frugal one stays small and leaves the machine to others, as a server should between two writes.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(str(path))
    except (duckdb.IOException, OSError) as error:
        raise WarehouseError(_why_not(path, error)) from error
    try:
        migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    warehouse = Warehouse(path, connection, frugal)
    warehouse.catch_up()
    return warehouse


def _connect(path: str) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(path, config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})


def _why_not(path: Path, error: Exception) -> Text:
    name = Name(path.name)
    if "lock" in str(error).lower():
        return text("{file} is open in another process; close the dashboard that has it open and try again.", file=name)
    return text("{file} cannot be opened as a database; check that the file is one and that it may be written.", file=name)
