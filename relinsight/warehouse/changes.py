"""The one road for writing: who changes what and when, in one transaction, with a history of what was there before.

A run is one such piece of work: an import, a change by hand, a match, a setting. An inserted row is told by its
`run_id`; of a changed or deleted one the history keeps what was there.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from relinsight.records.record import Record

SETTING = "setting"
COUNTS = ("rows_read", "accepted", "inserted", "updated", "unchanged", "rejected")


@dataclass(frozen=True)
class TableColumns:
    """A table that keeps a history: its columns, without the stamp of who wrote a row, and its key."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The columns that are not part of the key."""
        return tuple(name for name in self.columns if name not in self.key)


SETTINGS = TableColumns(SETTING, ("name", "value"), ("name",))


def columns_of(record: type[Record]) -> TableColumns:
    """The table of a record, with its columns."""
    return TableColumns(record.table, tuple(record.model_fields), record.key)


def same_key(one: str, other: str, key: Sequence[str], filled: Collection[str] = ()) -> str:
    """The condition that two rows have the same key, a missing part agreeing with a missing one; `filled` parts are never missing."""
    return " AND ".join(f"{one}.{name} {'=' if name in filled else 'IS NOT DISTINCT FROM'} {other}.{name}" for name in key)


def row_id(alias: str, key: Sequence[str]) -> str:
    """The expression that names a row in the history: its id, or the parts of its key as a JSON list, which no other key can be."""
    parts = ", ".join(f"{alias}.{name}::VARCHAR" for name in key)
    return parts if len(key) == 1 else f"to_json([{parts}])::VARCHAR"


@dataclass(frozen=True)
class Change:
    """One run under way: the transaction that it writes in, its id, and who makes it when."""

    cursor: duckdb.DuckDBPyConnection
    run_id: str
    made_at: datetime
    made_by: str | None

    def insert(self, into: TableColumns, source: str) -> None:
        """Write the rows of a query or table whose keys are not there."""
        names = ", ".join(into.columns)
        self._run(f"INSERT INTO {into.table} ({names}, recorded_at, run_id) SELECT {names}, $at, $run FROM {source} AS new")

    def update(self, of: TableColumns, source: str) -> None:
        """Change the rows whose keys a query or table bears to what it says, and keep what they said before."""
        on = same_key("new", "there", of.key)
        self._run(
            f"INSERT INTO history SELECT {self._entry('update', of)}, {_row('there', of)}, {_row('new', of, stamped=False)}, $at "
            f"FROM {source} AS new JOIN {of.table} AS there ON {on}"
        )
        sets = ", ".join([*(f"{name} = new.{name}" for name in of.others), "recorded_at = $at", "run_id = $run"])
        self._run(f"UPDATE {of.table} AS there SET {sets} FROM {source} AS new WHERE {on}")

    def delete(self, of: TableColumns, where: str) -> None:
        """Take away the rows that a condition on `there` names, and keep them in the history."""
        self._run(
            f"INSERT INTO history SELECT {self._entry('delete', of)}, {_row('there', of)}, NULL, $at FROM {of.table} AS there WHERE {where}"
        )
        self._run(f"DELETE FROM {of.table} AS there WHERE {where}")

    def set(self, name: str, value: str) -> bool:
        """Set a setting of the whole database; say whether that changed anything."""
        found = self.cursor.execute(f"SELECT value FROM {SETTING} WHERE name = $name", {"name": name}).fetchone()
        if found == (value,):
            return False
        self.cursor.execute(
            "CREATE OR REPLACE TEMP TABLE new_setting AS SELECT $name AS name, $value AS value", {"name": name, "value": value}
        )
        (self.update if found else self.insert)(SETTINGS, "new_setting")
        return True

    def keep_run(
        self,
        counts: Mapping[str, int],
        *,
        file: str | None = None,
        sha256: str | None = None,
        profile: str | None = None,
        mends: str | None = None,
    ) -> None:
        """Keep the run with its counts; a change by hand has no file and no profile. It may mend the rejected rows of another run."""
        self.cursor.execute(
            "INSERT INTO import_run (id, made_at, made_by, file, sha256, profile, rows_read, accepted, inserted, updated, unchanged, "
            "rejected, recorded_at, run_id) VALUES ($id, $at, $by, $file, $sha256, $profile, "
            f"{', '.join(f'${name}' for name in COUNTS)}, $at, $id)",
            {
                "id": self.run_id,
                "at": self.made_at,
                "by": self.made_by,
                "file": file,
                "sha256": sha256,
                "profile": profile,
                **{name: counts[name] for name in COUNTS},
            },
        )
        if mends is not None:
            self.cursor.execute("INSERT INTO mending VALUES ($id, $mends)", {"id": self.run_id, "mends": mends})

    def _run(self, sql: str) -> None:
        values: dict[str, object] = {"at": self.made_at, "run": self.run_id, "by": self.made_by}
        self.cursor.execute(sql, {name: value for name, value in values.items() if f"${name}" in sql})

    def _entry(self, operation: str, of: TableColumns) -> str:
        return f"uuid()::VARCHAR, $at, $by, $run, '{of.table}', {row_id('there', of.key)}, '{operation}'"


def new_run(cursor: duckdb.DuckDBPyConnection, made_at: datetime, made_by: str | None) -> Change:
    """Begin a run in a transaction."""
    return Change(cursor, uuid.uuid4().hex, made_at, made_by)


def _row(alias: str, of: TableColumns, *, stamped: bool = True) -> str:
    """A row as JSON, with when and by which run it was written."""
    cells = [f'"{name}" := {alias}."{name}"' for name in of.columns]
    cells += [f"{name} := {alias}.{name}" for name in ("recorded_at", "run_id")] if stamped else ["recorded_at := $at", "run_id := $run"]
    return f"to_json(struct_pack({', '.join(cells)}))"
