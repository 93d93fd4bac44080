"""Workbooks in other forms than .xlsx: .xls, .xlsb and .ods, by their stored values."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import python_calamine as calamine

from relinsight.sources.encodings import whole
from relinsight.sources.figures import unmistakable
from relinsight.sources.workbook.grid import GridRow
from relinsight.sources.workbook.package import Tab
from relinsight.sources.workbook.parts import parts_of
from relinsight.sources.workbook.shown import figures

STANDARD_ERROR = 2
PANIC = "PanicException"  # what a fault within the engine raises: no Exception, and of a class that cannot be imported


def is_older(path: Path) -> bool:
    """Whether a workbook is not an .xlsx."""
    if not zipfile.is_zipfile(path):
        return True
    with parts_of(path) as parts:
        return parts.book is None


def older_tabs(path: Path) -> list[Tab]:
    """The sheets of such a workbook."""
    book = _book(path)
    seen = {meta.name: meta.visible == calamine.SheetVisibleEnum.Visible for meta in book.sheets_metadata}
    return [Tab(name, name, not seen.get(name, True)) for name in book.sheet_names]


def older_rows(path: Path, tab: Tab) -> Iterator[GridRow]:
    """The rows of a sheet that hold a text; which are hidden is not told."""
    for number, row in enumerate(_values(path, tab), 1):
        cells = {at: said for at, value in enumerate(row) if (said := _said(value)).strip()}
        if cells:
            yield GridRow(number, cells, hidden=False, unformatted=sum(type(value) in {int, float} for value in row))


def _values(path: Path, tab: Tab) -> list[list[Any]]:
    with _broken_told():
        return _book(path).get_sheet_by_name(tab.name).to_python(skip_empty_area=False)


def _book(path: Path) -> calamine.CalamineWorkbook:
    with _broken_told(), path.open("rb") as file:
        return calamine.CalamineWorkbook.from_filelike(file)


@contextmanager
def _broken_told() -> Generator[None]:
    """What makes no sense to the engine is raised as what makes no sense to us."""
    try:
        with _silence():
            yield
    except calamine.CalamineError as error:
        raise ValueError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise ValueError(str(error)) from error


@contextmanager
def _silence() -> Generator[None]:
    """Nothing is written to standard error: a fault within the engine would write its whole stack there."""
    kept = os.dup(STANDARD_ERROR)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return unmistakable(figures(Decimal(str(value))))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M:%S")
    return value.isoformat() if isinstance(value, date) else whole(str(value))
