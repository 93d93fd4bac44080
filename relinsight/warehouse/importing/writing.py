"""Write what arrives: insert, update and delete as sets, with a history of what was there before."""

from __future__ import annotations

from relinsight.records.record import Record, fields
from relinsight.warehouse.changes import columns_of
from relinsight.warehouse.importing.after_import import cleared
from relinsight.warehouse.importing.work import Work, arriving, on_key

INSERTED, UPDATED, UNCHANGED = 3, 2, 1


def weigh(work: Work, record: type[Record]) -> None:
    """Say of each arriving row whether it changes a row or changes nothing; until then it counts as new."""
    table = arriving(record)
    if not work.number(f"SELECT count(*) FROM {record.table}"):
        return
    changed = " OR ".join(f"there.{f.name} IS DISTINCT FROM {table}.{f.name}" for f in fields(record) if f.name not in record.key)
    rank = f"CASE WHEN {changed} THEN {UPDATED} ELSE {UNCHANGED} END" if changed else str(UNCHANGED)
    work.run(f"UPDATE {table} SET _rank = {rank} FROM {record.table} AS there WHERE {on_key(table, 'there', record)}")


def write(work: Work, record: type[Record]) -> None:
    """Carry out what was weighed."""
    of, arrived = columns_of(record), arriving(record)
    going = _going(work, record)
    if going:
        work.change.delete(of, f"({going}) AND NOT EXISTS (SELECT 1 FROM {arrived} AS new WHERE {on_key('new', 'there', record)})")
    if work.number(f"SELECT count(*) FROM {arrived} WHERE _rank = {UPDATED}"):
        work.change.update(of, f"(SELECT * FROM {arrived} WHERE _rank = {UPDATED})")
    work.change.insert(of, f"(SELECT * FROM {arrived} WHERE _rank = {INSERTED})")


def _going(work: Work, record: type[Record]) -> str:
    """The condition under which a row that is `there` goes where it does not arrive again; empty where none does."""
    return "true" if work.replaces(record) else " OR ".join(f"({condition})" for condition in cleared(work, record))
