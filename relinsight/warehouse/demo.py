"""Fill an empty database with the demo city, and mark it as such."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime

import duckdb
import pyarrow as pa
from pathlib import Path

from relinsight.sources.demo import END, CityRefusedError, city, city_name, write
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.imports import ImportRefused, import_files
from relinsight.warehouse.migrations import shipped_rows
from relinsight.words.text import Text, text

DEMO = "demo"
KEPT = ("migration",)
Tell = Callable[[Text, float], None]


def fill_with_demo(
    warehouse: Warehouse,
    *,
    at: datetime,
    partners: int = 140,
    contacts: int | None = None,
    seed: int = 1,
    progress: Tell | None = None,
) -> dict[str, int]:
    """Make the city and bring it in like any other files; the rows of each table are counted."""
    if warehouse.one("SELECT 1 FROM partner UNION ALL SELECT 1 FROM dealing"):
        raise ImportRefused(_why_not(warehouse))
    tell = progress or _silent
    tell(text("Inventing the city"), 0.02)
    try:
        tables = city(partners=partners, contacts=contacts, seed=seed)
    except CityRefusedError as refused:
        raise ImportRefused(refused.reason) from refused
    with tempfile.TemporaryDirectory() as folder:
        files = write(tables, Path(folder))
        import_files(warehouse, files, at=at, made_by=city_name(), progress=lambda doing, part: tell(doing, 0.2 + 0.8 * part))
    _mark(warehouse, at)
    return {name: table.num_rows for name, table in tables.items()}


def _why_not(warehouse: Warehouse) -> Text:
    if is_demo(warehouse):
        return text("The demo city is there already; remove it first, or name another file in RELINSIGHT_DB.")
    return text("The database holds data already, and the demo needs an empty one; name another file in RELINSIGHT_DB.")


def is_demo(warehouse: Warehouse) -> bool:
    """Whether what the database holds is the invented city."""
    return warehouse.one("SELECT 1 FROM setting WHERE name = 'origin' AND value = $demo", {"demo": DEMO}) is not None


def remove_demo(warehouse: Warehouse, *, at: datetime) -> None:
    """Empty everything, back to the rows that every city starts with, in one transaction."""
    shipped = _shipped()
    with warehouse.transaction() as cursor:
        for record in RECORDS:
            if record.table not in shipped:
                cursor.execute(f"DELETE FROM {record.table}")
        plans = [planned(sheet_of(name, table), None) for name, table in shipped.items()]
        carry_out(Work(cursor, uuid.uuid4().hex, at, True, time_zone(warehouse), plans), None, None)
        for table in PRODUCT_TABLES:
            cursor.execute(f"DELETE FROM {table}")


def _shipped() -> dict[str, pa.Table]:
    """The rows that a new database starts with, by table."""
    fresh = in_memory()
    with fresh.cursor() as cursor:
        tables = {record.table: _all_rows(cursor, record) for record in RECORDS}
    fresh.close()
    return {name: table for name, table in tables.items() if table.num_rows}


def _all_rows(cursor: duckdb.DuckDBPyConnection, record: type[Record]) -> pa.Table:
    return cursor.execute(f"SELECT {', '.join(record.model_fields)} FROM {record.table}").to_arrow_table()
