"""Open the one database file of a city, and give out connections to it."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from relinsight.warehouse.migrations import migrate
from relinsight.warehouse.ready import Ready
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.text import Text, text

Row = dict[str, Any]


@dataclass
class Warehouse:
    """The tables of one city: many readers through cursors, one writer at a time."""

    path: Path | None
    connection: duckdb.DuckDBPyConnection
    writing: threading.RLock = field(default_factory=threading.RLock)
    ready: Ready = field(init=False)

    def __post_init__(self) -> None:
        self.connection.execute("ATTACH IF NOT EXISTS ':memory:' AS ready")
        self.ready = Ready(self)

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[Row]:
        """Answer a query over tables and facts, the facts of its day kept ready for the next one.

        A write may drop a kept fact between naming it and reading it: then it is made anew, once.
        """
        try:
            return self.rows(self.ready.query(sql, parameters), parameters)
        except duckdb.CatalogException:
            return self.rows(self.ready.query(sql, parameters), parameters)

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Answer one query: a row is a mapping of column to value; each call has its own cursor."""
        with self.cursor() as cursor:
            answer = cursor.execute(sql, named(sql, parameters or {}))
            columns = [column[0] for column in answer.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]

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
        with self.writing, self.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()
        self.ready.forget()

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()


def in_memory() -> Warehouse:
    """An empty database that nobody keeps, with all tables and shipped rows."""
    warehouse = Warehouse(None, _connect(":memory:"))
    migrate(warehouse.connection, None)
    return warehouse


def open_file(path: Path) -> Warehouse:
    """Open a city's file, make it where there is none, and bring it up to the present version."""
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
    return Warehouse(path, connection)


def named(sql: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """Of these parameters those that the query names: the engine refuses others."""
    return {name: parameters[name] for name in _names(sql)}


@lru_cache(maxsize=512)
def _names(sql: str) -> Sequence[str]:
    statements = duckdb.extract_statements(sql)
    return sorted(name for statement in statements for name in statement.named_parameters)


def _connect(path: str) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(path, config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})


def _why_not(path: Path, error: Exception) -> Text:
    name = Name(path.name)
    if "lock" in str(error).lower():
        return text("{file} is open in another process; close the dashboard that has it open and try again.", file=name)
    return text("{file} cannot be opened as a database; check that the file is one and that it may be written.", file=name)
