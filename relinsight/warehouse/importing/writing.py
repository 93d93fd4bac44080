"""Write what arrives: insert, update and delete as sets, with a history of what was there before."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.records.record import Record, fields
from relinsight.warehouse.importing.keys import keys
from relinsight.warehouse.importing.remaining import cleared
from relinsight.warehouse.importing.work import Work, arriving, on_key

INSERTED, UPDATED, UNCHANGED = 3, 2, 1


def weigh(work: Work, record: type[Record]) -> None:
    """Say of each arriving row whether it is new, changes a row, or changes nothing."""
    table = arriving(record)
    work.run(f"ALTER TABLE {table} ADD COLUMN _rank TINYINT DEFAULT {INSERTED}")
    if not work.number(f"SELECT count(*) FROM {record.table}"):
        return
    changed = " OR ".join(f"there.{f.name} IS DISTINCT FROM {table}.{f.name}" for f in fields(record) if f.name not in record.key)
    rank = f"CASE WHEN {changed} THEN {UPDATED} ELSE {UNCHANGED} END" if changed else str(UNCHANGED)
    work.run(f"UPDATE {table} SET _rank = {rank} FROM {record.table} AS there WHERE {on_key(table, 'there', record)}")


def write(work: Work, record: type[Record]) -> None:
    """Carry out what was weighed."""
    _delete(work, record)
    _update(work, record)
    names = [f.name for f in fields(record)]
    work.run(
        f"INSERT INTO {record.table} ({', '.join(names)}, recorded_at, run_id) "
        f"SELECT {', '.join(names)}, $at, $run FROM {arriving(record)} WHERE _rank = {INSERTED}",
        **_stamp(work),
    )


def _stamp(work: Work) -> dict[str, object]:
    return {"at": work.made_at, "run": work.run_id}


def _delete(work: Work, record: type[Record]) -> None:
    going = "true" if work.replaces(record) else " OR ".join(f"({condition})" for condition in cleared(work, record))
    if not going:
        return
    where = (
        f"FROM {record.table} AS there WHERE ({going}) "
        f"AND NOT EXISTS (SELECT 1 FROM {arriving(record)} AS new WHERE {on_key('new', 'there', record)})"
    )
    work.run(f"CREATE OR REPLACE TEMP TABLE going AS SELECT there.rowid AS place, {_row(record, 'there')} AS before {where}")
    work.run(
        f"INSERT INTO history SELECT {_history('delete', record)}, before, NULL, $at "
        f"FROM going JOIN {record.table} AS there ON there.rowid = going.place",
        **_stamp(work),
    )
    work.run(f"DELETE FROM {record.table} WHERE rowid IN (SELECT place FROM going)")


def _update(work: Work, record: type[Record]) -> None:
    table = arriving(record)
    others = [f.name for f in fields(record) if f.name not in record.key]
    if not work.number(f"SELECT count(*) FROM {table} WHERE _rank = {UPDATED}"):
        return
    rows = f"{_row(record, 'there')}, {_row(record, 'new', stamped=False)}"
    work.run(
        f"INSERT INTO history SELECT {_history('update', record)}, {rows}, $at FROM {table} AS new "
        f"JOIN {record.table} AS there ON {on_key('new', 'there', record)} WHERE new._rank = {UPDATED}",
        **_stamp(work),
    )
    sets = ", ".join([*(f"{name} = new.{name}" for name in others), "recorded_at = $at", "run_id = $run"])
    work.run(
        f"UPDATE {record.table} SET {sets} FROM {table} AS new WHERE new._rank = {UPDATED} AND {on_key('new', record.table, record)}",
        **_stamp(work),
    )


def _history(operation: str, record: type[Record]) -> str:
    key = keys([f"there.{name}" for name in record.key])
    return f"uuid()::VARCHAR, $at, (SELECT made_by FROM import_run WHERE id = $run), $run, '{record.table}', {key}, '{operation}'"


def _row(record: type[Record], alias: str, *, stamped: bool = True) -> str:
    """A row as JSON, with when and by which run it was written."""
    names: Sequence[str] = [f.name for f in fields(record)]
    cells = [f'"{name}" := {alias}."{name}"' for name in names]
    stamp = ["recorded_at", "run_id"]
    cells += [f"{name} := {alias}.{name}" for name in stamp] if stamped else ["recorded_at := $at", "run_id := $run"]
    return f"to_json(struct_pack({', '.join(cells)}))"
