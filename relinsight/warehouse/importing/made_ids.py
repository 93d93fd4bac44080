"""Ids that are made from what a row says, where its file brings none: the same words make the same id."""

from __future__ import annotations

from relinsight.records.record import Record

FOUND_BY_NAME = frozenset({"partner", "employee", "cluster", "sector", "instrument", "topic"})


def made_of(record: type[Record], words: str) -> str:
    """An id made from an expression: the name of the table and a part of a hash."""
    return f"'{record.table}-' || substr(md5({words}), 1, 16)"


def is_made(record: type[Record], column: str = "id") -> str:
    """The condition that an id was made so."""
    return f"regexp_matches({column}, '^{record.table}-[0-9a-f]{{16}}$')"
