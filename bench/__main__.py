"""Measure the import, the pages, memory and start of a big city against baselines in the same run."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.files import strangers
from bench.importing import AT, imports, rejected
from bench.measured import Measured, picture, table
from bench.pages import pages, start
from bench.parts import dossiers, parts
from relinsight.sources.demo import city, write
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.demo import fill_with_demo

HERE = Path(__file__).parent
RESULTS, DOCS = HERE / "results", HERE.parent / "docs" / "bench"
TEXT = """# The bench: {partners:,} partners, {contacts:,} contact moments

Made with `make bench` on {day:%-d %B %Y}, on {machine}. Seconds differ from machine to machine; the ratios are those of one run,
in which each thing was measured by turns with what stands beside it. Pages are run on the server, without a browser: the
time from the request until the script has run, median of {rounds}. The constant page has the same elements as ours, which it
builds from constants on each run. A ratio of 2 means twice the time.

{table}

![Each measured thing as a share of what it may be at most](bench.svg)

## Where the time of a page goes

With a filter that was not asked for before. What is left of the time above is spent by Streamlit on the elements, as it is on
the constant page.

{parts}
"""


def main() -> None:
    """Make the city, measure, and write the table and the picture."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as name:
        found = []
        for measured in _measured(asked, Path(name)):
            print(measured.row, flush=True)
            found.append(measured)
        spent = parts(Path(name) / "city.duckdb")
    _write(asked, found, spent)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--partners", type=int, default=5_000)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=20, help="how often each page is run; the median counts")
    parser.add_argument("--imports", type=int, default=3, help="how often the contact moments are brought in; the median counts")
    return parser.parse_args()


def _measured(asked: argparse.Namespace, folder: Path) -> Iterator[Measured]:
    print(f"Inventing a city of {asked.partners} partners and {asked.contacts} contact moments ...", flush=True)
    files = write(city(partners=asked.partners, contacts=asked.contacts, seed=asked.seed), folder / "city")
    yield from imports(files, folder, asked.imports)
    yield rejected(folder)
    yield from strangers(folder, asked.imports)
    yield from pages(folder / "city.duckdb", folder / "city", folder, asked.rounds)
    yield dossiers(folder / "city.duckdb")
    demo = open_file(folder / "demo.duckdb")
    fill_with_demo(demo, at=AT)
    demo.close()
    yield start(folder / "demo.duckdb")


def _write(asked: argparse.Namespace, found: list[Measured], spent: str) -> None:
    machine = f"{platform.machine()} with {os.cpu_count()} cores, Python {platform.python_version()}"
    said = TEXT.format(**vars(asked), day=datetime.now(UTC), machine=machine, table=table(found), parts=spent)  # noqa: TID251
    for folder in (RESULTS, DOCS):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "README.md").write_text(said, encoding="utf-8")
        (folder / "bench.svg").write_text(picture(found), encoding="utf-8")
    print(f"Written to {RESULTS.relative_to(Path.cwd())} and {DOCS.relative_to(Path.cwd())}.")


if __name__ == "__main__":
    main()
