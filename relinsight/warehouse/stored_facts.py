"""Stored facts: what every page reads of all contacts, in tables of the file, written with the rows that it follows from."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

import duckdb

from relinsight.warehouse.headers import stored_in_file
from relinsight.warehouse.queries import facts, mentioned, over, words_of

STAMP = "CREATE TABLE IF NOT EXISTS stored_stamp (value VARCHAR NOT NULL)"
OTHERS = (
    "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() "
    "AND (starts_with(table_name, 'stored_') OR starts_with(table_name, 'kept_')) AND table_name <> 'stored_stamp'"
)
COLUMNS = "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal ORDER BY ALL"
COUNTS: list[str] = []  # the parts of the query that counts, once they are known: every open city has the tables of this version


def table_of(name: str) -> str:
    """The table of the file in which a fact is stored."""
    return f"stored_{name}"


def follow(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Write the stored facts anew where they no longer follow from the tables, by whatever road these were changed; say whether."""
    cursor.execute(STAMP)
    stamp = _stamp(cursor)
    if cursor.execute("SELECT value FROM stored_stamp").fetchall() == [(stamp,)]:
        return False
    _drop_others(cursor)
    for name, order in stored_in_file().items():
        cursor.execute(f"CREATE OR REPLACE TABLE {table_of(name)} AS SELECT * FROM ({_made_of(name)}) ORDER BY {order}")
    cursor.execute("DELETE FROM stored_stamp")
    cursor.execute(f"INSERT INTO stored_stamp VALUES ('{stamp}')")
    return True


def _drop_others(cursor: duckdb.DuckDBPyConnection) -> None:
    """Facts that an older version stored, under this name or another, take no room."""
    for (table,) in cursor.execute(OTHERS).fetchall():
        if table not in map(table_of, stored_in_file()):
            cursor.execute(f"DROP TABLE {table}")


@cache
def _made_of(name: str) -> str:
    """The query of a stored fact, which reads the stored facts below it from the file."""
    return over(facts()[name], lambda below: table_of(below) if below in stored_in_file() else None)


def _stamp(cursor: duckdb.DuckDBPyConnection) -> str:
    """How the stored facts are made and from which rows: another stamp where either is another."""
    made_of = sha256(repr((stored_in_file(), _closure())).encode()).hexdigest()[:16]
    (counted,) = cursor.execute(_counts(cursor)).fetchall()
    return " ".join((made_of, *map(str, counted)))


def _counts(cursor: duckdb.DuckDBPyConnection) -> str:
    """The query of one row: of every table that is read, how many rows it has and what all of them mix to."""
    if not COUNTS:
        COUNTS[:] = [
            f"(SELECT count(*) || ':' || coalesce(bit_xor(hash({', '.join(columns)})), 0) FROM {table})"
            for table, columns in sorted(_read(cursor).items())
        ]
    return f"SELECT {', '.join(COUNTS)}"


@cache
def _closure() -> tuple[str, ...]:
    """The queries of the stored facts and of all facts that they mention: all below them are among these."""
    return tuple(facts()[name] for name in mentioned(stored_in_file()))


def _read(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The tables that these queries mention, and of each the columns: all that they read are among these."""
    words = frozenset[str]().union(*map(words_of, _closure()))
    found: dict[str, list[str]] = {}
    for table, column in cursor.execute(COLUMNS).fetchall():
        if table in words and column in words:
            found.setdefault(table, []).append(column)
    return found
