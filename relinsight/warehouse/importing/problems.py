"""What is wrong with the rows of an import, and the rows that are rejected for it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from relinsight.records.reasons import MISSING, ONE_CELL, OTHER_WIDTH, unreadable
from relinsight.records.record import Field, fields
from relinsight.sources.arrow import arrow
from relinsight.sources.plan import At, Feed, Plan
from relinsight.sources.sheet import BrokenRow
from relinsight.warehouse.importing.cells import bare
from relinsight.warehouse.importing.staging import raw
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving
from relinsight.words.text import Text

LONGEST = 200  # letters of a value within a sentence


def prepare(work: Work) -> None:
    """Make the table of problems: one row a cell that is wrong."""
    work.run("CREATE TEMP TABLE problem (_src BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR)")
    work.run("CREATE TEMP TABLE rejected (_src BIGINT PRIMARY KEY)")
    work.run("CREATE TEMP TABLE broken (_src BIGINT, raw VARCHAR)")


def filled(reason: Text, **columns: str) -> tuple[str, dict[str, object]]:
    """The SQL that writes a reason with the values of columns in it, and its parameters."""
    said = reason.message
    for name, given in reason.arguments.items():
        said = said.replace(f"{{{name}}}", str(given))
    sql = "$reason"
    for name, column in columns.items():
        sql = f"replace({sql}, '{{{name}}}', {_short(column)})"
    return sql, {"reason": said}


def _short(column: str) -> str:
    """A value as a sentence can hold it; a long one is cut."""
    told = f"coalesce({column}::VARCHAR, '')"
    return f"CASE WHEN length({told}) > {LONGEST} THEN left({told}, {LONGEST}) || '…' ELSE {told} END"


def note(work: Work, reason: Text, found: str, field: str | None, **values: object) -> int:
    """Note a problem for each row of a query with `_src`, `value` and `other`; say how many rows it newly rejects."""
    sql, parameters = filled(reason, value="value", other="other")
    noted = work.number(
        f"INSERT INTO problem SELECT _src, $field, value, {sql} FROM ({found}) AS found "
        "WHERE _src IS NOT NULL AND _src NOT IN (SELECT _src FROM rejected)",
        field=field,
        **parameters,
        **values,
    )
    return reject(work) if noted else 0


def reject(work: Work) -> int:
    """Take the rows with a problem out of all that arrives; say how many there are that were not out yet."""
    new = work.number("SELECT count(DISTINCT _src) FROM problem WHERE _src NOT IN (SELECT _src FROM rejected)")
    if new:
        for record in work.fed:
            work.run(f"DELETE FROM {arriving(record)} WHERE _src IN (SELECT _src FROM problem)")
        work.run("INSERT INTO rejected SELECT DISTINCT _src FROM problem WHERE _src NOT IN (SELECT _src FROM rejected)")
    return new


def note_broken(work: Work, number: int, plan: Plan) -> None:
    """Note the rows that have another number of cells than the header."""
    rows = plan.sheet.broken()
    if not rows:
        return
    found = arrow.table(
        {
            "source": [number * SHEET_STEP + row.row for row in rows],
            "reason": [_why(row, plan.shown) for row in rows],
            "raw": [_raw(plan, row) for row in rows],
        }
    )
    work.cursor.register("broken_rows", found)
    work.run("INSERT INTO problem SELECT source, NULL, NULL, reason FROM broken_rows")
    work.run("INSERT INTO broken SELECT source, raw FROM broken_rows")
    work.cursor.unregister("broken_rows")


def _why(row: BrokenRow, columns: int) -> str:
    reason = row.why or (OTHER_WIDTH if len(row.cells) > 1 else ONE_CELL)
    return reason.message.format(cells=len(row.cells), columns=columns)


def distinct(header: Sequence[str]) -> list[str]:
    """The names of columns, a second one of the same name with its number."""
    return [f"{name} ({at})" if name in header[: at - 1] else name for at, name in enumerate(header, 1)]


def _raw(plan: Plan, row: BrokenRow) -> str:
    names = [*distinct(plan.sheet.header[: plan.shown]), *(f"+{n}" for n in range(1, len(row.cells) + 1))]
    shown = ("" if at in plan.hidden else cell for at, cell in enumerate(row.cells))
    return json.dumps(dict(zip(names, shown, strict=False)), ensure_ascii=False)


def note_cells(work: Work, number: int, at: int, feed: Feed) -> None:
    """Note the cells that a feed could not read."""
    table = arriving(feed.record)
    (found,) = work.run(f"SELECT bit_or(_bad) FROM {table} WHERE _sheet = {number} AND _feed = {at}")
    for index, field in enumerate(fields(feed.record)):
        if (found[0] or 0) >> index & 1:
            _note_cell(work, number, at, feed, field, index)


def _note_cell(work: Work, number: int, at: int, feed: Feed, field: Field, index: int) -> None:
    cell = feed.cells[field.name]
    text = bare(f"c{cell.column}") if isinstance(cell, At) else "NULL::VARCHAR"
    found = (
        f"SELECT DISTINCT _src, {text} AS value FROM {arriving(feed.record)} "
        f"JOIN {raw(number)} ON _src = _row + {number * SHEET_STEP} "
        f"WHERE _sheet = {number} AND _feed = {at} AND _bad >> {index} & 1 = 1"
    )
    told, parameters = filled(unreadable(field.column.kind), value="value")
    work.run(
        f"INSERT INTO problem SELECT _src, $field, value, CASE WHEN value IS NULL THEN $missing ELSE {told} END FROM ({found}) AS found",
        field=feed.called.get(field.name, field.name),
        missing=MISSING.message,
        **parameters,
    )
