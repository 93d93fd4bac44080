"""Verify every rule that must hold: what is found is said in one sentence each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import duckdb

from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.partners import PartnerSector
from relinsight.records.record import Field, Record, fields
from relinsight.records.rules import Rule
from relinsight.records.ties import Tie
from relinsight.warehouse.between_rows import (
    answers,
    is_former,
    known_as_another,
    leads_nowhere,
    makes_a_second,
    off_scale,
    without_partner,
)
from relinsight.warehouse.connection import Warehouse, rows_of
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

SHOWN = 3


@dataclass(frozen=True)
class Finding:
    """A rule that some rows of a table break."""

    table: str
    said: Text
    ids: tuple[str, ...]


def findings(warehouse: Warehouse) -> tuple[Finding, ...]:
    """All that does not hold, of each record and between rows; nothing when all is well."""
    with warehouse.at_one_moment() as cursor:
        return (*(found for record in RECORDS for found in findings_of(cursor, record)), *findings_between(cursor))


def findings_near(cursor: duckdb.DuckDBPyConnection, tables: Collection[str]) -> Iterator[Finding]:
    """What does not hold of these tables, of those that refer to them, and between rows, as a transaction sees them."""
    for record in RECORDS:
        if record.table in tables or any(f.column.to in tables for f in fields(record)):
            yield from findings_of(cursor, record)
    yield from findings_between(cursor)


def findings_of(cursor: duckdb.DuckDBPyConnection, record: type[Record]) -> Iterator[Finding]:
    """What does not hold of the rows of one record."""
    yield from _dangling(cursor, record)
    yield from _doubled(cursor, record)
    for rule in record.rules:
        yield from _broken(cursor, record, rule)


def _found(cursor: duckdb.DuckDBPyConnection, table: str, condition: str, message: Text, **values: Name) -> Iterator[Finding]:
    """What a condition finds in a table, said by a message with `{n}`, `{table}` and `{ids}`."""
    record = BY_TABLE.get(table)
    key = f"concat_ws(' ', {', '.join(record.key)})" if record else "id"
    rows = rows_of(
        cursor, f"SELECT {key} AS key, count(*) OVER () AS n FROM {table} AS r WHERE {condition} ORDER BY 1 LIMIT {SHOWN}", {}
    ).all()
    if rows:
        ids, n = tuple(str(row["key"]) for row in rows), int(str(rows[0]["n"]))
        said = message.with_values(n=n, table=Name(table), ids=Name(", ".join(ids)), **values)
        yield Finding(table, replace(said, count=n), ids)


def _dangling(cursor: duckdb.DuckDBPyConnection, record: type[Record]) -> Iterator[Finding]:
    for f in fields(record):
        if f.column.to:
            yield from _leads_nowhere(cursor, record, f)


def _leads_nowhere(cursor: duckdb.DuckDBPyConnection, record: type[Record], field: Field) -> Iterator[Finding]:
    target = BY_TABLE[field.column.to or ""]
    yield from _found(
        cursor,
        record.table,
        leads_nowhere(field.name, f"SELECT id FROM {target.table}"),
        counted(
            "{n} row of {table} has a {field} that leads nowhere ({ids}).",
            "{n} rows of {table} have a {field} that leads nowhere ({ids}).",
            0,
        ),
        field=Name(field.name),
    )


def _doubled(cursor: duckdb.DuckDBPyConnection, record: type[Record]) -> Iterator[Finding]:
    key = ", ".join(record.key)
    yield from _found(
        cursor,
        record.table,
        f"({key}) IN (SELECT ({key}) FROM {record.table} GROUP BY {key} HAVING count(*) > 1)",
        counted(
            "{n} row of {table} has a key that is there twice ({ids}).",
            "{n} rows of {table} have a key that is there twice ({ids}).",
            0,
        ),
    )


def _broken(cursor: duckdb.DuckDBPyConnection, record: type[Record], rule: Rule) -> Iterator[Finding]:
    yield from _found(
        cursor,
        record.table,
        rule.broken,
        counted(
            "{n} row of {table} breaks the rule '{rule}' ({ids}).",
            "{n} rows of {table} break the rule '{rule}' ({ids}).",
            0,
        ),
        rule=Name(rule.name),
    )


def findings_between(cursor: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    """What does not hold between rows of several tables, or of one that is no record."""
    for table, condition, message in SPECIAL:
        yield from _found(cursor, table, condition, message)


def _second(record: type[Record]) -> str:
    """Another row stands beside a row, where a partner has one a day."""
    return f"EXISTS (SELECT 1 FROM {record.table} AS o WHERE {makes_a_second('o', 'r', record)})"


SPECIAL: tuple[tuple[str, str, Text], ...] = (
    (
        "contact_moment",
        without_partner("SELECT contact_moment_id FROM contact_moment_partner"),
        counted(
            "{n} contact moment has no partner ({ids}).",
            "{n} contact moments have no partner ({ids}).",
            0,
        ),
    ),
    (
        "partner",
        known_as_another("r", "FROM partner"),
        counted(
            "{n} partner has a source_id that belongs to another ({ids}).",
            "{n} partners have a source_id that belongs to another ({ids}).",
            0,
        ),
    ),
    (
        "partner",
        is_former("r", "FROM former_partner"),
        counted(
            "{n} partner has an id of one that was merged into another ({ids}).",
            "{n} partners have an id of one that was merged into another ({ids}).",
            0,
        ),
    ),
    (
        "tie",
        _second(Tie),
        counted(
            "{n} tie makes a second account manager on a day ({ids}).",
            "{n} ties make a second account manager on a day ({ids}).",
            0,
        ),
    ),
    (
        "partner_sector",
        _second(PartnerSector),
        counted(
            "{n} row makes a second primary sector on a day ({ids}).",
            "{n} rows make a second primary sector on a day ({ids}).",
            0,
        ),
    ),
    (
        "assessment_score",
        f"EXISTS (SELECT 1 FROM assessment AS f, instrument_item AS i WHERE {answers('r', 'f', 'i')} AND {off_scale('r', 'i')})",
        counted(
            "{n} score is off its scale ({ids}).",
            "{n} scores are off their scale ({ids}).",
            0,
        ),
    ),
    (
        "import_run",
        "rows_read <> accepted + rejected OR accepted <> inserted + updated + unchanged",
        counted(
            "{n} import does not add up ({ids}).",
            "{n} imports do not add up ({ids}).",
            0,
        ),
    ),
    (
        "import_run",
        "rejected <> (SELECT count(DISTINCT (file, sheet, row_number, raw)) FROM import_reject AS j WHERE j.run_id = r.id)",
        counted(
            "{n} import has another number of rejected rows than it counted ({ids}).",
            "{n} imports have another number of rejected rows than they counted ({ids}).",
            0,
        ),
    ),
)
