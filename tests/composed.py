"""A query as it is without a database that keeps facts: the facts stand before it."""

from __future__ import annotations

from functools import cache

from relinsight.warehouse.queries import over


@cache
def composed(sql: str) -> str:
    """A query with the facts that it names, and those that these name, put before it as common table expressions.

    `NAME_since` is the fact NAME on the since day.
    """
    return over(sql, lambda _: None)
