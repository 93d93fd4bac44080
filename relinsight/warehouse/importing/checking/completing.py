"""Complete the arriving rows with what is there already: a column that a file lacks leaves what is there."""

from __future__ import annotations

from relinsight.records.record import Field, Record, fields
from relinsight.sources.planning import lacks, lacks_for_profile
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.importing.reading.arrivals import bits
from relinsight.warehouse.importing.work import Work, arriving, bits_of, on_key


def complete(work: Work, record: type[Record]) -> None:
    """Fill the columns that the files of a record lack."""
    lacking = [f for index, f in enumerate(fields(record)) if not _always_given(work, record, index)]
    if lacking and not work.replaces(record):
        _fill(work, record, lacking)
    for f in lacking:
        if f.column.empty is not None:
            work.run(f"UPDATE {arriving(record)} SET {f.name} = $empty WHERE {f.name} IS NULL", empty=f.column.empty)
    _refuse_incomplete(work, record, [f for f in lacking if f.required])


def _always_given(work: Work, record: type[Record], index: int) -> bool:
    return all(bits(feed) >> index & 1 for _, feed in work.feeds_of(record))


def _fill(work: Work, record: type[Record], lacking: list[Field]) -> None:
    table = arriving(record)
    assigned = (
        f"{f.name} = CASE WHEN {table}._bits & {bits_of(record, [f.name])} = 0 THEN there.{f.name} ELSE {table}.{f.name} END"
        for f in lacking
        if f.name not in record.key
    )
    sets = ", ".join(assigned)
    if sets:
        work.run(f"UPDATE {table} SET {sets} FROM {record.table} AS there WHERE {on_key(table, 'there', record)}")


def _refuse_incomplete(work: Work, record: type[Record], lacking: list[Field]) -> None:
    for f in lacking:
        found = work.run(f"SELECT min(_sheet) FROM {arriving(record)} WHERE {f.name} IS NULL")
        if found[0][0] is not None:
            plan = work.plans[int(found[0][0])]
            raise ImportRefused((lacks_for_profile if plan.by_profile else lacks)(plan.sheet, [f.name]))
