"""A file of rejected rows that comes back mended: what stands beside the columns of the file that it was made from."""

from __future__ import annotations

from pathlib import Path

from relinsight.records.record import Record
from relinsight.sources.header_meanings import record_named
from relinsight.sources.sheet import Sheet

FROM_FILE = "from_file"
REJECT_COLUMNS = ("row_number", "reasons", FROM_FILE)
CALLED = "rejected-"
BEFORE_SHEET, BEHIND_SHEET = " (", ")"


def record_called(file: str) -> type[Record] | None:
    """The record after which a file is called, whatever its extension."""
    return record_named(Path(file.removesuffix(".gz")).stem)


def record_of_rejects(sheet: Sheet) -> type[Record] | None:
    """The record of a file of rejected rows: it is called after the file that they came from, or a column beside them says it."""
    called = record_called(sheet.path.name.removeprefix(CALLED)) if sheet.path.name.startswith(CALLED) else None
    if called is not None or FROM_FILE not in sheet.header:
        return called
    file, _, name = _first(sheet, sheet.header.index(FROM_FILE)).partition(BEFORE_SHEET)
    return record_named(name.removesuffix(BEHIND_SHEET)) or record_called(file)


def came_from(file: str, sheet: str | None) -> str:
    """What the column says of a row: the file, and of a workbook the sheet too."""
    return f"{file}{BEFORE_SHEET}{sheet}{BEHIND_SHEET}" if sheet else file


def _first(sheet: Sheet, column: int) -> str:
    """The first text of a column."""
    return next((said for part in sheet.batches() for said in part.column(column + 1).to_pylist() if said), "")
