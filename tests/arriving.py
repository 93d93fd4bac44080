"""Files written beside their expectation, and brought in."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from textwrap import dedent

from relinsight.warehouse.connection import Warehouse, in_memory, open_file
from relinsight.warehouse.importing.progress import Tell
from relinsight.warehouse.imports import ImportOptions, ImportRefused, ImportReport, import_files
from relinsight.words.text import Text

AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
PARTNERS = """
    id,name
    p1,Havenbedrijf
    p2,Museum
"""


class City:
    """A city into which a test brings files: an empty one in memory, or the one that is given."""

    def __init__(self, folder: Path, warehouse: Warehouse | None = None) -> None:
        self.folder = folder
        self.warehouse: Warehouse = warehouse or in_memory()
        self.warehouse.connection.execute("SET threads = 1")  # a few rows each: a second thread only costs

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else dedent(content).strip("\n").encode() + b"\n")
        return path

    def bring(self, *files: Path, at: datetime = AT, progress: Tell | None = None, **options) -> ImportReport:
        return import_files(self.warehouse, files, ImportOptions(**options), at=at, progress=progress)

    def bring_text(self, name: str, content: str | bytes, **options) -> ImportReport:
        return self.bring(self.file(name, content), **options)

    def refused(self, *files: Path, **options) -> str:
        before = self.everything()
        try:
            self.bring(*files, **options)
        except ImportRefused as refused:
            assert self.everything() == before
            return said(refused.reason)
        raise AssertionError("It was not refused.")

    def values(self, sql: str) -> list[tuple]:
        return [tuple(row.values()) for row in self.warehouse.rows(sql)]

    def value(self, sql: str):
        ((value,),) = self.values(sql)
        return value

    def rejects(self) -> list[tuple]:
        return self.values("SELECT row_number, field, reason FROM import_reject ORDER BY file, row_number, field")

    def everything(self) -> dict[str, list[tuple]]:
        tables = [name for (name,) in self.values("SELECT table_name FROM duckdb_tables() WHERE NOT temporary")]
        return {table: sorted(map(repr, self.values(f"FROM {table}"))) for table in tables}


def prepared(folder: Path, *calls: dict[str, str]) -> City:
    """A city into which files were brought before, those of one call in one mapping: it is made once, and each test has its copy."""
    made = _made(tuple(tuple(call.items()) for call in calls))
    return City(folder, open_file(Path(shutil.copy(made, folder / "prepared.duckdb"))))


@cache
def _made(calls: tuple[tuple[tuple[str, str], ...], ...]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="relinsight-city-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    city = City(folder, open_file(folder / "made.duckdb"))
    for call in calls:
        assert not city.bring(*(city.file(name, content) for name, content in call)).rejected
    city.warehouse.close()
    return folder / "made.duckdb"


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    """Read, inserted, updated, unchanged and rejected."""
    assert report.rows_read == report.accepted + report.rejected
    assert report.accepted == report.inserted + report.updated + report.unchanged
    return report.rows_read, report.inserted, report.updated, report.unchanged, report.rejected


def said(message: Text) -> str:
    """A message in English, with the messages in it."""
    values = {k: ", ".join(map(_said, v.names)) if hasattr(v, "names") else _said(v) for k, v in message.values}
    one = message.many is None or message.count == 1
    return (message.message if one else message.many).format(**values)


def contradicts(row: int, other: int | str, key: str, times: int = 2) -> str:
    """The reason of a row that says something else than an earlier one of its key."""
    return (
        f"Row {row} says something else about {key} than row {other}, which was kept ({times} rows have that key); keep one of them, "
        "or write newest = 'COLUMN' or keep = 'last' under [file] in a profile."
    )


def _said(value):
    return said(value) if isinstance(value, Text) else value
