"""Keep in the file what every page reads of all contacts: written in the transaction of the rows that it follows from."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

import duckdb

from relinsight.warehouse.headers import kept_in_file
from relinsight.warehouse.queries import facts, mentioned, over, words_of

STAMP = "CREATE TABLE IF NOT EXISTS kept_stamp (value VARCHAR NOT NULL)"
OTHERS = (
    "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() "
    "AND starts_with(table_name, 'kept_') AND table_name <> 'kept_stamp'"
)
COLUMNS = "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal ORDER BY ALL"


def table_of(name: str) -> str:
    """The table of the file in which a fact is kept."""
    return f"kept_{name}"


def follow(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Write the kept facts anew where they no longer follow from the tables, by whatever road these were changed; say whether."""
    cursor.execute(STAMP)
    stamp = _stamp(cursor)
    if cursor.execute("SELECT value FROM kept_stamp").fetchall() == [(stamp,)]:
        return False
    _drop_others(cursor)
    for name, order in kept_in_file().items():
        cursor.execute(f"CREATE OR REPLACE TABLE {table_of(name)} AS SELECT * FROM ({_made_of(name)}) ORDER BY {order}")
    cursor.execute("DELETE FROM kept_stamp")
    cursor.execute(f"INSERT INTO kept_stamp VALUES ('{stamp}')")
    return True


def _drop_others(cursor: duckdb.DuckDBPyConnection) -> None:
    """Facts that an older version kept take no room."""
    for (table,) in cursor.execute(OTHERS).fetchall():
        if table not in map(table_of, kept_in_file()):
            cursor.execute(f"DROP TABLE {table}")


@cache
def _made_of(name: str) -> str:
    """The query of a kept fact, which reads the kept facts below it from the file."""
    return over(facts()[name], lambda below: table_of(below) if below in kept_in_file() else None)


def _stamp(cursor: duckdb.DuckDBPyConnection) -> str:
    """How the kept facts are made and from which rows: another stamp where either is another."""
    made_of = sha256(repr((kept_in_file(), _closure())).encode()).hexdigest()[:16]
    counted = (
        cursor.execute(f"SELECT count(*), bit_xor(hash({', '.join(columns)})) FROM {table}").fetchall()
        for table, columns in sorted(_read(cursor).items())
    )
    return " ".join((made_of, *(f"{rows}:{mixed}" for ((rows, mixed),) in counted)))


@cache
def _closure() -> tuple[str, ...]:
    """The queries of the kept facts and of all facts that they mention: all below them are among these."""
    return tuple(facts()[name] for name in mentioned(kept_in_file()))


def _read(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The tables that these queries mention, and of each the columns: all that they read are among these."""
    words = frozenset[str]().union(*map(words_of, _closure()))
    found: dict[str, list[str]] = {}
    for table, column in cursor.execute(COLUMNS).fetchall():
        if table in words and column in words:
            found.setdefault(table, []).append(column)
    return found
