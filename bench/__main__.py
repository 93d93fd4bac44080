"""Measure the import and the pages of a big city, and write what came out into bench/results."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

from relinsight.access.reader import Reader
from relinsight.insights.coverage import coverage
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors
from relinsight.sources.demo import END, city, write
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.imports import import_files
from relinsight.words.scope import Scope

RESULTS = Path(__file__).parent / "results"
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAGES = {"portfolio": portfolio, "coverage": coverage, "sectors": sectors, "partner": partner}


@dataclass(frozen=True)
class Measured:
    """One thing measured: how long it took, and beside what it is set."""

    what: str
    seconds: float
    baseline: str = ""
    baseline_seconds: float | None = None

    @property
    def row(self) -> str:
        """The line of the table."""
        if self.baseline_seconds is None:
            return f"| {self.what} | {self.seconds:.2f} | | | |"
        ratio = self.seconds / self.baseline_seconds
        return f"| {self.what} | {self.seconds:.2f} | {self.baseline} | {self.baseline_seconds:.2f} | {ratio:.1f} |"


def main() -> None:
    """Make the city, measure, and write the table."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"Inventing a city of {asked.partners} partners and {asked.contacts} contact moments ...")
        files = write(city(partners=asked.partners, contacts=asked.contacts), folder / "city")
        warehouse = open_file(folder / "city.duckdb")
        found = [_contacts(files, folder), _everything(warehouse, files, folder), *_pages(warehouse)]
        warehouse.close()
    _write(found, asked.partners, asked.contacts)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--partners", type=int, default=5_000)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    return parser.parse_args()


def _contacts(files: tuple[Path, ...], folder: Path) -> Measured:
    """The contact moments alone, validated and kept, beside the engine's own load of the same text."""
    moments = [file for file in files if file.stem in ("contact_moment", "event", "contact_moment_partner", "partner", "cluster")]
    warehouse = open_file(folder / "contacts.duckdb")
    seconds = _timed(lambda: import_files(warehouse, moments, at=AT))
    warehouse.close()
    return Measured("import of the contact moments and their partners", seconds, "raw load of the same files", _raw(moments, folder))


def _everything(warehouse: Warehouse, files: tuple[Path, ...], folder: Path) -> Measured:
    seconds = _timed(lambda: import_files(warehouse, files, at=AT))
    return Measured("import of the whole city", seconds, "raw load of the same files", _raw(list(files), folder))


def _raw(files: list[Path], folder: Path) -> float:
    target = folder / "raw.duckdb"
    target.unlink(missing_ok=True)
    with duckdb.connect(str(target)) as connection:
        return _timed(lambda: [connection.execute(_load(file)) for file in files])


def _load(file: Path) -> str:
    return f"CREATE TABLE {file.stem} AS FROM read_csv('{file}', all_varchar=true, header=true)"


def _pages(warehouse: Warehouse) -> Iterator[Measured]:
    """The answer of each page for a day not yet seen, and the median of five other filters."""
    reader = Reader(warehouse)
    someone = str((warehouse.one("SELECT min(id) AS id FROM partner") or {})["id"])
    for number, (name, ask) in enumerate(PAGES.items()):
        scope = Scope(END - timedelta(days=number), END - timedelta(days=number + 60), partner=someone)
        first = _timed(lambda ask=ask, scope=scope: ask(reader, scope))
        yield Measured(f"{name}, a day not yet seen", first)
        filters = (("care",), ("culture",), ("sport",), ("residents",), ("maritime",))
        again = [_timed(lambda ask=ask, scope=scope, s=s: ask(reader, _filtered(scope, s))) for s in filters]
        yield Measured(f"{name}, another filter", statistics.median(again))


def _filtered(scope: Scope, chosen: tuple[str, ...]) -> Scope:
    return Scope(scope.as_of, scope.since, sectors=chosen, partner=scope.partner)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write(found: list[Measured], partners: int, contacts: int) -> None:
    lines = [
        f"# The bench: {partners:,} partners, {contacts:,} contact moments",
        "",
        "Ratios are those of one run on one machine; seconds differ from machine to machine.",
        "",
        "| what | seconds | beside | its seconds | ratio |",
        "|---|---:|---|---:|---:|",
        *(measured.row for measured in found),
    ]
    RESULTS.mkdir(parents=True, exist_ok=True)
    target = RESULTS / "latest.md"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines), f"\n\nWritten to {target.relative_to(Path.cwd())}.")


if __name__ == "__main__":
    main()
