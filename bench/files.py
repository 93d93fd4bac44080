"""Strangers' files: a workbook beside another reader of it, and rows with faults beside the same rows without any."""

from __future__ import annotations

import resource
import statistics
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook

from bench.importing import AT, timed
from bench.measured import Measured
from bench.server import MEGABYTE
from relinsight.sources.opening import sheets
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import import_files
from relinsight.warehouse.location import remove

FIRST = datetime(2020, 1, 1)  # noqa: DTZ001
MOST_MEMORY = 1_200


def strangers(folder: Path, rounds: int) -> Iterator[Measured]:
    """A workbook of 100,000 rows; 600,000 rows of which 50,000 are rejected, and the memory that their import takes."""
    yield workbook(folder / "workbook.xlsx", 100_000, rounds)
    yield from faulty(folder, 600_000, 50_000, rounds)


def workbook(path: Path, rows: int, rounds: int) -> Measured:
    """A workbook read as its formats show the values, beside openpyxl, which reads each value and its format; the median of each."""
    _write_workbook(path, rows)
    own, other = zip(*((timed(lambda: _read(path)), timed(lambda: _read_by_openpyxl(path))) for _ in range(rounds)), strict=True)
    return Measured(
        f"{rows:,} rows of Excel",
        statistics.median(own),
        baseline="openpyxl, read-only",
        baseline_amount=statistics.median(other),
        at_most=0.5,
    )


def _write_workbook(path: Path, rows: int) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("dealing")
        day, money, share = (book.add_format({"num_format": shown}) for shown in ("dd-mm-yyyy", "#,##0.00", "0.0%"))
        sheet.write_row(0, 0, ["id", "organisation", "role", "opened_on", "granted", "share", "title"])
        for row in range(1, rows + 1):
            sheet.write_row(row, 0, [f"d{row}", f"Organisation {row % 997}", "client"])
            sheet.write_datetime(row, 3, _midnight(row), day)
            sheet.write_number(row, 4, row * 1.25, money)
            sheet.write_number(row, 5, row % 100 / 100, share)
            sheet.write_string(row, 6, f"Title of {row}")


def _midnight(row: int) -> datetime:
    return FIRST + timedelta(days=row % 2000)


def _read(path: Path) -> None:
    for sheet in sheets(path):
        for part in sheet.batches():
            assert part.num_rows


def _read_by_openpyxl(path: Path) -> None:
    book = load_workbook(path, read_only=True)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                _ = cell.value, cell.number_format
    book.close()


def faulty(folder: Path, rows: int, rejected: int, rounds: int) -> Iterator[Measured]:
    """The import of rows of which many are rejected, beside the same rows without a fault; the median of each, and the most memory."""
    clean, broken = folder / "clean" / "dealing.csv", folder / "broken" / "dealing.csv"
    _write_dealings(clean, rows, 0)
    _write_dealings(broken, rows, rejected)
    found = [(_imported(broken, folder), _imported(clean, folder)) for _ in range(rounds)]
    took, beside = (statistics.median(one[at][0] for one in found) for at in (0, 1))
    yield Measured(
        f"{rows:,} rows, {rejected:,} rejected", took, baseline="the same rows, none rejected", baseline_amount=beside, at_most=1.3
    )
    yield Measured("memory of that import at its most", max(one[0][1] for one in found), "MB", at_most=MOST_MEMORY)


def _write_dealings(path: Path, rows: int, rejected: int) -> None:
    """Dealings, of which so many have a day that is none: every so many rows."""
    path.parent.mkdir()
    every = rows // rejected if rejected else rows + 1
    with path.open("w", encoding="utf-8") as file:
        file.write("id,organisation,role,opened_on,granted,title\n")
        for row in range(1, rows + 1):
            day = "soon" if row % every == 0 else _midnight(row).date().isoformat()
            file.write(f"d{row},Organisation {row % 9973},subsidy_provider,{day},{row % 90_000}.50,Title of {row}\n")


def _imported(file: Path, folder: Path) -> tuple[float, float]:
    """The seconds of an import in a process of its own, and the megabytes that it took at its most."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_import, file, folder / "faulty.duckdb").result()


def _import(file: Path, target: Path) -> tuple[float, float]:
    remove(target)
    warehouse = open_file(target)
    took = timed(lambda: import_files(warehouse, [file], at=AT))
    warehouse.close()
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
