"""The process that parses .xls, .xlsb and .ods: the stored values of a workbook as lines of JSON.

Each sheet opens with an object that names it; the rows that hold a text follow, each with its number, how many of its values are
numbers without a format, and its texts by column.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import python_calamine as calamine

from relinsight.sources.digits import unmistakable
from relinsight.sources.encodings import storable
from relinsight.sources.foreign.limits import BeyondLimitsError, Limits, within_limits
from relinsight.sources.workbook.shown import figures

MOST_LETTERS = 64_000_000  # of a row


def write(asked: dict[str, Any], _: Limits, target: IO[bytes]) -> None:
    """Write the sheets of a workbook: those that are seen, or the one that is asked for by name or number."""
    with Path(asked["path"]).open("rb") as file:
        book = calamine.CalamineWorkbook.from_filelike(file)
    seen = {meta.name: meta.visible == calamine.SheetVisibleEnum.Visible for meta in book.sheets_metadata}
    wanted = asked.get("sheet")
    for number, name in enumerate(book.sheet_names, 1):
        hidden = not seen.get(name, True)
        sheet = book.get_sheet_by_name(name) if wanted in {name, number} or (wanted is None and not hidden) else None
        target.write(_line({"name": name, "hidden": hidden, "merged": _merged(sheet) if sheet else []}))
        if sheet:
            target.writelines(map(_line, _rows(sheet)))


def _merged(sheet: calamine.CalamineSheet) -> list[tuple[int, int, int]]:
    """The cells that are merged over several rows: their first column, counted from 0, and their rows, counted from 1."""
    ranges = sheet.merged_cell_ranges or []
    return [(column, first + 1, last + 1) for (first, column), (last, _) in ranges if first < last]


def _rows(sheet: calamine.CalamineSheet) -> Iterator[tuple[int, int, dict[int, str]]]:
    first = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        texts = {at: said for at, value in enumerate(row, first) if (said := _said(value)).strip()}
        if texts:
            yield number, sum(type(value) in {int, float} for value in row), texts


def _line(value: object) -> bytes:
    line = json.dumps(value, separators=(",", ":")).encode() + b"\n"
    if len(line) > MOST_LETTERS:
        raise BeyondLimitsError
    return line


def _said(value: object) -> str:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return unmistakable(figures(Decimal(str(value))))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M:%S")
    return value.isoformat() if isinstance(value, date) else storable(str(value))


def main(asked: str) -> int:
    """Parse a file as it is asked: how it ended."""
    return within_limits(asked, write, (calamine.CalamineError, ValueError, LookupError, ArithmeticError))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
