"""The change mark: a random value that each transaction writes which changes something; the same mark means the same data."""

from __future__ import annotations

import uuid

import duckdb


class OutdatedError(Exception):
    """The data changed after the first answer of a snapshot was read: what is asked has to be asked again, from the start."""


def mark_of(cursor: duckdb.DuckDBPyConnection) -> str:
    """The mark of the data that this transaction sees."""
    return str(cursor.execute("SELECT value FROM change_mark").fetchall()[0][0])


def put_mark(cursor: duckdb.DuckDBPyConnection) -> None:
    """Write a new mark; a counter would repeat itself after a copy was put back."""
    cursor.execute("UPDATE change_mark SET value = $mark", {"mark": uuid.uuid4().hex})
