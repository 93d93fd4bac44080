"""The import, beside what the engine itself takes to load the same text."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from bench.measured import Measured
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import import_files
from relinsight.warehouse.location import remove

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
MOMENTS = ("contact_moment", "contact_moment_partner", "event", "partner", "cluster")


def imports(files: tuple[Path, ...], folder: Path, rounds: int) -> Iterator[Measured]:
    """The contact moments with what they need, and the whole city; the latter stays, for the pages."""
    moments = tuple(file for file in files if file.stem in MOMENTS)
    yield _beside_the_raw_load("import of the contact moments", moments, folder / "moments.duckdb", rounds, at_most=4.5)
    yield _beside_the_raw_load("import of the whole city", files, folder / "city.duckdb", 1)


def rejected(folder: Path, rows: int = 20_000) -> Measured:
    """An import of which every row is rejected: each partner lacks its name."""
    file = folder / "partner.csv"
    file.write_text("id,name\n" + "".join(f"p{number},\n" for number in range(rows)), encoding="utf-8")
    took = timed(lambda: _own((file,), folder / "rejected.duckdb"))
    return Measured(f"import of {rows:,} rows that are all rejected", took, at_most=1.5)


def _beside_the_raw_load(what: str, files: tuple[Path, ...], target: Path, rounds: int, at_most: float | None = None) -> Measured:
    """The two by turns, so that what else the machine does falls on both; the median of each."""
    raw, own = zip(*((timed(lambda: _raw(files, target)), timed(lambda: _own(files, target))) for _ in range(rounds)), strict=True)
    return Measured(what, statistics.median(own), "s", "raw load of the same files", statistics.median(raw), at_most)


def _own(files: tuple[Path, ...], target: Path) -> None:
    remove(target)
    warehouse = open_file(target)
    import_files(warehouse, files, at=AT)
    warehouse.close()


def _raw(files: tuple[Path, ...], beside: Path) -> None:
    target = beside.with_name("raw.duckdb")
    remove(target)
    with duckdb.connect(str(target)) as connection:
        for file in files:
            connection.execute(f"CREATE TABLE {file.stem} AS FROM read_csv('{file}', all_varchar=true, header=true)")


def timed(work: Callable[[], object]) -> float:
    """The seconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
