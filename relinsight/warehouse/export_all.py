"""Everything leaves unchanged, with a data dictionary, and comes back in unchanged."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import duckdb

from relinsight.records.dictionary import data_dictionary
from relinsight.records.kinds import Plain
from relinsight.records.model import RECORDS
from relinsight.records.record import Field, Record, fields
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.failure import why
from relinsight.warehouse.location import is_missing, is_there
from relinsight.warehouse.refusal import WarehouseError
from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

PRODUCT_TABLES = ("import_run", "import_reject", "mending", "history", "setting")
OPTIONS = {"csv": "FORMAT csv, HEADER, DELIMITER ','", "parquet": "FORMAT parquet"}
README = """# Everything that relinsight holds

One file a table, named after it; `datapackage.json` says what each column means. `provenance/` holds what the program
keeps for itself: imports, rejected rows, history and settings.

{format}

To bring it in again: `relinsight import *.{suffix} --replace`
"""
FORMATS = {
    "csv": "UTF-8, comma, decimal point, ISO dates, `true` and `false`; an empty cell is a missing value.",
    "parquet": "Parquet, with the types of the columns.",
}


class ExportRefused(Refusal):
    """Why nothing was written, in one sentence."""


def export_all(warehouse: Warehouse, directory: Path, format_: str) -> tuple[Path, ...]:
    """Write every table, a data dictionary and a README into a new or empty folder."""

    def write() -> tuple[Path, ...]:
        with warehouse.at_one_moment() as cursor:
            tables = tuple(_tables(cursor, directory, format_))
        return (*tables, *_papers(directory, format_))

    return whole(directory, write)


def whole(directory: Path, write: Callable[[], tuple[Path, ...]]) -> tuple[Path, ...]:
    """The files that are written into a new or empty folder: all of them, or the folder is as it was."""
    if is_there(directory) and (not directory.is_dir() or any(directory.iterdir())):
        raise ExportRefused(text("{folder} is not an empty folder; choose a new one.", folder=Name(directory.name)))
    is_new = is_missing(directory)
    try:
        (directory / "provenance").mkdir(parents=True, exist_ok=True)
        return write()
    except BaseException as error:
        _take_away(directory, is_new=is_new)
        if isinstance(error, (OSError, duckdb.IOException, WarehouseError)):
            raise ExportRefused(_not_written(directory, error)) from error
        raise


def _take_away(directory: Path, *, is_new: bool) -> None:
    """Leave no part of what could not be written as a whole, as far as one may look for it."""
    with suppress(OSError):
        for part in (directory,) if is_new else tuple(directory.iterdir()):
            shutil.rmtree(part, ignore_errors=True)
            with suppress(OSError):
                part.unlink()


def _not_written(directory: Path, error: Exception) -> Text:
    return why(error, directory) or text(
        "{folder} could not be written; check its rights and the room on the disk.", folder=Name(directory.name)
    )


def _tables(cursor: duckdb.DuckDBPyConnection, directory: Path, format_: str) -> Iterator[Path]:
    for record in RECORDS:
        yield _write(cursor, record.table, _columns(record), directory / f"{record.table}.{format_}", format_)
    for table in PRODUCT_TABLES:
        yield _write(cursor, table, "*", directory / "provenance" / f"{table}.{format_}", format_)


def _write(cursor: duckdb.DuckDBPyConnection, table: str, columns: str, path: Path, format_: str) -> Path:
    order = "" if columns == "*" else f" ORDER BY {', '.join(_key(table))}"
    written = str(path).replace("'", "''")
    cursor.execute(f"COPY (SELECT {columns} FROM {table}{order}) TO '{written}' ({OPTIONS[format_]})")
    return path


def _key(table: str) -> tuple[str, ...]:
    return next(record.key for record in RECORDS if record.table == table)


def _columns(record: type[Record]) -> str:
    return ", ".join([*(_shown(f) for f in fields(record)), "recorded_at", "run_id"])


def _shown(field: Field) -> str:
    """A text that import would unguard gets one more guard, so that it comes back as it is."""
    if not isinstance(field.column.kind, Plain):
        return field.name
    return f"CASE WHEN regexp_matches({field.name}, '^''+[=+\\-@]') THEN '''' || {field.name} ELSE {field.name} END AS {field.name}"


def _papers(directory: Path, format_: str) -> tuple[Path, ...]:
    dictionary, readme = directory / "datapackage.json", directory / "README.md"
    dictionary.write_text(json.dumps(data_dictionary(format_), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    readme.write_text(README.format(format=FORMATS[format_], suffix=format_), encoding="utf-8")
    return dictionary, readme
