"""Try a variant on a copy of a city that holds a valid row of every record, and look at all that must hold."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import duckdb

from relinsight.languages.sentence import Speaker
from relinsight.records.model import BY_TABLE
from relinsight.records.reasons import message_of
from relinsight.warehouse.answers import AnswerRow, AnswerRows
from relinsight.warehouse.checks import findings, findings_between, findings_of
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.imports import ImportOptions, ImportRefused, ImportReport, import_files
from relinsight.warehouse.queries import named
from relinsight.words.text import Text
from tests.damaged.profiles import PROFILES
from tests.damaged.valid import VALID
from tests.damaged.variant import Variant
from tests.damaged.written.texts import delimited

AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
ENGLISH, DUTCH = Speaker("en"), Speaker("nl")
INSIDE = re.compile(
    r"Error|Exception|Traceback|duckdb|DuckDB|pyarrow|Arrow|CSV parser|SELECT|INSERT|VARCHAR|BIGINT|errno|site-packages|<class|c\d+\b col"
)
QUOTED = re.compile(r"'[^']*'")
SENTENCES = re.compile(r"[.!?] +(?=[A-Z])")


class Rehearsal(Warehouse):
    """A city of which nothing is kept: what a transaction wrote can be read until it is taken back."""

    unkept: duckdb.DuckDBPyConnection | None = None

    @contextmanager
    def transaction(self) -> Generator[duckdb.DuckDBPyConnection]:
        self.unkept = self.connection.cursor()
        self.unkept.begin()
        try:
            yield self.unkept
        except BaseException:
            self.take_back()
            raise

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[AnswerRow]:
        answer = (self.unkept or self.connection).execute(sql, named(sql, parameters or {}))
        return AnswerRows(tuple(column[0] for column in answer.description or ()), tuple(answer.fetchall())).all()

    def take_back(self) -> None:
        if self.unkept is not None:
            self.unkept.rollback()
            self.unkept.close()
            self.unkept = None


def valid_city(folder: Path) -> Path:
    """A database file with the valid rows of every record."""
    files = [folder / f"{table}.csv" for table in VALID]
    for file, valid in zip(files, VALID.values(), strict=True):
        file.write_bytes(delimited(valid.header, valid.rows))
    warehouse = open_file(folder / "city.duckdb")
    assert bring(warehouse, files).rejected == 0
    assert findings(warehouse) == ()
    warehouse.close()
    return folder / "city.duckdb"


@contextmanager
def rehearsing(city: Path) -> Iterator[Rehearsal]:
    """A city to do as one likes with, again and again."""
    warehouse = open_file(city)
    warehouse.connection.execute("SET threads = 1")  # a few rows each: a second thread only costs
    try:
        yield Rehearsal(None, warehouse.connection)
    finally:
        warehouse.close()


def bring(warehouse: Warehouse, files: list[Path], **options) -> ImportReport:
    return import_files(warehouse, files, ImportOptions(**options), at=AT)


def written(variant: Variant, folder: Path) -> list[Path]:
    """The files of a variant on disk."""
    paths = [folder / name for name in variant.files]
    for path, content in zip(paths, variant.files.values(), strict=True):
        path.write_bytes(content) if isinstance(content, bytes) else content(path)
    return paths


def _options(variant: Variant, folder: Path) -> dict[str, object]:
    """The options of a variant, its profile written to a file."""
    if "profile" not in variant.options:
        return dict(variant.options)
    path = folder / f"{variant.options['profile']}.toml"
    path.write_text(PROFILES[str(variant.options["profile"])], encoding="utf-8")
    return {**variant.options, "profile": path}


def contents(warehouse: Warehouse) -> dict[str, tuple]:
    """The number of rows of each table and a sum over all they say."""
    named = "SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND database_name <> 'day_cache' ORDER BY 1"
    tables = [str(row["table_name"]) for row in warehouse.rows(named)]
    sums = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS n, bit_xor(hash(t)) AS said FROM {name} AS t" for name in tables)
    return {str(row["name"]): (row["n"], row["said"]) for row in warehouse.rows(sums)}


def look_at_sentence(message: Text) -> str:
    """A message in English, after a look at it in both languages: one plain sentence, told in Dutch too."""
    english, dutch = ENGLISH(message), DUTCH(message)
    for said in (english, dutch):
        assert said.endswith("."), said
        assert not INSIDE.search(said), said
        assert "\n" not in QUOTED.sub("''", said), said
        assert len(SENTENCES.split(QUOTED.sub("''", said))) == 1, said
    assert english != dutch, english
    return english


def look_at_counts(warehouse: Warehouse, report: ImportReport) -> None:
    """Every row that was read is told, in the report as in the database."""
    for counts in (report, *report.files):
        assert counts.rows_read == counts.accepted + counts.rejected
        assert counts.accepted == counts.inserted + counts.updated + counts.unchanged
    kept = warehouse.one(
        "SELECT count(DISTINCT (file, sheet, row_number)) AS n FROM import_reject WHERE run_id = $run", {"run": report.run_id}
    )
    assert kept == {"n": report.rejected}
    filled = [BY_TABLE[table] for table in BY_TABLE if any(table in file.records for file in report.files)]
    seen = getattr(warehouse, "unkept", None) or warehouse.connection
    found = [*(finding for record in filled for finding in findings_of(seen, record)), *findings_between(seen)]
    assert [finding.said for finding in found] == []


def rejected(warehouse: Warehouse, run: str) -> dict[int, str]:
    """The reason of each row that the import rejected."""
    rows = warehouse.rows("SELECT row_number, reason FROM import_reject WHERE run_id = $run ORDER BY ALL DESC", {"run": run})
    for row in rows:
        look_at_sentence(message_of(str(row["reason"])))
    return {int(str(row["row_number"])): str(row["reason"]) for row in rows}


def found(warehouse: Warehouse, sql: str) -> object:
    """What a query gives: a value, a row or a list of either."""
    rows = [tuple(map(_plain, row.values())) for row in warehouse.rows(sql)]
    flat = [row[0] if len(row) == 1 else row for row in rows]
    return flat[0] if len(flat) == 1 else flat


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | type(None)) and not isinstance(value, Decimal) else str(value)


def try_it(warehouse: Rehearsal, variant: Variant, folder: Path) -> None:
    """Bring a variant in and hold what must hold."""
    before = contents(warehouse) if variant.refused else {}
    try:
        report = bring(warehouse, written(variant, folder), **_options(variant, folder))
    except ImportRefused as error:
        refused = error.reason
    else:
        _look_at_report(warehouse, variant, report)
        warehouse.take_back()
        return
    assert look_at_sentence(refused) == variant.refused
    assert contents(warehouse) == before


def _look_at_report(warehouse: Warehouse, variant: Variant, report: ImportReport) -> None:
    assert variant.refused is None, f"It was taken: {report}"
    told_now = [look_at_sentence(message) for message in (*report.warnings, *report.choices)]
    assert rejected(warehouse, report.run_id) == dict(variant.rejected)
    assert report.rows_read == variant.read
    assert {sql: found(warehouse, sql) for sql in variant.holds} == dict(variant.holds)
    assert variant.said is None or any(variant.said in each for each in told_now), told_now
    look_at_counts(warehouse, report)
