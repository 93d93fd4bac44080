"""Workbooks in other forms than .xlsx: .xls, .xlsb and .ods, by their stored values."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import python_calamine as calamine

from relinsight.sources.figures import unmistakable
from relinsight.sources.workbook.grid import GridRow
from relinsight.sources.workbook.package import Tab
from relinsight.sources.workbook.shown import figures


def is_older(path: Path) -> bool:
    """Whether a workbook is not an .xlsx."""
    if not zipfile.is_zipfile(path):
        return True
    with zipfile.ZipFile(path) as file:
        return "xl/workbook.xml" not in file.namelist()


def older_tabs(path: Path) -> list[Tab]:
    """The sheets of such a workbook."""
    book = _book(path)
    seen = {meta.name: meta.visible == calamine.SheetVisibleEnum.Visible for meta in book.sheets_metadata}
    return [Tab(name, name, not seen.get(name, True)) for name in book.sheet_names]


def older_rows(path: Path, tab: Tab) -> Iterator[GridRow]:
    """The rows of a sheet that hold a text; which are hidden is not told."""
    values = _book(path).get_sheet_by_name(tab.name).to_python(skip_empty_area=False)
    for number, row in enumerate(values, 1):
        cells = {at: said for at, value in enumerate(row) if (said := _said(value)).strip()}
        if cells:
            yield GridRow(number, cells, hidden=False)


def _book(path: Path) -> calamine.CalamineWorkbook:
    try:
        with path.open("rb") as file:
            return calamine.CalamineWorkbook.from_filelike(file)
    except calamine.CalamineError as error:
        raise ValueError(str(error)) from error


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return unmistakable(figures(Decimal(str(value))))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M:%S")
    return value.isoformat() if isinstance(value, date) else str(value)
