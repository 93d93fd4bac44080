"""Open the one database file of a city, and give out connections to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import duckdb

from relinsight.warehouse.answers import AnswerRow, AnswerRows
from relinsight.warehouse.change_mark import OutdatedError, mark_of, put_mark
from relinsight.warehouse.cutting import UNCUT, Sight
from relinsight.warehouse.day_cache import DayCache
from relinsight.warehouse.failure import LOCKED, failures_as_sentences, why
from relinsight.warehouse.limits import Limits
from relinsight.warehouse.location import identity, is_missing, no_database, remove
from relinsight.warehouse.migrations import migrate
from relinsight.warehouse.queries import named
from relinsight.warehouse.refusal import WarehouseError
from relinsight.warehouse.stored_facts import follow
from relinsight.words.name import Name
from relinsight.words.text import Text, text

# From this version on the engine marks its log with the file that it belongs to, and refuses the log of another.
FORMAT = "v1.4.0"
TRIES = 3  # times that a question is asked beside writes before it is asked without one

T = TypeVar("T")


@dataclass
class Warehouse:
    """The tables of one city: many readers, each answer from one state of the data, and one writer at a time."""

    path: Path | None
    connection: duckdb.DuckDBPyConnection
    frugal: bool = False
    writing: threading.RLock = field(default_factory=threading.RLock)
    limits: Limits = field(init=False)
    day_cache: DayCache = field(init=False)
    is_over: bool = field(init=False, default=False)
    identity: tuple[int, int] | None = field(init=False)
    on_change: list[Callable[[str], None]] = field(init=False, default_factory=list[Callable[[str], None]])  # each is told the new mark
    writer: tuple[int, duckdb.DuckDBPyConnection] | None = field(init=False, default=None)  # the thread that writes, and its cursor

    def __post_init__(self) -> None:
        self.identity = identity(self.path)
        self.day_cache = DayCache(self.connection, self.reading)
        self.limits = Limits(self.connection, self.frugal)

    def snapshot(self) -> Snapshot:
        """The data as they are now, to be asked several questions."""
        with self.cursor() as cursor:
            return Snapshot(self, mark_of(cursor))

    def latest(self, ask: Callable[[Snapshot], T]) -> T:
        """An answer from one state of the data: asked anew where a write came in between, and in the end without any write beside it."""
        for _ in range(TRIES):
            with suppress(OutdatedError):
                return ask(self.snapshot())
        with self.writing:
            return ask(self.snapshot())

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[AnswerRow]:
        """The rows of one query over tables and facts, as the data are now."""
        return self.latest(lambda now: now.answer(sql, parameters))

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[AnswerRow]:
        """Answer one query over tables: a row is a mapping of column to value."""
        with self.cursor() as cursor:
            return rows_of(cursor, sql, parameters or {}).all()

    def one(self, sql: str, parameters: Mapping[str, object] | None = None) -> AnswerRow | None:
        """The first row of an answer, or nothing."""
        return next(iter(self.rows(sql, parameters)), None)

    @contextmanager
    def cursor(self) -> Generator[duckdb.DuckDBPyConnection]:
        """A cursor of one's own: a connection that threads share fails."""
        with self.failures_as_sentences(), self.connection.cursor() as cursor:
            yield cursor

    @contextmanager
    def reading(self, mark: str) -> Generator[duckdb.DuckDBPyConnection]:
        """A cursor within a transaction that sees the data of this mark; raises OutdatedError where they changed since."""
        with self._within_transaction() as cursor:
            if mark_of(cursor) != mark:
                raise OutdatedError
            yield cursor

    @contextmanager
    def at_one_moment(self) -> Generator[duckdb.DuckDBPyConnection]:
        """A cursor within a transaction that sees the data as they are now, whatever is written beside it."""
        with self.failures_as_sentences(), self._within_transaction() as cursor:
            yield cursor

    @contextmanager
    def _within_transaction(self) -> Generator[duckdb.DuckDBPyConnection]:
        with self.connection.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                _take_back(cursor)
                raise

    @contextmanager
    def failures_as_sentences(self) -> Generator[None]:
        """What the machine does is raised as its sentence; it may have ended the connection."""
        try:
            with failures_as_sentences(self.path):
                yield
        except WarehouseError as error:
            self.is_over = self.is_over or error.is_over
            raise

    @contextmanager
    def transaction(self) -> Generator[duckdb.DuckDBPyConnection]:
        """All that is written inside is there afterwards, under a new change mark, or nothing of it is."""
        with self._alone() as cursor:
            yield cursor
            follow(cursor)
            put_mark(cursor)
        mark = self.snapshot().mark
        self.day_cache.forget_others(mark)
        for told in self.on_change:
            told(mark)

    @contextmanager
    def _alone(self) -> Generator[duckdb.DuckDBPyConnection]:
        """The only transaction that writes at this moment."""
        self.stay()
        with self.writing, self.limits.lifted(), self.cursor() as cursor:
            cursor.begin()
            self.writer = threading.get_ident(), cursor
            try:
                yield cursor
            except BaseException:
                _take_back(cursor)
                raise
            finally:
                self.writer = None
            cursor.commit()

    def interrupt(self, thread: int) -> None:
        """Have what a thread is writing break off at once, if it is the one that writes."""
        if (writer := self.writer) and writer[0] == thread:
            with suppress(duckdb.Error):
                writer[1].interrupt()

    def catch_up(self) -> None:
        """Make what is stored in the file true again where something else wrote into it."""
        with self._alone() as cursor:
            if follow(cursor):
                put_mark(cursor)

    def stay(self) -> None:
        """Refuse to go on with a file that somebody moved, deleted or replaced: what is written would be lost."""
        if self.path is not None and identity(self.path) != self.identity:
            raise WarehouseError(
                text(
                    "{file} was moved, deleted or replaced while it was open; put it back, or start the dashboard again.",
                    file=Name(self.path.name),
                )
            )

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()


