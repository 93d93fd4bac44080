"""Which rows would change: what each field said, and what it would say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relinsight.records.dealings import Dealing
from relinsight.records.model import BY_TABLE, spoken
from relinsight.records.record import Record, field, fields
from relinsight.sources.plan import At, Plan
from relinsight.warehouse.importing.preview import ChangedRow, ChangedRows, Value
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, on_key
from relinsight.warehouse.importing.writing import UPDATED
from relinsight.words.name import Name

MOST_ROWS, MOST_FIELDS = 10, 4


def changed_rows(work: Work, number: int) -> tuple[ChangedRows, ...]:
    """Of each table that a sheet fills the rows that would change."""
    records = dict.fromkeys(feed.record for feed in work.plans[number].feeds)
    return tuple(rows for record in records for rows in _of(work, number, record))


def _of(work: Work, number: int, record: type[Record]) -> Iterator[ChangedRows]:
    others = [f.name for f in fields(record) if f.name not in record.key]
    if not others:
        return
    differ = ", ".join(f"count(*) FILTER (WHERE there.{name} IS DISTINCT FROM new.{name})" for name in others)
    ((n, *times),) = work.run(f"SELECT count(*), {differ} {_both(record, number)}")
    if n:
        often = sorted((name for name, found in zip(others, times, strict=True) if found), key=lambda name: -times[others.index(name)])
        shown = [name for name in others if name in often[:MOST_FIELDS]]
        yield ChangedRows(record.table, n, tuple(shown), tuple(_rows(work, number, record, shown)))


def _both(record: type[Record], number: int) -> str:
    """The rows that are there, beside those that would take their place."""
    joined = f"FROM {arriving(record)} AS new JOIN {record.table} AS there ON {on_key('new', 'there', record)}"
    return f"{joined} WHERE new._rank = {UPDATED} AND new._sheet = {number}"


def _rows(work: Work, number: int, record: type[Record], shown: Sequence[str]) -> Iterator[ChangedRow]:
    cells = ", ".join(_cell(work, record, name, side) for side in ("there", "new") for name in shown)
    sheet = work.plans[number].sheet
    found = work.run(
        f"SELECT coalesce(new._src % {SHEET_STEP}, 0), {_called(work, number, record)}, {cells} {_both(record, number)} "
        f"ORDER BY new._src LIMIT {MOST_ROWS}"
    )
    for row, called, *values in found:
        kept = tuple(map(_value, values))
        yield ChangedRow(sheet.line(row), None if called is None else Name(called), kept[: len(shown)], kept[len(shown) :])


def _called(work: Work, number: int, record: type[Record]) -> str:
    """What people call a row: its own name, else the id that the file gives it and the name of the row that it leads to first."""
    if record is not Dealing and spoken(record) in record.model_fields:
        return f"coalesce(new.{spoken(record)}, new.id)"
    names = [_cell(work, record, f.name, "new") for f in fields(record) if f.column.to in BY_TABLE][:1]
    ids = ["new.id"] if _gives_id(work.plans[number], record) else []
    return f"concat_ws(' · ', {', '.join([*ids, *names])})" if ids or names else "NULL"


def _gives_id(plan: Plan, record: type[Record]) -> bool:
    """Whether an id of a record is a column of the file, and not made of some."""
    cells = (feed.cells.get("id") for feed in plan.feeds if feed.record is record)
    return any(isinstance(cell, At) and cell.column < plan.shown for cell in cells)


def _cell(work: Work, record: type[Record], name: str, side: str) -> str:
    """A value; of what leads to another row the name of that row."""
    to = BY_TABLE.get(field(record, name).column.to or "")
    if to is None or spoken(to) not in to.model_fields:
        return f"{side}.{name}"
    tables = [to.table, *([arriving(to)] if to in work.fed else [])]
    names = ", ".join(f"(SELECT min({spoken(to)}) FROM {table} WHERE id = {side}.{name})" for table in tables)
    return f"coalesce({names}, {side}.{name})"


def _value(value: object) -> Value:
    return Name(value) if isinstance(value, str) else value  # pyright: ignore[reportReturnType]  # the engine gives what the column holds
