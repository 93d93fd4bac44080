"""What is set for the whole database, and whose data it holds."""

from __future__ import annotations

import duckdb

from relinsight.records.settings import DEMO, ORIGIN
from relinsight.words.clock import TIME_ZONE


def setting(cursor: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """The value of a setting, as this transaction sees it; nothing where it was not set."""
    found = cursor.execute("SELECT value FROM setting WHERE name = $name", {"name": name}).fetchone()
    return str(found[0]) if found else None


def time_zone(cursor: duckdb.DuckDBPyConnection) -> str:
    """The municipality's time zone."""
    return setting(cursor, "time_zone") or TIME_ZONE


def is_demo(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Whether what the database holds is the invented city."""
    return setting(cursor, ORIGIN) == DEMO
