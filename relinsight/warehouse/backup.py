"""A consistent copy of a database, made while it is in use, and put back whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.migrations import migrations
from relinsight.words.name import Name
from relinsight.words.text import Text, text

NEEDED = frozenset({"migration", "partner", "contact_moment", "import_run", "history"})


class BackupRefused(Exception):  # noqa: N818
    """Why no copy was made or put back, in one sentence."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.message)
        self.reason = reason


def backup(warehouse: Warehouse, target: Path) -> None:
    """Copy everything as it is at this moment to a file."""
    if warehouse.path is not None and target.resolve() == warehouse.path.resolve():
        raise BackupRefused(text("{file} is the database itself; choose another file for the copy.", file=Name(target.name)))
    if target.exists():
        _version(target)
    fresh = _beside(target)
    try:
        _copy(warehouse, fresh)
        fresh.replace(target)
    except (OSError, duckdb.Error) as error:
        raise BackupRefused(_not_written(target)) from error
    finally:
        _clear(fresh)


def restore(source: Path, target: Path) -> None:
    """Put a copy in the place of a database."""
    _version(source)
    if target.exists():
        _free(target)
    fresh = _beside(target)
    try:
        _clear(fresh)
        with duckdb.connect(str(fresh)) as connection:
            _attach(connection, source, "there", read_only=True)
            connection.execute(f"COPY FROM DATABASE there TO {_own_name(connection)}")
        _clear(_log(target))
        fresh.replace(target)
    except (OSError, duckdb.Error) as error:
        raise BackupRefused(_not_written(target)) from error
    finally:
        _clear(fresh)


def _copy(warehouse: Warehouse, fresh: Path) -> None:
    _clear(fresh)
    with warehouse.cursor() as cursor:
        _attach(cursor, fresh, "fresh_copy")
        try:
            cursor.execute(f"COPY FROM DATABASE {_own_name(cursor)} TO fresh_copy")
        finally:
            cursor.execute("DETACH fresh_copy")


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str, *, read_only: bool = False) -> None:
    written = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{written}' AS {name}{' (READ_ONLY)' if read_only else ''}")


def _own_name(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute("SELECT current_database()").fetchone()
    return '"' + str(row[0] if row else "").replace('"', '""') + '"'


def _version(path: Path) -> int:
    """The version of a copy, which is one of ours and not newer than this program."""
    if not path.is_file():
        raise BackupRefused(text("{file} is not there; check the name and the folder.", file=Name(path.name)))
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            tables = {str(row[0]) for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
            row = connection.execute("SELECT max(number) FROM migration").fetchone() if tables >= NEEDED else None
    except duckdb.Error as error:
        raise BackupRefused(_not_ours(path)) from error
    if row is None or row[0] is None:
        raise BackupRefused(_not_ours(path))
    if int(row[0]) > migrations()[-1].number:
        raise BackupRefused(text("{file} was made by a newer version; update relinsight first.", file=Name(path.name)))
    return int(row[0])


def _free(target: Path) -> None:
    """A database that another process has open cannot be replaced."""
    try:
        duckdb.connect(str(target)).close()
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise BackupRefused(
                text(
                    "{file} is open in another process; close the dashboard that has it open and try again.",
                    file=Name(target.name),
                )
            ) from error
    except duckdb.Error:
        return


def _beside(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def _clear(path: Path) -> None:
    path.unlink(missing_ok=True)
    _log(path).unlink(missing_ok=True)


def _not_ours(path: Path) -> Text:
    return text("{file} is not a database of relinsight; choose a copy that `backup` made.", file=Name(path.name))


def _not_written(path: Path) -> Text:
    return text("{file} could not be written; check the folder, its rights and the room on the disk.", file=Name(path.name))
