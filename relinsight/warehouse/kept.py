"""Keep in the file what every page reads of all contacts: written in the transaction of the rows that it follows from."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

import duckdb

from relinsight.records.model import BY_TABLE
from relinsight.warehouse.queries import facts, named_facts, names, over

# Facts with a row a contact, or needed by such a fact, in the order in which they are made; each says the same on every day.
IN_FILE = ("partner_span", "contact_ever", "meeting")
STAMP = "CREATE TABLE IF NOT EXISTS kept_stamp (value VARCHAR NOT NULL)"


def table_of(name: str) -> str:
    """The table of the file in which a fact is kept."""
    return f"kept_{name}"


def follow(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Write the kept facts anew where they no longer follow from the tables, by whatever road these were changed; say whether."""
    cursor.execute(STAMP)
    stamp = _stamp(cursor)
    if cursor.execute("SELECT value FROM kept_stamp").fetchall() == [(stamp,)]:
        return False
    for name in IN_FILE:
        cursor.execute(f"CREATE OR REPLACE TABLE {table_of(name)} AS {_made_of(name)}")
    cursor.execute("DELETE FROM kept_stamp")
    cursor.execute("INSERT INTO kept_stamp VALUES ($stamp)", {"stamp": stamp})
    return True


@cache
def _made_of(name: str) -> str:
    """The query of a kept fact, which reads the kept facts below it from the file."""
    return over(facts()[name], lambda below: table_of(below) if below in IN_FILE else None)


def _stamp(cursor: duckdb.DuckDBPyConnection) -> str:
    """How the kept facts are made and from which rows: another stamp where either is another."""
    made_of = sha256("".join(_closure()).encode()).hexdigest()[:16]
    counted = (
        cursor.execute(f"SELECT count(*), bit_xor(hash({', '.join(columns)})) FROM {table}").fetchall() for table, columns in _read()
    )
    return " ".join((made_of, *(f"{rows}:{mixed}" for ((rows, mixed),) in counted)))


@cache
def _closure() -> tuple[str, ...]:
    """The queries of the kept facts and of all facts below them."""
    found: dict[str, str] = {}
    waiting: list[str] = list(IN_FILE)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = facts()[name]
            waiting += named_facts(found[name])
    return tuple(found[name] for name in sorted(found))


@cache
def _read() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The tables below the kept facts, and of each the columns that these speak of."""
    text = "\n".join(_closure())
    words = set(re.findall(r"[a-z_]+", text))
    tables = sorted({name for body in _closure() for name in names(body) if name in BY_TABLE})
    return tuple((table, tuple(column for column in BY_TABLE[table].model_fields if column in words)) for table in tables)
