"""The process in which a query of a user runs: it opens the file for reading only and locks every setting."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import duckdb

from relinsight.warehouse.failure import LOCKED
from relinsight.warehouse.queries import composed, named

SETTINGS: Mapping[str, str] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "lock_configuration": "true",
    "memory_limit": "2GB",
}
ALLOWED = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
EXPLAIN = re.compile(r"explain(?:\s+analyze)?\s+", re.IGNORECASE)
COMMENTS = re.compile(r"(?:\s+|--[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)
READS = re.compile(r"(?:select|with|from|values|table)\b|\(", re.IGNORECASE)


def answer(path: str, query: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """The columns and rows, or why there are none."""
    try:
        statements = duckdb.extract_statements(query)
        if len(statements) != 1:
            return {"refused": "several" if statements else "none"}
        start, question = _parted(query)
        if statements[0].type not in ALLOWED or not READS.match(question):
            return {"refused": "kind"}
        return _read(path, start + composed(question), parameters)
    except duckdb.IOException as error:
        return {"refused": "locked" if LOCKED.search(str(error)) else "error", "why": _first_line(error)}
    except (duckdb.Error, ValueError) as error:
        return {"refused": "error", "why": _first_line(error)}


def _parted(query: str) -> tuple[str, str]:
    """The word EXPLAIN where there is one, and the question itself."""
    asked = _uncommented(query).strip().rstrip(";")
    opening = EXPLAIN.match(asked)
    start = opening.group() if opening else ""
    return start, _uncommented(asked[len(start) :])


def _uncommented(query: str) -> str:
    opening = COMMENTS.match(query)
    return query[opening.end() :] if opening else query


def _read(path: str, query: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    days = {name: date.fromisoformat(day) for name, day in parameters.items()}
    with duckdb.connect(path, read_only=True, config=dict(SETTINGS)) as connection:
        found = connection.execute(query, named(query, days))
        return {"columns": [column[0] for column in found.description or ()], "rows": found.fetchall()}


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(answer(**json.loads(sys.stdin.read())), default=_plain))