@dataclass(frozen=True)
class Snapshot:
    """One state of the data: whatever it answers is read from the rows of one change mark, or it raises OutdatedError."""

    warehouse: Warehouse
    mark: str
    sight: Sight = UNCUT

    def seen(self, sight: Sight) -> Snapshot:
        """The same state, cut to what a viewer sees."""
        return replace(self, sight=sight)

    def snapshot(self) -> Snapshot:
        """Itself: nothing in it changes."""
        return self

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[AnswerRow]:
        """The rows of a query over tables and facts."""
        return self.table(sql, parameters).all()

    def table(self, sql: str, parameters: Mapping[str, object]) -> AnswerRows:
        """Answer a query over tables and facts, the facts of its day kept for the next one."""
        with self.warehouse.failures_as_sentences():
            try:
                return self._read(sql, parameters)
            except duckdb.OutOfMemoryException:
                with self.warehouse.limits.lifted():
                    return self._read(sql, parameters)
            finally:
                self.warehouse.limits.settle()

    def _read(self, sql: str, parameters: Mapping[str, object]) -> AnswerRows:
        city = self.warehouse
        with (
            city.day_cache.placed(sql, parameters, self.mark, self.sight) as placed,
            city.reading(self.mark) as cursor,
        ):
            return rows_of(cursor, placed, parameters)


def rows_of(cursor: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, object]) -> AnswerRows:
    """What a query gives within the transaction of a cursor."""
    answer = cursor.execute(sql, named(sql, parameters))
    return AnswerRows(tuple(column[0] for column in answer.description or ()), tuple(answer.fetchall()))


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
    is_new = is_missing(path)
    connection = None
    try:
        with failures_as_sentences(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(str(path))
            migrate(connection, path)
            warehouse = Warehouse(path, connection, frugal)
            warehouse.catch_up()
    except (duckdb.Error, OSError, WarehouseError) as error:
        if connection is not None:
            connection.close()
        if is_new and not LOCKED.search(str(error.__cause__ or error)):
            remove(path.resolve())
        raise WarehouseError(no_database(path) or _failure(path, error)) from error
    return warehouse


def _connect(path: str) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(
        path,
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "storage_compatibility_version": FORMAT,
        },
    )


def _take_back(cursor: duckdb.DuckDBPyConnection) -> None:
    """Roll back; the engine has done so by itself where it could not go on."""
    with suppress(duckdb.Error):
        cursor.rollback()


def _failure(path: Path, error: Exception) -> Text:
    return why(error, path) or text(
        "{file} cannot be opened as a database; put back a copy of it with `relinsight restore`.", file=Name(path.name)
    )
