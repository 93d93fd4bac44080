"""The runs so far: each import and each change by hand, and which one is meant by the first letters of its id."""

from __future__ import annotations

import duckdb

from relinsight.warehouse.answers import AnswerRow
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.quantities import first_of
from relinsight.words.text import text

SHOWN = 5


def runs(warehouse: Warehouse) -> list[AnswerRow]:
    """Every import, the newest first: as they were written, whatever the clock said then."""
    return warehouse.rows("SELECT * EXCLUDE (recorded_at, run_id) FROM import_run ORDER BY rowid DESC")


def run_meant(cursor: duckdb.DuckDBPyConnection, start: str) -> str:
    """The one run whose id is, or begins with, what is given."""
    asked = "SELECT id FROM import_run WHERE starts_with(id, $start) ORDER BY id <> $start, rowid DESC"
    found = [str(row[0]) for row in cursor.execute(asked, {"start": start}).fetchall()]
    if not found:
        raise WarehouseError(text("There is no import {run}; `relinsight runs` lists them.", run=Name(start)))
    if not start or (len(found) > 1 and found[0] != start):
        raise WarehouseError(
            text(
                "More than one import begins with '{start}': {runs}; write more of its letters.",
                start=Name(start),
                runs=first_of(found, SHOWN),
            )
        )
    return found[0]
