"""A consistent copy of a database, made while it is in use, and put back whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from relinsight.sources.safe_write import replacing
from relinsight.warehouse.connection import FORMAT, Warehouse
from relinsight.warehouse.failure import LOCKED, in_use, later, why
from relinsight.warehouse.location import bears_mark, is_there, log, no_file
from relinsight.warehouse.migrations import is_ours, migrations
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text


class BackupRefused(Refusal):
    """Why no copy was made or put back, in one sentence."""


def backup(warehouse: Warehouse, target: Path) -> None:
    """Copy everything as it is at this moment to a file."""
    keep(target, warehouse.path, lambda fresh: _copy(warehouse, fresh))


def keep(target: Path, database: Path | None, write: Callable[[Path], None]) -> None:
    """Put a copy that is being written in its place: one where nothing is, or where an older copy is."""
    if database is not None and target.resolve() == database.resolve():
        raise BackupRefused(text("{file} is the database itself; choose another file for the copy.", file=Name(target.name)))
    if is_there(target):
        _version(target, otherwise=_not_replaced(target))
    try:
        with replacing(target) as fresh:
            write(fresh)
    except (OSError, duckdb.Error, WarehouseError) as error:
        raise BackupRefused(_not_written(target, error)) from error


def restore(source: Path, target: Path) -> None:
    """Put a copy in the place of a database."""
    if reason := no_file(target):
        raise BackupRefused(reason)
    if not (is_there(source) and source.is_file()):
        raise BackupRefused(text("{file} is not there; check the name and the folder.", file=Name(source.name)))
    _version(source, otherwise=text("{file} is not a database of relinsight; choose a copy that `backup` made.", file=Name(source.name)))
    if is_there(target):
        _free(target)
    try:
        with replacing(target) as fresh:
            with duckdb.connect(str(fresh), config={"storage_compatibility_version": FORMAT}) as connection:
                _attach(connection, source, "there", read_only=True)
                _carry_over(connection, "there", _own_name(connection))
            log(target).unlink(missing_ok=True)
    except (OSError, duckdb.Error) as error:
        raise BackupRefused(_not_written(target, error)) from error


def _copy(warehouse: Warehouse, fresh: Path) -> None:
    with warehouse.cursor() as cursor:
        _attach(cursor, fresh, "fresh_copy")
        try:
            _carry_over(cursor, _own_name(cursor), "fresh_copy")
        finally:
            cursor.execute("DETACH fresh_copy")


def _carry_over(connection: duckdb.DuckDBPyConnection, source: str, target: str) -> None:
    """Copy in one transaction: as of one moment, and no part of it where the machine dies on the way."""
    connection.begin()
    connection.execute(f"COPY FROM DATABASE {source} TO {target}")
    connection.commit()


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str, *, read_only: bool = False) -> None:
    written = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{written}' AS {name}{' (READ_ONLY)' if read_only else ''}")


def _own_name(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute("SELECT current_database()").fetchone()
    return '"' + str(row[0] if row else "").replace('"', '""') + '"'


def _version(path: Path, *, otherwise: Text) -> int:
    """The version of a copy, which is one of ours and not newer than this program; else what is said of it."""
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            number = _newest_step(connection)
    except duckdb.Error as error:
        raise BackupRefused(why(error, path) or otherwise) from error
    if number is None:
        raise BackupRefused(otherwise)
    if number > migrations()[-1].number:
        raise BackupRefused(later(path))
    return number


def _newest_step(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The newest step that a whole database of ours has had; nothing where it is not one."""
    row = connection.execute("SELECT max(number) FROM migration").fetchone() if is_ours(connection) else None
    return int(row[0]) if row and row[0] is not None else None


def _free(target: Path) -> None:
    """A database that another process has open cannot be replaced, and what is not ours is not ours to replace."""
    try:
        with duckdb.connect(str(target)) as connection:
            ours = is_ours(connection)
    except duckdb.Error as error:
        if LOCKED.search(str(error)):
            raise BackupRefused(in_use(target)) from error
        ours = target.is_file() and bears_mark(target)
    if not ours:
        raise BackupRefused(_not_replaced(target))


def _not_replaced(target: Path) -> Text:
    return text("{file} is not a database of relinsight, so no copy takes its place; move it away first.", file=Name(target.name))


def _not_written(path: Path, error: Exception) -> Text:
    return why(error, path) or text(
        "{file} could not be written; check the folder, its rights and the room on the disk.", file=Name(path.name)
    )
