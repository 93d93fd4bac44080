"""Periods in SQL: `from_date` and `to_date` both belong to them, and a missing one is open."""

from __future__ import annotations

BEFORE_ALL, AFTER_ALL = "DATE '0001-01-01'", "DATE '9999-12-31'"


def begins(row: str) -> str:
    """The first day of a period."""
    return f"coalesce({row}.from_date, {BEFORE_ALL})"


def ends(row: str) -> str:
    """The last day of a period."""
    return f"coalesce({row}.to_date, {AFTER_ALL})"


def covers(row: str, day: str) -> str:
    """The condition that a day belongs to a period."""
    return f"{day} BETWEEN {begins(row)} AND {ends(row)}"


def meets(one: str, other: str) -> str:
    """The condition that two periods have a day in common."""
    return f"{begins(one)} <= {ends(other)} AND {begins(other)} <= {ends(one)}"
