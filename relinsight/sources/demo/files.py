"""The city as files to import: one CSV a table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from relinsight.sources.arrow import ArrowTable, arrow_csv
from relinsight.sources.safe_write import replacing


def write(tables: Mapping[str, ArrowTable], directory: Path) -> tuple[Path, ...]:
    """One file a table, by its name: UTF-8, ISO dates, true and false, a missing value as an empty cell."""
    directory.mkdir(parents=True, exist_ok=True)
    return tuple(_written(table, file_of(directory, name)) for name, table in tables.items())


def file_of(directory: Path, name: str) -> Path:
    """Where the rows of one table are written."""
    return directory / f"{name}.csv"


def _written(table: ArrowTable, path: Path) -> Path:
    with replacing(path) as fresh:
        arrow_csv.write_csv(table, fresh, arrow_csv.WriteOptions(quoting_style="needed"))
    return path
