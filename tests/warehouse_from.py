"""Turn a table of plain text into a database: a test's input stands beside its expectation.

    warehouse_from('''
        partner  tier  account_manager  last_contact
        harbour  A     anna             2026-01-15

        question  partner_id  asked_on
        why       harbour     2026-03-01
    ''')

A block is a table of the model: its first column is called after the table and holds the id, or is called
`TABLE:column` where the table has no id. Cells are parted by two blanks or more; '-' is an empty one, '~' a blank
within one. What a city always needs is filled in. A column may spread to other tables, as it may in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby
from textwrap import dedent

import duckdb

from relinsight.measures.scoping import parameters
from relinsight.records.model import BY_TABLE
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.queries import composed
from relinsight.words.scope import Scope

Cells = dict[str, str | None]
Record = tuple[str, Cells]

SHIPPED = ("tier_policy", "role_conflict", "instrument", "instrument_item", "contact_weight", "sector")
DEFAULTS: dict[str, Cells] = {
    "tie": {"kind": "content"},
    "contact_moment": {"kind": "meeting", "achieved": "true"},
    "goal": {"horizon": "year", "kind": "deepen"},
    "assessment": {"perspective": "own", "instrument_id": "relation-9"},
    "endorsement": {"answer": "endorsed"},
    "dealing": {"role": "client"},
    "instrument_item": {"scale_min": "1", "scale_max": "5"},
}
SPREAD = {
    ("partner", "tier"): ("partner_tier", "partner_id", "tier"),
    ("partner", "sector"): ("partner_sector", "partner_id", "sector_id"),
    ("partner", "account_manager"): ("tie", "partner_id", "employee_id"),
    ("partner", "contact_person"): ("contact_person_function", "partner_id", "contact_person_id"),
    ("contact_moment", "partner_id"): ("contact_moment_partner", "contact_moment_id", "partner_id"),
    ("contact_moment", "employee_id"): ("contact_moment_employee", "contact_moment_id", "employee_id"),
    ("goal", "partner_id"): ("goal_partner", "goal_id", "partner_id"),
    ("employee", "cluster"): ("cluster_membership", "employee_id", "cluster_id"),
}
ALSO: dict[tuple[str, str], Cells] = {
    ("partner", "sector"): {"is_primary": "true"},
    ("partner", "account_manager"): {"kind": "account_manager"},
}
KNOWN_BY_ID = {"account_manager": "employee", "contact_person": "contact_person", "sector": "sector"}


def warehouse_from(text: str) -> Warehouse:
    """A database in memory with the shipped rows and these; a block of a shipped table takes the place of its rows."""
    warehouse = in_memory()
    warehouse.connection.execute("SET threads = 1")  # a few rows each: a second thread only costs
    blocks = [_block(block) for block in re.split(r"\n\s*\n", dedent(text).strip("\n"))]
    with warehouse.transaction() as cursor:
        for table in {table for table, _ in blocks} & set(SHIPPED):
            cursor.execute(f"DELETE FROM {table}")
        for table, rows in _by_table(_records(warehouse, blocks)).items():
            _insert(cursor, table, rows)
    return warehouse


def _block(block: str) -> tuple[str, list[Cells]]:
    head, *lines = [re.split(r"\s{2,}", line.strip()) for line in block.splitlines()]
    table, _, first = head[0].partition(":")
    columns = [first or "id", *head[1:]]
    return table, [dict(zip(columns, map(_cell, line), strict=True)) for line in lines]


def _cell(text: str) -> str | None:
    return None if text == "-" else text.replace("~", " ")


def _records(warehouse: Warehouse, blocks: Iterable[tuple[str, list[Cells]]]) -> Iterator[Record]:
    for table, rows in blocks:
        own = {str(row["column_name"]) for row in warehouse.rows(f"DESCRIBE {table}")}
        for row in rows:
            yield table, {column: value for column, value in row.items() if column in own}
            for column in row.keys() - own:
                yield from _spread(table, column, row)


def _spread(table: str, column: str, row: Cells) -> Iterator[Record]:
    key, value = row["id"], row[column]
    if value is None:
        return
    if column == "last_contact":
        yield "contact_moment", {"id": f"last-{key}", "day": value}
        yield "contact_moment_partner", {"contact_moment_id": f"last-{key}", "partner_id": key}
    elif table == "assessment":
        dimension, _, item = column.partition(".")
        yield (
            "assessment_score",
            {"assessment_id": key, "dimension": dimension, "item": item or dimension, "score": value},
        )
    else:
        yield from _linked(table, column, key, value.split(";"))


def _linked(table: str, column: str, key: str | None, values: list[str]) -> Iterator[Record]:
    other, own_key, other_key = SPREAD[table, column]
    for value in values:
        if column in KNOWN_BY_ID:
            yield KNOWN_BY_ID[column], {"id": value}
        link: Cells = {own_key: key, other_key: value} | ALSO.get((table, column), {})
        yield other, link | ({"id": f"{key}-{value}"} if other == "tie" else {})


def _by_table(records: Iterable[Record]) -> dict[str, list[Cells]]:
    """The rows of each table in their order: of two with one key the first one counts."""
    found: dict[str, dict[tuple[str | None, ...], Cells]] = {}
    for table, cells in records:
        row = DEFAULTS.get(table, {}) | cells
        found.setdefault(table, {}).setdefault(tuple(map(row.get, _key(table))), row)
    return {table: list(rows.values()) for table, rows in found.items()}


def _key(table: str) -> tuple[str, ...]:
    return BY_TABLE[table].key if table in BY_TABLE else ("id",)


def _insert(cursor: duckdb.DuckDBPyConnection, table: str, rows: list[Cells]) -> None:
    """Write the rows of a table, as many at once as have the same columns."""
    columns = {c[0] for c in cursor.execute(f"SELECT * FROM {table} LIMIT 0").description}
    whole = [dict.fromkeys({"name", "title"} & columns, row.get("id")) | row for row in rows]
    for names, alike in groupby(whole, key=tuple):
        values = [list(row.values()) for row in alike]
        marks = ", ".join(f"({', '.join('?' for _ in names)}, TIMESTAMPTZ '2026-01-01')" for _ in values)
        quoted = ", ".join(f'"{name}"' for name in names)
        beside = "OR IGNORE " if table in SHIPPED else ""
        cursor.execute(f"INSERT {beside}INTO {table} ({quoted}, recorded_at) VALUES {marks}", [*chain.from_iterable(values)])


def facts_on(warehouse: Warehouse, fact: str, columns: str, day: str, **more: object) -> list[tuple[object, ...]]:
    """The rows of a fact on a day, as tuples of these columns, in their order; days as text."""
    scope = Scope(date.fromisoformat(day), since=_day(more.pop("since", None)))
    values = parameters(scope) | more
    rows = warehouse.rows(composed(f"SELECT {columns} FROM {fact} ORDER BY ALL"), values)
    return [tuple(str(v) if isinstance(v, date) else v for v in row.values()) for row in rows]


def _day(text: object) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
