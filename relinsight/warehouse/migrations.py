"""Bring a database to the present version, one numbered step after another."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import duckdb

from relinsight.sources.safe_write import replacing
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.text import text

LEDGER = """
    CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL, made_at TIMESTAMPTZ NOT NULL)
"""
COLUMNS = ["number", "name", "made_at"]
OURS = frozenset({"partner", "contact_moment", "import_run", "history"})


@dataclass(frozen=True)
class Migration:
    """One step: its number, its name and the statements that it runs."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """All steps in their order."""
    found = sorted(
        (f for f in files("relinsight.warehouse").joinpath("tables").iterdir() if f.name.endswith(".sql")),
        key=lambda f: f.name,
    )
    return tuple(Migration(int(f.name[:4]), f.name[5:-4], f.read_text(encoding="utf-8")) for f in found)


def version(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the newest step that this database has had; 0 for a new file."""
    connection.execute(LEDGER)
    row = connection.execute("SELECT coalesce(max(number), 0) FROM migration").fetchone()
    return int(row[0]) if row else 0


def migrate(connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
    """Run the steps that are still to come, after a copy of an older file is kept beside it."""
    steps = migrations()
    if path is not None:
        _refuse_foreign(connection, path)
    have = version(connection)
    if have > steps[-1].number:
        raise WarehouseError(
            text(
                "The database is of version {have}, newer than this program's {own}; update relinsight and open it again.",
                have=have,
                own=steps[-1].number,
            )
        )
    todo = [step for step in steps if step.number > have]
    if todo and have and path is not None:
        _keep_copy(connection, path, have)
    for step in todo:
        _run(connection, step)


def is_ours(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a database is empty, or bears the ledger and the tables that only this program makes."""
    found = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal GROUP BY table_name"
    ).fetchall()
    columns: dict[str, list[str]] = dict(found)
    only_ledger = set(columns) == {"migration"}
    return not columns or (columns.get("migration") == COLUMNS and (only_ledger or columns.keys() >= OURS))


def _refuse_foreign(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Leave a database alone that another program made."""
    if not is_ours(connection):
        raise WarehouseError(text("{file} is the database of another program; name another file in RELINSIGHT_DB.", file=Name(path.name)))


def _run(connection: duckdb.DuckDBPyConnection, step: Migration) -> None:
    connection.begin()
    try:
        connection.execute(step.sql)
        connection.execute("INSERT INTO migration VALUES (?, ?, now())", [step.number, step.name])
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _keep_copy(connection: duckdb.DuckDBPyConnection, path: Path, have: int) -> None:
    """Keep the file as it is, whole or not at all."""
    connection.execute("CHECKPOINT")
    with replacing(path.with_name(f"{path.stem}.version-{have}{path.suffix}")) as fresh:
        shutil.copy2(path, fresh)
