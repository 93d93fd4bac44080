"""Fill an empty database with the demo city, marked as such, and take it out again in one action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import duckdb

from relinsight.records.model import RECORDS
from relinsight.records.record import Record
from relinsight.records.settings import DEMO, ORIGIN
from relinsight.sources.arrow import ArrowTable
from relinsight.sources.columnar import sheet_of
from relinsight.sources.demo import END, CityRefusedError, Tables, city, city_name
from relinsight.sources.plan import Plan
from relinsight.sources.planning import planned
from relinsight.warehouse.changes import new_run
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.export_all import PRODUCT_TABLES
from relinsight.warehouse.importing.progress import Tell, repeated
from relinsight.warehouse.importing.steps import carry_out
from relinsight.warehouse.importing.work import Work
from relinsight.warehouse.imports import ImportRefused
from relinsight.warehouse.origin import is_demo, time_zone
from relinsight.words.name import Name
from relinsight.words.text import Text, text

IMPORTED = "FROM import_run WHERE undone_at IS NULL AND file IS NOT NULL"
BESIDE = f"FROM import_run WHERE undone_at IS NULL AND id <> (SELECT run_id FROM setting WHERE name = '{ORIGIN}')"  # runs in the demo city


def fill_with_demo(
    warehouse: Warehouse,
    *,
    at: datetime,
    partners: int = 140,
    contacts: int | None = None,
    seed: int = 1,
    progress: Tell | None = None,
) -> dict[str, int]:
    """Make the city and bring it in like any other data; the rows of each table are counted."""
    with repeated(progress) as tell:
        tell(text("Inventing the city"), 0.0)
        tables = _city(partners, contacts, seed)
        with warehouse.transaction() as cursor:
            _refuse_unless_empty(cursor)
            work = Work(new_run(cursor, at, city_name()), True, time_zone(cursor), list(_plans(tables)), progress=tell)
            carry_out(work, None)
    return {name: table.num_rows for name, table in tables.items()}


def changes_by_hand(warehouse: Warehouse) -> int:
    """How many changes by hand stand in the demo city, which go with it."""
    with warehouse.cursor() as cursor:
        return _by_hand(cursor)


def remove_demo(warehouse: Warehouse) -> int:
    """Empty everything, back to the rows that every city starts with, in one transaction; say how many changes by hand went too.

    Refused where data are real: where there is no demo, or files came in beside it.
    """
    shipped = _shipped()
    with warehouse.transaction() as cursor:
        if not is_demo(cursor):
            raise ImportRefused(text("There is no demo city to remove."))
        _refuse_beside_imports(cursor)
        gone = _by_hand(cursor)
        for record in RECORDS:
            if record.table not in shipped:
                cursor.execute(f"DELETE FROM {record.table}")
        _put_back(cursor, shipped, time_zone(cursor))
        for table in PRODUCT_TABLES:
            cursor.execute(f"DELETE FROM {table}")
    return gone


def _by_hand(cursor: duckdb.DuckDBPyConnection) -> int:
    return cursor.execute(f"SELECT count(*) {BESIDE} AND file IS NULL").fetchall()[0][0]


def _refuse_beside_imports(cursor: duckdb.DuckDBPyConnection) -> None:
    if found := cursor.execute(f"SELECT id {BESIDE} AND file IS NOT NULL LIMIT 1").fetchone():
        raise ImportRefused(
            text(
                "Files were imported beside the demo city, so it is not removed; take that import back with `relinsight undo {run}`.",
                run=Name(str(found[0])),
            )
        )


def _city(partners: int, contacts: int | None, seed: int) -> Tables:
    try:
        return city(partners=partners, contacts=contacts, seed=seed)
    except CityRefusedError as refused:
        raise ImportRefused(refused.reason) from refused


def _plans(tables: Tables) -> Iterator[Plan]:
    """The demo's files, the first of which brings the mark of the demo and its day."""
    settings = {ORIGIN: DEMO, "as_of": END.isoformat()}
    for name, table in tables.items():
        yield replace(planned(sheet_of(name, table), None), settings=settings)


def _refuse_unless_empty(cursor: duckdb.DuckDBPyConnection) -> None:
    if cursor.execute(f"SELECT 1 FROM partner UNION ALL SELECT 1 FROM dealing UNION ALL SELECT 1 {IMPORTED} LIMIT 1").fetchone():
        raise ImportRefused(_why_not(cursor))


def _why_not(cursor: duckdb.DuckDBPyConnection) -> Text:
    if is_demo(cursor):
        return text("The demo city is there already; remove it first, or name another file in RELINSIGHT_DB.")
    return text("The database holds data already, and the demo needs an empty one; name another file in RELINSIGHT_DB.")


def _put_back(cursor: duckdb.DuckDBPyConnection, shipped: dict[str, ArrowTable], zone: str) -> None:
    """Bring the first rows in over what is there, as of the newest import."""
    newest = cursor.execute("SELECT coalesce(max(made_at), TIMESTAMPTZ '2000-01-01 00:00:00+00') FROM import_run").fetchall()[0][0]
    plans = [planned(sheet_of(name, table), None) for name, table in shipped.items()]
    carry_out(Work(new_run(cursor, newest, None), True, zone, plans), None)


def _shipped() -> dict[str, ArrowTable]:
    """The rows that a new database starts with, by table."""
    fresh = in_memory()
    with fresh.cursor() as cursor:
        tables = {record.table: _all_rows(cursor, record) for record in RECORDS}
    fresh.close()
    return {name: table for name, table in tables.items() if table.num_rows}


def _all_rows(cursor: duckdb.DuckDBPyConnection, record: type[Record]) -> ArrowTable:
    return cursor.execute(f"SELECT {', '.join(record.model_fields)} FROM {record.table}").to_arrow_table()
