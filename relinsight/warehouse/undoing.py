"""Take a run back: the rows that it made go, those that it changed or deleted are as they were before, or nothing is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import duckdb

from relinsight.records.model import RECORDS
from relinsight.records.record import Record, fields
from relinsight.warehouse import checks
from relinsight.warehouse.changes import SETTINGS, TableColumns, columns_of, row_id, same_key
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.runs import run_meant
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

SHOWN = 3
ALL = (*map(columns_of, RECORDS), SETTINGS)

# What a run found before it changed or deleted a row: an entry about a row that it had written itself says nothing of that.
FOUND = "run_id = $run AND table_name = $table AND (before->>'run_id') IS DISTINCT FROM $run"
COUNTING = "run_id NOT IN (SELECT id FROM import_run WHERE undone_at IS NOT NULL)"

CHANGED = text(
    "Run {run} cannot be taken back: run {later} changed or deleted what it wrote in {table} ({rows}); take that one back first."
)
TAKEN = text("Run {run} cannot be taken back: run {later} wrote in {table} what it had deleted ({rows}); take that one back first.")
REFERRED = text(
    "Run {run} cannot be taken back: rows of {other} that run {later} wrote point to what it made in {table} ({rows}); "
    "take that one back first."
)


class UndoRefused(Refusal):
    """Why a run was not taken back, in one sentence."""


@dataclass(frozen=True)
class Undone:
    """What taking a run back did: rows that went, rows that are as before, and rows that are there again."""

    run_id: str
    removed: int
    restored: int
    returned: int

    @property
    def said(self) -> Text:
        """What it did, in a sentence."""
        return text(
            "Run {run} is taken back: {removed} rows removed, {restored} as before and {returned} there again.",
            run=Name(self.run_id),
            removed=self.removed,
            restored=self.restored,
            returned=self.returned,
        )


def undo(warehouse: Warehouse, run: str, *, at: datetime) -> Undone:
    """Take a run back, whole or not at all; it may be named by the first letters of its id."""
    with warehouse.transaction() as cursor:
        meant = run_meant(cursor, run)
        way = _WayBack(cursor, meant)
        way.refuse_a_second_time()
        way.refuse_where_built_on()
        broken = way.broken()
        done = way.take_back()
        way.refuse_what_breaks(broken)
        cursor.execute("UPDATE import_run SET undone_at = $at WHERE id = $run", {"at": at, "run": meant})
    return done


@dataclass(frozen=True)
class _WayBack:
    """One run on its way back."""

    cursor: duckdb.DuckDBPyConnection
    run: str

    def refuse_a_second_time(self) -> None:
        """What was taken back is there no more."""
        if self._all("SELECT id FROM import_run WHERE id = $run AND undone_at IS NOT NULL"):
            raise UndoRefused(text("Run {run} was taken back already.", run=Name(self.run)))

    def refuse_where_built_on(self) -> None:
        """A later run that changed, deleted or took the place of what this one wrote, or refers to it, stands in the way."""
        for of in self._touched:
            self._refuse(CHANGED, of, _changed_later())
            self._refuse(TAKEN, of, self._taken(of))
        for record, field, of in self._referring():
            self._refuse(REFERRED, of, self._pointing(record, field, of), other=Name(record.table))

    def take_back(self) -> Undone:
        """Write what was there before; the entries of the history stay as they are."""
        steps = [(self._remove(of), self._restore(of), self._return(of)) for of in self._touched]
        return Undone(self.run, *(sum(step) for step in zip(*steps, strict=True))) if steps else Undone(self.run, 0, 0, 0)

    def broken(self) -> frozenset[Text]:
        """The rules that do not hold of the tables that the run touched, and of those that refer to them."""
        return frozenset(finding.said for finding in checks.findings_near(self.cursor, {of.table for of in self._touched}))

    def refuse_what_breaks(self, before: frozenset[Text]) -> None:
        """A rule that held before, or broke in another way, stands in the way."""
        for broken in sorted(self.broken() - before, key=lambda said: said.message):
            raise UndoRefused(text("Run {run} cannot be taken back, because then: {finding}", run=Name(self.run), finding=broken))

    @cached_property
    def _touched(self) -> tuple[TableColumns, ...]:
        """The tables in which the run wrote or from which it deleted, also where later ones changed or deleted all that it wrote."""
        named_in_history = "SELECT DISTINCT table_name FROM history WHERE run_id = $run OR (before->>'run_id') = $run"
        named = {str(row[0]) for row in self._all(named_in_history)}
        return tuple(of for of in ALL if of.table in named or self._all(f"SELECT 1 FROM {of.table} WHERE run_id = $run LIMIT 1"))

    def _referring(self) -> Iterator[tuple[type[Record], str, TableColumns]]:
        """The references to tables in which the run made rows."""
        made = {of.table: of for of in self._touched if of.key == ("id",) and self._all(f"{self._made(of, 'id')} LIMIT 1", of)}
        for record in RECORDS:
            yield from ((record, f.name, made[f.column.to]) for f in fields(record) if f.column.to in made)

    def _taken(self, of: TableColumns) -> str:
        return (
            f"SELECT {row_id('there', of.key)}, there.run_id FROM {of.table} AS there "
            f"JOIN ({self._found(of)}) AS was ON {same_key('was', 'there', of.key)} WHERE there.run_id IS DISTINCT FROM $run"
        )

    def _pointing(self, record: type[Record], field: str, of: TableColumns) -> str:
        return (
            f"SELECT {row_id('there', record.key)}, there.run_id FROM {record.table} AS there "
            f"WHERE there.run_id IS DISTINCT FROM $run AND there.{field} IN ({self._made(of, 'id')})"
        )

    def _refuse(self, reason: Text, of: TableColumns, sql: str, **more: Name) -> None:
        found = self._all(f"{sql} ORDER BY ALL LIMIT {SHOWN}", of)
        if found:
            rows, later = Names(tuple(Name(row) for row, _ in found)), Name(found[0][1] or "?")
            raise UndoRefused(reason.with_values(run=Name(self.run), later=later, table=Name(of.table), rows=rows, **more))

    def _found(self, of: TableColumns) -> str:
        """The rows as the run found them, each cell of its own kind again."""
        kinds = {str(row[0]): str(row[1]) for row in self.cursor.execute(f"DESCRIBE {of.table}").fetchall()}
        cells = (f"CAST(before->>'{name}' AS {kinds[name]}) AS {name}" for name in _stamped(of))
        return f"SELECT {', '.join(cells)} FROM history WHERE {FOUND}"

    def _made(self, of: TableColumns, columns: str) -> str:
        """The rows that the run made: they bear its id, and it did not find them there."""
        return (
            f"SELECT {columns} FROM {of.table} AS made WHERE made.run_id = $run "
            f"AND NOT EXISTS (SELECT 1 FROM ({self._found(of)}) AS was WHERE {same_key('was', 'made', of.key)})"
        )

    def _remove(self, of: TableColumns) -> int:
        return self._number(f"DELETE FROM {of.table} WHERE rowid IN ({self._made(of, 'made.rowid')})", of)

    def _restore(self, of: TableColumns) -> int:
        sets = ", ".join(f"{name} = was.{name}" for name in _stamped(of) if name not in of.key)
        on = same_key("was", of.table, of.key)
        return self._number(f"UPDATE {of.table} SET {sets} FROM ({self._found(of)}) AS was WHERE {on}", of)

    def _return(self, of: TableColumns) -> int:
        names, there = ", ".join(_stamped(of)), f"SELECT 1 FROM {of.table} AS there WHERE {same_key('was', 'there', of.key)}"
        return self._number(
            f"INSERT INTO {of.table} ({names}) SELECT {names} FROM ({self._found(of)}) AS was WHERE NOT EXISTS ({there})", of
        )

    def _number(self, sql: str, of: TableColumns) -> int:
        return int(self._all(sql, of)[0][0])

    def _all(self, sql: str, of: TableColumns | None = None) -> list[tuple[str, ...]]:
        values = {"run": self.run, **({"table": of.table} if of else {})}
        return self.cursor.execute(sql, {name: value for name, value in values.items() if f"${name}" in sql}).fetchall()


def _changed_later() -> str:
    """What the run wrote and a later one, which still counts, changed or deleted."""
    return (
        "SELECT DISTINCT row_id, run_id FROM history "
        f"WHERE table_name = $table AND run_id <> $run AND (before->>'run_id') = $run AND {COUNTING}"
    )


def _stamped(of: TableColumns) -> tuple[str, ...]:
    """The columns of a table with those that say when and by which run a row was written."""
    return (*of.columns, "recorded_at", "run_id")
