"""The imports so far, and the rows that they rejected, ready to mend and import again."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from relinsight.sources.whole import whole
from relinsight.warehouse.answers import Row
from relinsight.warehouse.connection import Warehouse

LAST = ("row_number", "reasons")


def runs(warehouse: Warehouse) -> list[Row]:
    """Every import, the newest first: as they were written, whatever the clock said then."""
    return warehouse.rows("SELECT * EXCLUDE (recorded_at, run_id) FROM import_run ORDER BY rowid DESC")


def rejects(warehouse: Warehouse, run: str) -> list[Row]:
    """What an import rejected: one row a cell that is wrong. A run may be named by the start of its id."""
    return warehouse.rows(
        "SELECT file, sheet, row_number, field, value, reason, raw FROM import_reject "
        "WHERE run_id = $run OR starts_with(run_id, $run) ORDER BY file, sheet, row_number, field",
        {"run": run},
    )


def reject_rows(warehouse: Warehouse, run: str) -> list[Row]:
    """The rejected rows of an import, each once, with all that is wrong with it."""
    return warehouse.rows(
        "SELECT file, sheet, row_number, string_agg(DISTINCT coalesce(field || ': ', '') || reason, ' ') AS reasons, "
        "any_value(raw) AS raw FROM import_reject WHERE run_id = $run OR starts_with(run_id, $run) "
        "GROUP BY file, sheet, row_number ORDER BY file, sheet, row_number",
        {"run": run},
    )


def write_rejects(warehouse: Warehouse, run: str, target: Path) -> tuple[Path, ...]:
    """Write the rejected rows with the columns of their file: one file for each file that had some."""
    found = reject_rows(warehouse, run)
    sources = list(dict.fromkeys((str(row["file"]), row["sheet"]) for row in found))
    written: list[Path] = []
    for source in sources:
        path = target if len(sources) == 1 else target.with_name(f"{target.stem}-{_stem(source)}{target.suffix}")
        _write(path, [row for row in found if (row["file"], row["sheet"]) == source])
        written.append(path)
    return tuple(written)


def _stem(source: tuple[str, object]) -> str:
    return "-".join([Path(source[0]).stem, *([str(source[1])] if source[1] else [])])


def _write(path: Path, rows: Sequence[Row]) -> None:
    cells = [json.loads(str(row["raw"])) for row in rows]
    header = list(dict.fromkeys(name for row in cells for name in row))
    with whole(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, *LAST])
        for row, raw in zip(rows, cells, strict=True):
            writer.writerow([*(raw.get(name, "") for name in header), row["row_number"], row["reasons"]])
